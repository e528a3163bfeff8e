/**
 * What somebody typed, as tokens to look for. Chinese is written without spaces, so a run of it is cut at the words we know
 * (synonyms and terms, longest first), and the rest where the browser's own dictionary cuts it.
 */
import { fold, isHan } from './fold.ts';

/** One thing to look for: what was typed, and what means the same. All folded. */
export interface Token {
  readonly typed: string;
  /** The typed word first. */
  readonly forms: readonly string[];
  /** A word of ours, with others that mean the same. */
  readonly known: boolean;
}

export interface Query {
  readonly tokens: readonly Token[];
  /** What was typed, folded and without the spaces around it: found as it stands, it counts more. */
  readonly phrase: string;
}

export type Synonyms = ReadonlyMap<string, ReadonlySet<string>>;

/** Every word with all that mean the same. A word in two groups has the words of both. */
export function synonymsOf(groups: readonly (readonly string[])[]): Synonyms {
  const words = new Map<string, Set<string>>();
  for (const group of groups)
    for (const word of group) {
      const same = words.get(word) ?? new Set<string>();
      for (const other of group) same.add(other);
      words.set(word, same);
    }
  return words;
}

/** Words that say nothing about the subject; kept when nothing else was typed. */
const EMPTY = new Set(
  (
    '的 了 吗 呢 吧 啊 么 是 有 能 会 要 在 和 与 或 把 被 给 对 从 到 用 不 没 我 我们 您 你 你们 他 她 它 这 那 这个 那个 个 都 也 就 还 ' +
    '可以 可不可以 能不能 什么 怎么 怎么办 怎样 如何 为什么 多少 多久 多长 哪里 哪些 哪个 是否 是不是 有没有 请问 一下 关于 一个 时候 ' +
    'the a an of to in on for is are be been do does did can could will would should may what how why when where which who ' +
    'my our your i we you it its this that these those and or with about from by at as if there not'
  ).split(' '),
);

/** Longest word we cut a run of Chinese at. */
const LONGEST = 14;
/** More than this is a text, not a question. */
const MOST_TOKENS = 16;
const MOST_TYPED = 120;

const segmenter =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

const pairs = (run: string): readonly string[] =>
  run.length <= 4 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));

/** Cuts Chinese that no word of ours is in. Single characters in a row stay together: 夹|闭 is 夹闭. */
function cutUnknown(run: string): readonly string[] {
  if (!segmenter) return pairs(run);
  const cut: string[] = [];
  let loose = '';
  const keepLoose = (): void => {
    if (loose !== '') cut.push(loose);
    loose = '';
  };
  for (const { segment } of segmenter.segment(run))
    if (segment.length === 1 && !EMPTY.has(segment)) loose += segment;
    else {
      keepLoose();
      cut.push(segment);
    }
  keepLoose();
  return cut;
}

/** Cuts a run of Chinese at the words we know. */
function cut(run: string, known: Synonyms): readonly string[] {
  const found: string[] = [];
  let unknown = '';
  const keepUnknown = (): void => {
    if (unknown !== '') found.push(...cutUnknown(unknown));
    unknown = '';
  };
  for (let at = 0; at < run.length;) {
    let length = Math.min(LONGEST, run.length - at);
    while (length > 1 && !known.has(run.slice(at, at + length))) length -= 1;
    if (length > 1) {
      keepUnknown();
      found.push(run.slice(at, at + length));
    } else unknown += run.charAt(at);
    at += length;
  }
  keepUnknown();
  return found;
}

/** Words of letters and digits: `hla`, `cd34+`, `follow-up`; and terms of several, such as `cord blood`. */
function latinWords(run: string, known: Synonyms): readonly string[] {
  const words = run.split(/[^\p{L}\p{N}+'.-]+/u).map((word) => word.replace(/^['.-]+|['.-]+$/g, ''));
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    let count = Math.min(4, words.length - at);
    while (count > 1 && !known.has(words.slice(at, at + count).join(' '))) count -= 1;
    found.push(words.slice(at, at + count).join(' '));
    at += count;
  }
  return found;
}

export const tokenOf = (word: string, known: Synonyms): Token => ({
  typed: word,
  forms: [...new Set([word, ...(known.get(word) ?? [])])],
  known: known.has(word),
});

/** Other ways to write our words: traditional characters, and pinyin without tones. */
export interface Spellings {
  readonly characters: ReadonlyMap<string, string>;
  readonly sounds: ReadonlyMap<string, string>;
}
export const NO_SPELLINGS: Spellings = { characters: new Map(), sounds: new Map() };

/** `pairs`: a traditional character, then ours, and so on; `sounds`: pinyin and the word it means. */
export const spellingsIn = (
  pairs: string,
  sounds: readonly (readonly [sound: string, word: string])[],
): Spellings => {
  const characters = new Map<string, string>();
  for (let at = 0; at + 1 < pairs.length; at += 2) characters.set(pairs.charAt(at), pairs.charAt(at + 1));
  return { characters, sounds: new Map(sounds) };
};

/** As our pages would have it: 臍帶血 and `qi dai xue` become 脐带血. */
function asWeWrite(typed: string, { characters, sounds }: Spellings): string {
  const plain = [...typed].map((char) => characters.get(char) ?? char).join('');
  return plain.replace(/[a-z]+(?: [a-z]+)*/g, (run) => sounds.get(run.replaceAll(' ', '')) ?? run);
}

/** Never throws, whatever was typed. */
export function readQuery(typed: string, known: Synonyms, spellings: Spellings = NO_SPELLINGS): Query {
  const phrase = asWeWrite(fold(typed.slice(0, MOST_TYPED)).replace(/ +/g, ' ').trim(), spellings);
  // A number belongs to the Chinese after it: 18岁.
  const runs = phrase.match(/\d*\p{Script=Han}[\p{Script=Han}\d]*|[^\p{Script=Han}]+/gu) ?? [];
  const words = runs
    .flatMap((run) => (isHan(run) ? cut(run, known) : latinWords(run, known)))
    .filter((word) => word !== '');
  const telling = words.filter((word) => !EMPTY.has(word));
  const kept = [...new Set(telling.length > 0 ? telling : words)].slice(0, MOST_TOKENS);
  return {
    phrase,
    tokens: kept.map((word) => tokenOf(word, known)),
  };
}
