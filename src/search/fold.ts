/**
 * How letters are compared: case, full and half width and kinds of quotes and blanks make no difference. The folded text has
 * the length of the original, so that what is found in one is marked in the other.
 */

const SAME: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '＇': "'",
  '–': '-',
  '−': '-',
  '‐': '-',
};

function foldOne(unit: string): string {
  const same = SAME[unit];
  if (same !== undefined) return same;
  if (/\s/.test(unit)) return ' ';
  const plain = unit.normalize('NFKC').toLowerCase();
  return plain.length === 1 ? plain : unit;
}

const known = new Map<string, string>();

/** Folds code unit by code unit; a pair of surrogates stays as it is. */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    let plain = known.get(unit);
    if (plain === undefined) known.set(unit, (plain = foldOne(unit)));
    folded += plain;
  }
  return folded;
}

export const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
