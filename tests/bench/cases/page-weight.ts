/** What the front page weighs on the wire, as a browser that takes brotli loads it: HTML, styles, scripts, fonts. */
import { request } from 'node:http';
import { bankOf, SMALL, type Case } from '../case.ts';
import { startSite } from '../processes.ts';
import { atMost } from '../rows.ts';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const LIMIT = 40;

interface Loaded {
  readonly bytes: number;
  readonly text: string;
}

function load(url: URL): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`${url.href}: ${response.statusCode}`));
        const body = Buffer.concat(chunks);
        const encoding = response.headers['content-encoding'];
        const plain =
          encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
        return resolve({ bytes: body.length, text: plain.toString('utf8') });
      });
    })
      .on('error', reject)
      .end();
  });
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** Addresses a page loads by itself; pictures are named so that a foreign one is seen, but not weighed. */
function loadedBy(html: string): { weighed: string[]; pictures: string[] } {
  const weighed: string[] = [];
  const pictures: string[] = [];
  for (const [tag] of html.matchAll(/<(?:link|script|img|source|iframe)\b[^>]*>/g)) {
    const rel = attribute(tag, 'rel') ?? '';
    const at = attribute(tag, 'src') ?? attribute(tag, 'href');
    if (at === undefined) continue;
    if (/^<(?:img|source|iframe)/.test(tag) || /icon/.test(rel)) pictures.push(at);
    else if (tag.startsWith('<script') || /stylesheet|preload/.test(rel)) weighed.push(at);
  }
  return { weighed: [...new Set(weighed)], pictures };
}

const insideStyles = (css: string): string[] =>
  [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)].map(
    ([, at = '', imported = '']) => at || imported,
  );

export const pageWeight: Case = async () => {
  const bank = await bankOf(SMALL);
  const site = await startSite(bank.dataDir);
  try {
    const rows = [];
    for (const [language, address] of [
      ['zh', '/'],
      ['en', '/en'],
    ] as const) {
      const page = new URL(address, site.origin);
      const html = await load(page);
      const { weighed, pictures } = loadedBy(html.text);
      const asked = [...weighed, ...pictures].map((at) => new URL(at, page));
      let bytes = html.bytes;
      const own = weighed.map((at) => new URL(at, page));
      for (const url of own.filter(({ origin }) => origin === page.origin)) {
        const part = await load(url);
        bytes += part.bytes;
        if (!url.pathname.endsWith('.css')) continue;
        const within = insideStyles(part.text).map((at) => new URL(at, url));
        asked.push(...within.filter(({ protocol }) => protocol !== 'data:'));
        for (const font of within.filter(({ pathname }) => /\.(woff2?|ttf|otf)$/.test(pathname)))
          bytes += (await load(font)).bytes;
      }
      const foreign = asked.filter(({ origin, protocol }) => origin !== page.origin && protocol !== 'data:');
      rows.push(
        atMost(`page-weight: home in ${language}`, bytes / 1024, 'KB over the wire', LIMIT),
        atMost(`page-weight: home in ${language}, other origins`, foreign.length, 'addresses', 0),
      );
    }
    return rows;
  } finally {
    await site.stop();
  }
};
