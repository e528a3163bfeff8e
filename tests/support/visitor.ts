/** Somebody with a browser that runs no scripts: follows links, fills in forms, keeps cookies. Quick enough for set-up. */
import { parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { elementsIn } from './html.ts';

export interface Visited {
  readonly status: number;
  /** The path they ended on, with its query. */
  readonly path: string;
  readonly html: string;
}

const formsIn = (node: Tree.Node, found: string[] = []): string[] => {
  if ('tagName' in node && node.tagName === 'form')
    found.push(serialize({ nodeName: '#document-fragment', childNodes: [node] } as Tree.DocumentFragment));
  if ('childNodes' in node) for (const child of node.childNodes) formsIn(child, found);
  return found;
};

/** What a form sends when nothing in it is touched. */
function untouched(form: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const { tag, attributes } of elementsIn(form)) {
    const { name, type, value = '' } = attributes;
    if (name === undefined || tag === 'button' || tag === 'textarea') continue;
    if ((type === 'radio' || type === 'checkbox') && !('checked' in attributes)) continue;
    values.set(name, value);
  }
  return values;
}

export class Visitor {
  readonly origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string, cookies = '') {
    this.origin = origin;
    for (const cookie of cookies.split('; ').filter(Boolean)) this.#keep(cookie);
  }

  #keep(cookie: string): void {
    const pair = cookie.split(';')[0] ?? '';
    const at = pair.indexOf('=');
    this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  /** `name=value; name=value`, as a browser sends them. */
  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async #ask(path: string, body?: URLSearchParams): Promise<Visited> {
    const from = { origin: this.origin, 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(new URL(path, this.origin), {
      headers: { cookie: this.cookies, ...(body ? from : {}) },
      ...(body ? { method: 'POST', body } : {}),
      redirect: 'manual',
    });
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);
    const html = await answer.text();
    const to = answer.headers.get('location');
    if (to !== null && answer.status >= 300 && answer.status < 400) {
      const next = new URL(to, new URL(path, this.origin));
      return next.origin === this.origin
        ? this.#ask(next.pathname + next.search)
        : { status: answer.status, path: next.href, html };
    }
    return { status: answer.status, path, html };
  }

  get(path: string): Promise<Visited> {
    return this.#ask(path);
  }

  /** Sends the form of this action on the page, with these answers beside what stands in it. */
  async send(page: Visited, action: string, answers: Readonly<Record<string, string>>): Promise<Visited> {
    const form = formsIn(parse(page.html)).find((one) => one.includes(action));
    if (form === undefined) throw new Error(`no form for ${action} on ${page.path}`);
    const to =
      elementsIn(form)[0]?.attributes['action'] ??
      elementsIn(form).find(({ tag }) => tag === 'form')?.attributes['action'];
    const values = untouched(form);
    for (const [name, value] of Object.entries(answers)) values.set(name, value);
    return this.#ask(
      new URL(to ?? '', new URL(page.path, this.origin)).href.slice(this.origin.length),
      new URLSearchParams([...values]),
    );
  }

  /** The newest message to a phone or an address that matches; asks again until the worker has sent it. */
  async message(to: string, pattern: RegExp): Promise<string> {
    const until = Date.now() + 20_000;
    for (;;) {
      const answer = await fetch(`${this.origin}/dev/outbox?format=json&to=${encodeURIComponent(to)}`);
      const messages = (await answer.json()) as { readonly body: string }[];
      const found = messages.map(({ body }) => pattern.exec(body)?.[0]).find((one) => one !== undefined);
      if (found !== undefined) return found;
      if (Date.now() > until) throw new Error(`nothing like ${pattern} was sent to ${to}`);
    }
  }

  async signIn(phone: string): Promise<Visited> {
    const asked = await this.send(await this.get('/sign-in'), 'accounts.sendSignInCode', { phone });
    const code = await this.message(phone, /(?<!\d)\d{6}(?!\d)/);
    return this.send(asked, 'accounts.enterSignInCode', { code });
  }
}
