/**
 * The built site in memory: every file with its compressed forms, tag and headers, found by its exact address.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { atHome, UNKNOWN_ORIGIN } from '../../shared/public-origin.ts';
import { contentPolicies, securityHeaders, type HeaderSettings } from './security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
};
const COMPRESSIBLE = new Set([
  '.html',
  '.css',
  '.js',
  '.mjs',
  '.json',
  '.webmanifest',
  '.xml',
  '.txt',
  '.svg',
]);

type Encoding = 'br' | 'gzip' | 'identity';
type Headers = Record<string, string | number>;
type Variant = { readonly bytes: Buffer; readonly headers: Readonly<Headers> };

export interface StaticFile {
  readonly etag: string;
  /** For a 304: what the full answer would say, without its content. */
  readonly revalidated: Readonly<Headers>;
  /** In this encoding, or as it is where it would not shrink. */
  variant(encoding: Encoding): Variant;
}

/** What the files of a house say about it: their headers, and where its absolute links lead. */
export interface StaticSettings extends HeaderSettings {
  /** Without a slash at the end. */
  readonly origin: string;
}

export interface StaticFiles {
  readonly count: number;
  find(path: string): StaticFile | undefined;
}

/** `index.html` → `/`, `en.html` → `/en`, `_astro/x.css` → `/_astro/x.css`. */
function addressOf(relative: string): string {
  const address = `/${relative.split(path.sep).join('/')}`;
  if (!address.endsWith('.html')) return address;
  return address.replace(/(\/index)?\.html$/, '') || '/';
}

const COMPRESS = {
  br: (bytes: Buffer): Buffer =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes: Buffer): Buffer => gzipSync(bytes, { level: 9 }),
} as const;
const ENCODINGS = ['br', 'gzip'] as const;
const SUFFIX = { br: '.br', gzip: '.gz' } as const;

/**
 * Loads `<outDir>/client`. `.br` and `.gz` made by the build are used. A file that carries absolute links of its own gets the
 * origin of this house first, so it is compressed here: once, when it is first asked for.
 */
export function loadStaticFiles(outDir: string, settings: StaticSettings): StaticFiles {
  const root = path.join(outDir, 'client');
  const files = new Map<string, StaticFile>();
  const names = existsSync(root) ? readdirSync(root, { recursive: true, withFileTypes: true }) : [];
  for (const entry of names) {
    const file = path.join(entry.parentPath, entry.name);
    const extension = path.extname(entry.name);
    if (!entry.isFile() || extension === '.br' || extension === '.gz') continue;
    const address = addressOf(path.relative(root, file));
    files.set(address, loadFile(file, extension, address, settings));
  }
  return { count: files.size, find: (address) => files.get(address) };
}

function loadFile(file: string, extension: string, address: string, settings: StaticSettings): StaticFile {
  const built = readFileSync(file);
  const compressible = COMPRESSIBLE.has(extension);
  const moved = compressible && built.includes(UNKNOWN_ORIGIN);
  const bytes = moved ? Buffer.from(atHome(built.toString('utf8'), settings.origin)) : built;
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const policies = contentPolicies(settings);
  const common = {
    ...securityHeaders(settings),
    'content-security-policy': extension === '.html' ? policies.page : policies.data,
    // Files under /_astro carry their content's hash in their name; a page is asked for anew and mostly answers 304.
    'cache-control': address.startsWith('/_astro/')
      ? 'public, max-age=31536000, immutable'
      : extension === '.html'
        ? 'public, no-cache'
        : 'public, max-age=86400',
    ...(compressible ? { vary: 'accept-encoding' } : {}),
  };
  const variant = (encoding: Encoding, content: Buffer): Variant => ({
    bytes: content,
    headers: {
      ...common,
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'content-length': content.length,
      etag: `"${hash}"`,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
  });
  const plain = variant('identity', bytes);
  const shrinks = compressible && bytes.length > 256;
  const made: Partial<Record<Encoding, Variant>> = {};
  if (shrinks && !moved)
    for (const encoding of ENCODINGS)
      if (existsSync(file + SUFFIX[encoding]))
        made[encoding] = variant(encoding, readFileSync(file + SUFFIX[encoding]));
  return {
    etag: `"${hash}"`,
    revalidated: { ...common, etag: `"${hash}"` },
    variant: (encoding) =>
      encoding === 'identity' || !shrinks
        ? plain
        : (made[encoding] ??= variant(encoding, COMPRESS[encoding](bytes))),
  };
}

/** The best encoding the client named without `q=0`. */
export function chooseEncoding<E extends string>(
  accepted: string | undefined,
  offered: readonly E[],
): E | 'identity' {
  if (!accepted) return 'identity';
  const named = new Map(
    accepted.split(',').map((part) => {
      const [name = '', ...params] = part.split(';').map((piece) => piece.trim().toLowerCase());
      return [name, !params.some((param) => /^q=0(\.0*)?$/.test(param))];
    }),
  );
  return offered.find((encoding) => named.get(encoding) === true) ?? 'identity';
}

/** Answers GET or HEAD from memory. `status` is for error pages, which are never answered 304. */
export function sendStatic(req: IncomingMessage, res: ServerResponse, file: StaticFile, status = 200): void {
  if (status === 200 && req.headers['if-none-match']?.includes(file.etag)) {
    res.writeHead(304, file.revalidated).end();
    return;
  }
  const encoding = chooseEncoding(req.headers['accept-encoding'], ENCODINGS);
  const variant = file.variant(encoding);
  if (status === 200) res.writeHead(200, variant.headers);
  else {
    const { etag: _etag, ...headers } = variant.headers;
    res.writeHead(status, { ...headers, 'cache-control': 'private, no-store' });
  }
  res.end(req.method === 'HEAD' ? undefined : variant.bytes);
}
