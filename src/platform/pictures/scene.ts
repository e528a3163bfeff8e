/** What is drawn on share pictures: the hills of Shandong and the one cord, whose colour is its temperature. */

/** As in src/ui/styles/tokens.css. */
const COLOUR = {
  ground: '#f0f5f4',
  near: '#dfebe9',
  far: '#e8f0ef',
  cord37: '#d2552a',
  cord20: '#b4752a',
  cord4: '#5c8c85',
  cord80: '#1d6c74',
  cord196: '#123f56',
  tick: '#7db0ad',
} as const;

const stops = [
  [0, COLOUR.cord37],
  [0.28, COLOUR.cord20],
  [0.52, COLOUR.cord4],
  [0.76, COLOUR.cord80],
  [1, COLOUR.cord196],
]
  .map(([offset, colour]) => `<stop offset="${offset}" stop-color="${colour}"/>`)
  .join('');

/** One strand in two tones: the light one lies over the colour in slanted stripes. */
const definitions = (from: number, to: number): string => `<defs>
  <linearGradient id="cord" gradientUnits="userSpaceOnUse" x1="${from}" x2="${to}" y1="0" y2="0">${stops}</linearGradient>
  <pattern id="twist" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(32)">
    <rect width="5" height="16" fill="#fff" fill-opacity=".38"/>
  </pattern>
</defs>`;

const rope = (path: string, width: number): string => `
  <path d="${path}" fill="none" stroke="${COLOUR.ground}" stroke-width="${width + 12}" stroke-linecap="round"/>
  <path d="${path}" fill="none" stroke="url(#cord)" stroke-width="${width}" stroke-linecap="round"/>
  <path d="${path}" fill="none" stroke="url(#twist)" stroke-width="${width}" stroke-linecap="round"/>`;

/** A cord closing into a Q around a drop, as in BrandMark.astro. */
const mark = (x: number, y: number, scale: number): string => `
  <g transform="translate(${x} ${y}) scale(${scale})">
    <linearGradient id="mark" x1="0" x2="1" y1="0" y2="0">${stops}</linearGradient>
    <path fill="none" stroke="url(#mark)" stroke-width="5" stroke-linecap="round" d="M31.2 33.1A14.6 14.6 0 1 1 36.6 21.8c0 4.7-2.1 8.6-5.4 11.3 2.5 2.7 5.1 4.2 8.6 4.7"/>
    <path fill="${COLOUR.cord37}" d="M22 12.6c4 4.8 5.9 7.5 5.9 10.4a5.9 5.9 0 0 1-11.8 0c0-2.9 1.9-5.6 5.9-10.4z"/>
  </g>`;

const TICKS = [100, 384, 634, 872, 1088];
const CORD = 'M-30 512C120 520 176 548 300 536c112-11 150-66 262-64 116 2 150 62 270 60 118-2 176-54 398-38';

/** The wide picture; `words` is an SVG of the same size. */
export const wideScene = (
  words: string,
): string => `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
  ${definitions(0, 1200)}
  <rect width="1200" height="630" fill="${COLOUR.ground}"/>
  <path fill="${COLOUR.far}" d="M0 630V452c120-54 230-60 352-18 96-92 196-128 306-90 60 20 96 62 152 78 92-84 190-92 290-22 36 26 68 38 100 38v192z"/>
  <path fill="${COLOUR.near}" d="M0 630V538c170-58 330-52 486-6 150-68 300-70 440-14 96 38 188 40 274 10v102z"/>
  ${rope(CORD, 22)}
  ${TICKS.map((x) => `<path d="M${x} 562v6" stroke="${COLOUR.tick}" stroke-width="2" stroke-linecap="round"/>`).join('')}
  ${mark(78, 54, 1.3)}
  ${words}
</svg>`;

/** The small square: no words, they would not be read. */
export const squareScene = (
  side: number,
): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 320 320">
  ${definitions(0, 320)}
  <rect width="320" height="320" fill="${COLOUR.ground}"/>
  <path fill="${COLOUR.far}" d="M0 320V214c56-30 104-26 150 8 54-50 110-58 170-24v122z"/>
  <path fill="${COLOUR.near}" d="M0 320v-54c90-30 176-26 252 2 26 8 48 10 68 8v44z"/>
  ${mark(58, 42, 4.6)}
</svg>`;
