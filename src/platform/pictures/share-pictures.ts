/**
 * Paints the pictures of shared links. Typst sets the words, because it breaks lines of Chinese and has the fonts with it;
 * the scene is an SVG; sharp makes pixels of both. The same words give the same bytes.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { squareScene, wideScene } from './scene.ts';

export interface PictureWords {
  readonly title: string;
  readonly section: string | null;
  readonly bank: string;
  readonly locale: 'zh' | 'en';
}

export interface Painter {
  /** PNG, 1200 × 630. */
  wide(words: PictureWords): Promise<Buffer>;
  /** PNG without words. */
  square(side: number): Promise<Buffer>;
}

const require = createRequire(import.meta.url);
const FONTS = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const TEMPLATE = fileURLToPath(new URL('./share.typ', import.meta.url));

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** U+2060 between the characters of a word: a line may break between words only. */
const wordsWhole = (title: string): string =>
  [...segmenter.segment(title)]
    .map(({ segment }) => (/^\p{Script=Han}+$/u.test(segment) ? [...segment].join('\u2060') : segment))
    .join('');
/** Where a Chinese reader pauses. */
const phrasesOf = (title: string): readonly string[] => title.match(/[^，：；？]+[，：；？]?/g) ?? [title];

function set({ title, ...words }: PictureWords): string {
  if (words.locale === 'en') return JSON.stringify({ ...words, title, phrases: [title] });
  return JSON.stringify({ ...words, title: wordsWhole(title), phrases: phrasesOf(title) });
}

/** Flat colours: a palette makes the file a third as large. */
const png = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg)).png({ palette: true, colours: 128, dither: 0, effort: 7 }).toBuffer();

/** Loading the fonts costs some 30 ms, a picture about as much. */
export function sharePainter(): Painter {
  const compiler = NodeCompiler.create({
    workspace: path.dirname(TEMPLATE),
    fontArgs: [{ fontPaths: ['400Regular', '600SemiBold'].map((weight) => path.join(FONTS, weight)) }],
  });
  return {
    wide(words) {
      const svg = compiler.plainSvg({ mainFilePath: TEMPLATE, inputs: { data: set(words) } });
      compiler.evictCache(10);
      // Points are pixels here.
      return png(wideScene(svg.replace(/width="1200pt" height="630pt"/, 'width="1200" height="630"')));
    },
    square: (side) => png(squareScene(side)),
  };
}
