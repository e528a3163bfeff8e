/**
 * Which characters the contract's fonts can print, read from the fonts' own character maps (OpenType `cmap`, format 12).
 * A form asks before anybody signs; Typst asks again when it sets the page.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const FONT = ['@expo-google-fonts/noto-serif-sc', '400Regular', 'NotoSerifSC_400Regular.ttf'] as const;

/** Sorted, closed ranges of code points. */
let ranges: readonly (readonly [number, number])[] | null = null;

/** The characters of `text` that our PDFs cannot print, each once, in order; empty when all can be printed. */
export function unprintable(text: string): readonly string[] {
  ranges ??= readRanges();
  const known = ranges;
  // Spaces and line breaks are set, not drawn.
  return [...new Set(text.normalize('NFC').replace(/\s/g, ''))].filter((character) => {
    const code = character.codePointAt(0) as number;
    return !known.some(([first, last]) => code >= first && code <= last);
  });
}

function readRanges(): readonly (readonly [number, number])[] {
  const [name, weight, file] = FONT;
  const handle = openSync(join(dirname(require.resolve(`${name}/package.json`)), weight, file), 'r');
  try {
    const read = (position: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      readSync(handle, bytes, 0, length, position);
      return bytes;
    };
    const tables = read(4, 2).readUInt16BE();
    const directory = read(12, tables * 16);
    let cmap = -1;
    for (let i = 0; i < tables; i++)
      if (directory.toString('latin1', i * 16, i * 16 + 4) === 'cmap')
        cmap = directory.readUInt32BE(i * 16 + 8);
    const subtables = read(cmap + 2, 2).readUInt16BE();
    const records = read(cmap + 4, subtables * 8);
    for (let i = 0; i < subtables; i++) {
      const at = cmap + records.readUInt32BE(i * 8 + 4);
      // Format 12 is the only one that reaches beyond the basic plane, where 𬭸 and its like live.
      if (read(at, 2).readUInt16BE() !== 12) continue;
      const groups = read(at + 12, 4).readUInt32BE();
      const body = read(at + 16, groups * 12);
      return Array.from({ length: groups }, (_, g) => [
        body.readUInt32BE(g * 12),
        body.readUInt32BE(g * 12 + 4),
      ]);
    }
    throw new Error('the contract font has no format 12 character map');
  } finally {
    closeSync(handle);
  }
}
