/** What counts as a signature's mark: a line somebody drew, or the signer's own name typed. */

/** The pad is 300 × 100 wherever it is drawn; the browser scales to it. */
export const PAD = { width: 300, height: 100 } as const;
const MOST_CHARACTERS = 20_000;
const LEAST_LENGTH = 60;

const PATH = /^(?:M-?\d+(?:\.\d{1,2})? -?\d+(?:\.\d{1,2})?(?:L-?\d+(?:\.\d{1,2})? -?\d+(?:\.\d{1,2})?)+)+$/;

/**
 * Strokes as `M x y L x y …` in a 300 × 100 box. Null when it is anything else, leaves the box, or is too short to be a
 * signature: the path is printed into a PDF, so nothing but moves and lines may pass.
 */
export function readDrawnMark(raw: string): string | null {
  const path = raw.trim();
  if (path.length === 0 || path.length > MOST_CHARACTERS || !PATH.test(path)) return null;
  let length = 0;
  let last: readonly [number, number] | null = null;
  for (const [, command, x, y] of path.matchAll(/([ML])(-?[\d.]+) (-?[\d.]+)/g)) {
    const point = [Number(x), Number(y)] as const;
    if (point[0] < -2 || point[0] > PAD.width + 2 || point[1] < -2 || point[1] > PAD.height + 2) return null;
    if (command === 'L' && last) length += Math.hypot(point[0] - last[0], point[1] - last[1]);
    last = point;
  }
  return length >= LEAST_LENGTH ? path : null;
}

/** Spaces, full-width letters, case and the kind of interpunct are typing; another name is another person. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s]+/g, '')
    .replace(/[•‧・･∙⋅.．]/g, '·')
    .replace(/[’‘`´]/g, "'")
    .toLocaleLowerCase('en');

export const isSameName = (typed: string, name: string): boolean =>
  plainName(typed) !== '' && plainName(typed) === plainName(name);
