/** For the build: traditional characters and pinyin, as far as the words of our own pages go. */
import simplified from 'opencc-js/dict/STCharacters';
import taiwan from 'opencc-js/dict/TWVariants';
import { pinyin } from 'pinyin-pro';
import { isHan } from './fold.ts';

/** `简 繁1 繁2|…` of the OpenCC tables. */
const rowsOf = (table: string): readonly (readonly string[])[] =>
  table.split('|').map((row) => row.split(' '));

/**
 * Traditional forms of the characters in `text`, in pairs: `臍脐帶带`. A form that our own pages use for itself is left alone:
 * 后 and 後 are two words to us only if both are written.
 */
export function traditionalPairs(text: string): string {
  const used = new Set(text);
  const pairs = new Map<string, string>();
  const add = (form: string | undefined, plain: string): void => {
    if (form?.length === 1 && plain.length === 1 && !used.has(form) && !pairs.has(form))
      pairs.set(form, plain);
  };
  for (const [plain = '', ...forms] of rowsOf(simplified))
    if (used.has(plain)) for (const form of forms) add(form, plain);
  for (const [form = '', ...others] of rowsOf(taiwan))
    for (const other of others) {
      const plain = pairs.get(form);
      if (plain !== undefined) add(other, plain);
    }
  return [...pairs].map(([form, plain]) => form + plain).join('');
}

/** How our words sound, without tones and spaces: `[baixuebing, 白血病]`. Short ones sound like too many things. */
export function spellingsOf(words: Iterable<string>): readonly (readonly [sound: string, word: string])[] {
  const spellings = new Map<string, string>();
  for (const word of words) {
    if (word.length < 2 || ![...word].every(isHan)) continue;
    const sound = pinyin(word, { toneType: 'none', type: 'array', v: true }).join('');
    if (sound.length >= 5 && /^[a-z]+$/.test(sound) && !spellings.has(sound)) spellings.set(sound, word);
  }
  return [...spellings];
}
