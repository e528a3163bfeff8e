/**
 * What every journey gets: a page that fails the test on any console error (that is what shows a broken content policy),
 * the texts that were sent, an accessibility check, and pictures kept out of git.
 */
import { expect, test as base, type Page } from '@playwright/test';
import axe from 'axe-core';
import path from 'node:path';

const ACCESS_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Message {
  readonly id: string;
  readonly channel: 'sms' | 'mail';
  readonly recipient: string;
  readonly subject: string | null;
  readonly body: string;
  readonly at: number;
}

export interface Outbox {
  /** The next message to this phone or address that this test has not seen yet; waits for the worker. */
  next(recipient: string): Promise<Message>;
  /** The six digits in the next message. */
  code(recipient: string): Promise<string>;
  /** The link in the next message, as a path of this site. */
  link(recipient: string): Promise<string>;
  /** From here on only what comes after counts. */
  skip(recipient: string): Promise<void>;
}

interface Journey {
  /** `/en` on the English desktop, else nothing: `page.goto(lang + '/enrol')`. */
  readonly lang: '' | '/en';
  readonly outbox: Outbox;
  readonly newPhone: () => string;
  /** What axe finds against WCAG 2.2 AA. */
  readonly accessFaults: (page?: Page) => Promise<readonly string[]>;
  /** Axe finds nothing. */
  readonly checkAccess: (page?: Page) => Promise<void>;
  readonly picture: (name: string, page?: Page) => Promise<void>;
  /** Another browser of another person or device, watched alike. */
  readonly anotherPage: () => Promise<Page>;
}

/** Records what the browser complains about. A refused form (4xx) is also reported by Chromium as a failed load; that is no bug. */
function watch(page: Page, complaints: string[]): void {
  const refused = new Set<string>();
  page.on('response', (response) => {
    const status = response.status();
    if (status >= 500) complaints.push(`${status} ${response.url()}`);
    else if (status >= 400 && response.request().isNavigationRequest()) refused.add(response.url());
  });
  // The browser's own: a picture of a whole page makes the window as tall as the page, and the fade between two pages ends.
  const ofThePicture = /^Transition was aborted because of invalid state\. Viewport size changed/;
  page.on('pageerror', ({ message }) => {
    if (!ofThePicture.test(message)) complaints.push(`threw: ${message}`);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const { url } = message.location();
    if (message.text().startsWith('Failed to load resource') && refused.has(url)) return;
    complaints.push(`${message.type()} at ${url}: ${message.text()}`);
  });
}

const origin = (): string => {
  const value = process.env['SITE_ORIGIN'];
  if (!value) throw new Error('tests/support/global-setup.ts did not run');
  return value;
};

export const test = base.extend<Journey & { complaints: string[] }>({
  baseURL: async ({}, use) => use(origin()),
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints, 'the browser complained').toEqual([]);
  },
  page: async ({ page, complaints }, use) => {
    watch(page, complaints);
    await use(page);
  },
  anotherPage: async ({ browser, contextOptions, complaints }, use) => {
    const opened: Page[] = [];
    await use(async () => {
      const page = await (await browser.newContext({ ...contextOptions, baseURL: origin() })).newPage();
      watch(page, complaints);
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
  lang: async ({}, use, info) => use(info.project.name === 'desktop-en' ? '/en' : ''),
  newPhone: async ({}, use, info) => {
    let count = 0;
    // 199 numbers, apart for every worker, project, test and call.
    const part = Number.parseInt(info.testId.slice(-5), 16) % 1000;
    await use(() => {
      count += 1;
      const run = String(part * 100 + info.workerIndex * 10 + count)
        .padStart(6, '0')
        .slice(-6);
      return `199${String(Date.now() % 100).padStart(2, '0')}${run}`;
    });
  },
  outbox: async ({ request }, use) => {
    const seen = new Set<string>();
    const sentTo = async (recipient: string): Promise<Message[]> => {
      const answer = await request.get(
        `${origin()}/dev/outbox?format=json&to=${encodeURIComponent(recipient)}`,
      );
      return (await answer.json()) as Message[];
    };
    const next = async (recipient: string): Promise<Message> => {
      let message: Message | undefined;
      await expect
        .poll(
          async () => {
            // Newest first; the oldest unseen one is next.
            message = (await sentTo(recipient)).findLast(({ id }) => !seen.has(id));
            return message !== undefined;
          },
          { message: `a message to ${recipient}`, intervals: [100, 200, 300, 500] },
        )
        .toBe(true);
      seen.add(message!.id);
      return message!;
    };
    const pick = async (recipient: string, pattern: RegExp): Promise<string> => {
      const { body } = await next(recipient);
      const found = pattern.exec(body)?.[0];
      expect(found, `${pattern} in: ${body}`).toBeDefined();
      return found!;
    };
    await use({
      next,
      code: (recipient) => pick(recipient, /(?<!\d)\d{6}(?!\d)/),
      link: async (recipient) => new URL(await pick(recipient, /https?:\/\/[\w.:/?=&%~-]+[\w/=~-]/)).pathname,
      async skip(recipient) {
        for (const { id } of await sentTo(recipient)) seen.add(id);
      },
    });
  },
  accessFaults: async ({ page }, use, info) => {
    await use(async (other = page) => {
      // Axe is a script; the same pages are checked in the projects that run scripts.
      if (info.project.name === 'no-js') return [];
      // At the end of the page a bar that floats lies in its own place and covers nothing.
      await other.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await other.evaluate(axe.source);
      return other.evaluate(async (tags) => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
          runOnly: { type: 'tag', values: tags },
          // What is in order is not described: on a long page that takes longer than finding it so.
          resultTypes: ['violations'],
        });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
      }, ACCESS_RULES);
    });
  },
  checkAccess: async ({ page, accessFaults }, use) => {
    await use(async (other = page) => {
      expect(await accessFaults(other), `axe on ${other.url()}`).toEqual([]);
    });
  },
  picture: async ({ page }, use, info) => {
    await use(async (name, other = page) => {
      const file = path.join('screenshots', info.project.name, `${name}.png`);
      await other.screenshot({ path: file, fullPage: true });
    });
  },
});

export { expect } from '@playwright/test';
