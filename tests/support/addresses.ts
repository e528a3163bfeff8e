/**
 * One address of every page there is, from the build's manifest and the authorisation table: what each page is about is
 * found as people find it, by following links, and what is only sent to somebody is asked for and read in the outbox.
 */
import { builtRoutes } from '../../scripts/built-routes.mjs';
import { rowOf } from '../../src/accounts/permissions.ts';
import { elementsIn, OUT_DIR } from './html.ts';
import type { Visitor } from './visitor.ts';

/** `/[...lang]/learn/[slug]` → what addresses it answers. */
export const asPattern = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll('.', '\\.')
      .replace(/^\/\[\\\.\\\.\\\.lang\]/, '(?:/en)?')
      .replaceAll(/\[\\\.\\\.\\\.\w+\]/g, '.+')
      .replaceAll(/\[\w+\]/g, '[^/]+')}/?$`,
  );

/** Pages no visit of this walk can stand on: who looks at each instead. */
export const LOOKED_AT_ELSEWHERE: Readonly<Record<string, string>> = {
  '/[...lang]/family/contracts/[id]/sign': 'signing-and-paying.e2e.ts, before it is signed',
  '/[...lang]/staff/money/[id]': 'needs a payment that fits no claim; the list before it is looked at here',
  '/500': 'a bug; server.test.ts makes one',
  '/en/500': 'a bug; server.test.ts makes one',
};

/** Addresses nothing leads to. */
const BY_HAND: Readonly<Record<string, string>> = {
  '/404': '/nowhere',
  '/en/404': '/en/nowhere',
  '/staff/404': '/staff/nowhere',
  '/en/staff/404': '/en/staff/nowhere',
};

export interface Address {
  readonly pattern: string;
  readonly path: string;
  /** Whose eyes see it: their cookies. */
  readonly cookies: string;
}

interface Pattern {
  readonly pattern: string;
  readonly answers: RegExp;
  readonly isPage: boolean;
}

/** What a browser may ask for; what is spelled out comes before what has a hole in it. */
const patternsOfBuild = (): readonly Pattern[] =>
  builtRoutes(OUT_DIR)
    .filter(({ methods }) => methods.includes('GET'))
    .map(({ pattern, type }) => ({ pattern, answers: asPattern(pattern), isPage: type === 'page' }))
    .sort((a, b) => a.pattern.split('[').length - b.pattern.split('[').length);

export class AddressBook {
  readonly #patterns = patternsOfBuild();
  readonly #found = new Map<string, Address>();
  readonly #more: Address[] = [];
  readonly #origin: string;
  readonly #lang: '' | '/en';

  constructor(origin: string, lang: '' | '/en') {
    this.#origin = origin;
    this.#lang = lang;
  }

  /** The kind of page an address is; files and other endpoints are none. */
  #patternOf(path: string): string | undefined {
    const bare = path.replace(/[?#].*$/, '') || '/';
    const found = this.#patterns.find(({ answers }) => answers.test(bare === '/en' ? '/en/' : bare));
    return found?.isPage ? found.pattern : undefined;
  }

  #note(path: string, cookies: string): boolean {
    const pattern = this.#patternOf(path);
    if (pattern === undefined || this.#found.has(pattern)) return false;
    this.#found.set(pattern, { pattern, path, cookies });
    return true;
  }

  /** Follows every link from there as long as it leads to a kind of page not seen yet. */
  async follow(visitor: Visitor, starts: readonly string[], room: RegExp = /^/): Promise<void> {
    const todo = starts.map((path) => this.#lang + path);
    const asked = new Set<string>();
    for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
      const pattern = this.#patternOf(path);
      if (pattern === undefined || asked.has(pattern)) continue;
      asked.add(pattern);
      const page = await visitor.get(path);
      if (page.status !== 200) continue;
      // Led elsewhere: that page is what was found.
      if (this.#patternOf(page.path) !== pattern) todo.push(page.path);
      else this.#note(path, visitor.cookies);
      for (const { attributes } of elementsIn(page.html)) {
        const { href } = attributes;
        if (href === undefined || !URL.canParse(href, this.#origin + path)) continue;
        const to = new URL(href, this.#origin + path);
        const bare = to.pathname.replace(/^\/en(?=\/|$)/, '') || '/';
        const sameLanguage = /^\/en(\/|$)/.test(to.pathname) === (this.#lang === '/en');
        if (to.origin === this.#origin && sameLanguage && room.test(bare)) todo.push(to.pathname);
      }
    }
  }

  /** A page reached by doing something: where one ended, or what was sent. */
  arrivedAt(path: string, visitor: Visitor): void {
    this.#note(path, visitor.cookies);
  }

  /** One more page of a kind that looks quite different. */
  also(path: string, visitor: Visitor): void {
    this.#more.push({ pattern: this.#patternOf(path) ?? path, path, cookies: visitor.cookies });
  }

  /** The address found for a kind of page. */
  of(pattern: string): string | undefined {
    return this.#found.get(pattern)?.path;
  }

  /** Every page of this language, and the kinds of page nobody has found a way to. */
  close(): { readonly pages: readonly Address[]; readonly missing: readonly string[] } {
    const ours = this.#patterns.filter(
      ({ pattern, isPage }) =>
        isPage &&
        rowOf(pattern)?.GET !== 'development' &&
        !(pattern in LOOKED_AT_ELSEWHERE) &&
        (pattern.startsWith('/[...lang]') || /^\/en(\/|$)/.test(pattern) === (this.#lang === '/en')),
    );
    for (const { pattern } of ours) {
      const path = BY_HAND[pattern];
      if (path !== undefined) this.#found.set(pattern, { pattern, path, cookies: '' });
    }
    return {
      pages: [...ours.flatMap(({ pattern }) => this.#found.get(pattern) ?? []), ...this.#more],
      missing: ours.map(({ pattern }) => pattern).filter((pattern) => !this.#found.has(pattern)),
    };
  }
}
