import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';

/** One page of each way of setting text; what is folded is opened. */
const PAGES = [
  '/learn/established-uses',
  '/learn/still-research',
  '/learn/what-is-measured',
  '/faq',
  '/glossary',
  '/about/research',
  '/about/laboratory',
  '/news/order-818-in-force',
  '/prices',
  '/charity/aid-fund',
];

/**
 * Closing punctuation or the number of a source at the start of a line, and figures on two lines. A character starts a line
 * when it stands left of the one before it in the same paragraph.
 */
const faultsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true;
    const CLOSING = /[，。；：、！？）》”」』％]/u;
    const FIGURE = /[¥−]?\d[\d,.]*\d[%％]?/gu;
    const found: string[] = [];
    const range = document.createRange();
    const boxes = (node: Text, from: number, to: number): readonly DOMRect[] => {
      range.setStart(node, from);
      range.setEnd(node, to);
      return [...range.getClientRects()].filter(({ width }) => width > 0);
    };
    const blockOf = (node: Node): Element | null => {
      let at = node.parentElement;
      while (at && getComputedStyle(at).display.startsWith('inline')) at = at.parentElement;
      return at;
    };
    const walker = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    let before: { node: Text; block: Element | null } | null = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.data.trim() === '') continue;
      const parent = node.parentElement;
      if (!parent || parent.closest('.vh, [hidden], script, style, summary .vh') || !parent.checkVisibility())
        continue;
      const block = blockOf(node);
      const words = node.data;
      /** The box just before the character at `at`, in this text or in the one before it in the same paragraph. */
      const boxBefore = (at: number): DOMRect | undefined =>
        at > 0
          ? boxes(node, at - 1, at).at(-1)
          : before?.block === block
            ? boxes(before.node, before.node.data.length - 1, before.node.data.length).at(-1)
            : undefined;
      const startsLine = (at: number): boolean => {
        const here = boxes(node, at, at + 1)[0];
        const last = boxBefore(at);
        return here !== undefined && last !== undefined && here.left < last.left && here.top > last.top;
      };
      const said = (at: number): string =>
        `${words.slice(Math.max(0, at - 12), at)}⏎${words.slice(at, at + 6)}`;
      for (const { index } of words.matchAll(new RegExp(CLOSING, 'gu')))
        if (startsLine(index)) found.push(`punctuation: ${said(index)}`);
      if (parent.closest('.cite') && startsLine(0))
        found.push(`number of a source: ${block?.textContent.slice(0, 40)}`);
      if (!parent.closest('cite'))
        for (const { 0: figure, index } of words.matchAll(FIGURE)) {
          const lines = boxes(node, index, index + figure.length);
          const [first, last] = [lines[0], lines.at(-1)];
          if (first && last && last.top >= first.bottom - 1)
            found.push(`figure: ${figure} in ${said(index)}`);
        }
      before = { node, block };
    }
    return found;
  });

test('words-stay-whole: no line begins with a closing mark or a source’s number, no figure is cut in two', async ({
  page,
}) => {
  for (const path of PAGES) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path, { waitUntil: 'load' });
    expect(await faultsOf(page), path).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => {
      document.documentElement.dataset['text'] = 'large';
    });
    expect(await faultsOf(page), `${path}, 320 px with large text`).toEqual([]);
  }
});

/** Words that lie on other words: more than a third of the smaller of two lines is covered. */
const overlapsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const lines: { words: string; node: Node; box: DOMRect }[] = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (
        !node.textContent?.trim() ||
        !parent ||
        parent.closest('.vh, script, style') ||
        !parent.checkVisibility()
      )
        continue;
      range.selectNodeContents(node);
      const size = parseFloat(getComputedStyle(parent).fontSize);
      // The ink of a line, not the room the font asks for: lines set tight do not lie on each other.
      for (const { left, top, width, height } of range.getClientRects())
        if (width > 0 && size > 0)
          lines.push({
            words: node.textContent.trim().slice(0, 30),
            node,
            box: new DOMRect(left, top + (height - size * 0.75) / 2, width, size * 0.75),
          });
    }
    lines.sort((a, b) => a.box.top - b.box.top);
    const found: string[] = [];
    for (const [at, one] of lines.entries())
      for (let next = at + 1; next < lines.length; next += 1) {
        const other = lines[next];
        if (!other || other.box.top >= one.box.bottom) break;
        if (other.node === one.node) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
        const smaller = Math.min(one.box.width * one.box.height, other.box.width * other.box.height);
        if (wide > 0 && high > 0 && wide * high > smaller / 3) found.push(`${one.words} × ${other.words}`);
      }
    return found;
  });

test('on paper no words lie on other words, on one page of each layout @en', async ({ page, lang }) => {
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print' });
  for (const path of ['', '/learn', ...PAGES, '/hospitals', '/events']) {
    await page.goto(`${lang}${path}` || '/', { waitUntil: 'load' });
    expect(await overlapsOf(page), path).toEqual([]);
  }
});
