/** Where a word stands in a text. Both are folded. */
import { isHan } from './fold.ts';

export interface Hit {
  readonly from: number;
  readonly to: number;
  /** A word for itself, not a piece of another one, such as 生存 in 出生存放. */
  readonly whole: boolean;
}

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** What English adds to a word: `storing`, `stored`, `stores` all begin with `stor`. Short words stay whole. */
export function stem(word: string): string {
  const bare = word.replace(/'s$/, '');
  if (bare.length < 5 || /[^a-z]/.test(bare)) return bare;
  const cut = bare.replace(/(ies|ing|ed|es|s)$/, (end, _whole, at: number) =>
    at < 3 || (end === 's' && bare.charAt(at - 1) === 's') ? end : '',
  );
  return cut.replace(/(?<=^.{4,})e$|(?<=^.{5,})y$/, '');
}

const segmenter =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
/** So many characters around a find decide where its words end. */
const AROUND = 8;

/** Whether the browser's dictionary ends words where this find begins and ends. */
function endsWords(text: string, from: number, to: number): boolean {
  if (!segmenter || to - from === 1) return true;
  const start = Math.max(0, from - AROUND);
  const edges = new Set<number>();
  for (const { index } of segmenter.segment(text.slice(start, to + AROUND))) edges.add(start + index);
  return edges.has(from) && (to >= text.length || edges.has(to));
}

/** What to mark: pieces of other words only where the word itself is not there. 脐带血管 is no 脐带血. */
export function wholeOnes(hits: readonly Hit[], text: string): readonly Hit[] {
  const isWhole = (hit: Hit): boolean =>
    !isHan(text.slice(hit.from, hit.to)) || endsWords(text, hit.from, hit.to);
  const whole = hits.filter(isWhole);
  const words = new Set(whole.map(({ from, to }) => text.slice(from, to)));
  return hits.filter((hit) => whole.includes(hit) || !words.has(text.slice(hit.from, hit.to)));
}

/**
 * All places of `form`, in order, at most `most`. Whether Chinese stands for itself is looked up in a dictionary, which takes
 * its time: `trusted` words, which are terms of ours, count as whole wherever they stand.
 */
export function hitsOf(form: string, text: string, most = 40, trusted = false): readonly Hit[] {
  const hits: Hit[] = [];
  const han = isHan(form);
  const sought = han ? form : stem(form);
  if (sought === '') return hits;
  for (let at = text.indexOf(sought); at !== -1 && hits.length < most;) {
    let to = at + sought.length;
    if (han) hits.push({ from: at, to, whole: trusted || endsWords(text, at, to) });
    else if (!isLetter(text[at - 1])) {
      while (isLetter(text[to])) to += 1;
      // A very short word has to be that word, or its plural; a longer one may go on: stor-age.
      const rest = text.slice(at + sought.length, to);
      const whole = text.slice(at, to) === form;
      if (whole || sought.length > 2 || rest === '' || rest === 's') hits.push({ from: at, to, whole });
    }
    at = text.indexOf(sought, Math.max(to, at + 1));
  }
  return hits;
}
