/**
 * Strings in both languages, side by side. Chinese governs; English is rewritten, not translated.
 * A missing language or a missing placeholder is a type error.
 */
export const LOCALES = ['zh', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** One sentence in both languages. `{name}` marks a placeholder. */
export type Text = { readonly zh: string; readonly en: string };

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type ParamsOf<T extends Text> = Placeholders<T['zh']> | Placeholders<T['en']>;
type Args<T extends Text> = [ParamsOf<T>] extends [never]
  ? []
  : [params: Record<ParamsOf<T>, string | number>];

export type Catalogue = { readonly [key: string]: Text };

/** Declares a capability's strings; keeps the literal types so placeholders are checked. */
export const messages = <const C extends Catalogue>(catalogue: C): C => catalogue;

export type Translator<C extends Catalogue> = <K extends keyof C & string>(
  key: K,
  ...args: Args<C[K]>
) => string;

/** Fills `{placeholders}`; an unknown one stays visible, because a hole in a sentence is worse than a brace. */
export const fill = (template: string, params: Readonly<Record<string, string | number>> = {}): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

/** `const t = translator(contractMessages, locale); t('title', { number })` */
export const translator =
  <C extends Catalogue>(catalogue: C, locale: Locale): Translator<C> =>
  (key, ...args) =>
    fill((catalogue[key] as Text)[locale], args[0] as Record<string, string | number> | undefined);

/** Picks one language of a text that is data (a form's label, a policy's name). */
export const say = (text: Text, locale: Locale, params?: Readonly<Record<string, string | number>>): string =>
  fill(text[locale], params);

/** BCP 47 tag for `lang` attributes and `Intl`. */
export const languageTag = (locale: Locale): 'zh-CN' | 'en' => (locale === 'zh' ? 'zh-CN' : 'en');

/** For words somebody typed: in which language they are set, whatever the page is in. */
export const writtenIn = (words: string): 'zh-CN' | 'en' => (/\p{Script=Han}/u.test(words) ? 'zh-CN' : 'en');

/** Chinese lives at `/…`, English at `/en/…`; `path` starts with a slash and has no language. */
export const localPath = (locale: Locale, path: string): string =>
  locale === 'zh' ? path : path === '/' ? '/en' : `/en${path}`;

/** `listOf('zh')(['孕期', '医院'])` is 孕期、医院; in English a comma and a space. */
export const listOf =
  (locale: Locale) =>
  (items: readonly string[]): string =>
    items.join(locale === 'zh' ? '、' : ', ');

/** Parts of one sentence, one after the other: 今天同意，明天撤回. */
export const clausesOf =
  (locale: Locale) =>
  (parts: readonly string[]): string =>
    parts.join(locale === 'zh' ? '，' : ', ');

/** What is named, before what is said of it: 预产期：请填写. */
export const named = (locale: Locale, name: string, said = ''): string =>
  `${name}${locale === 'zh' ? '：' : ': '}${said}`;
