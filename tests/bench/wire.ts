/** What a page loads, as a browser that takes brotli gets it: HTML, styles, scripts and what they load in turn. */
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface Loaded {
  readonly bytes: number;
  readonly text: string;
}

export function load(url: URL): Promise<Loaded> {
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
/** What a script loads at once; what it loads on use (`import(…)`) is not part of the page. */
const insideScripts = (js: string): string[] =>
  [...js.matchAll(/\bimport\s*(?:[^'"()]*from\s*)?["'](\.[^"']+)["']/g)].map(([, at = '']) => at);

export interface Weighed {
  readonly bytes: number;
  readonly foreign: readonly string[];
}

/** Weighs pages of one site; what several pages share is loaded once and counts for each. */
export function scales(origin: string): (path: string) => Promise<Weighed> {
  const known = new Map<string, Promise<Loaded>>();
  const shared = (url: URL): Promise<Loaded> => {
    const loading = known.get(url.href) ?? load(url);
    known.set(url.href, loading);
    return loading;
  };
  return async (path) => {
    const page = new URL(path, origin);
    const html = await load(page);
    const { weighed, pictures } = loadedBy(html.text);
    const asked = pictures.map((at) => new URL(at, page));
    const todo = weighed.map((at) => new URL(at, page));
    const met = new Set<string>();
    let { bytes } = html;
    for (let url = todo.pop(); url; url = todo.pop()) {
      if (met.has(url.href)) continue;
      met.add(url.href);
      asked.push(url);
      if (url.origin !== page.origin) continue;
      const part = await shared(url);
      bytes += part.bytes;
      const base = url;
      const within = (
        base.pathname.endsWith('.css') ? insideStyles(part.text) : insideScripts(part.text)
      ).map((at) => new URL(at, base));
      for (const one of within)
        if (/\.(js|css|woff2?|ttf|otf)$/.test(one.pathname)) todo.push(one);
        else asked.push(one);
    }
    const foreign = asked.filter(
      (url) => url.origin !== page.origin && url.protocol !== 'data:' && url.protocol !== 'blob:',
    );
    return { bytes, foreign: foreign.map(({ href }) => href) };
  };
}
