/**
 * Between Astro and the wire: collects what a page writes, then sends it once with its length, security headers and
 * (for text) gzip at level 1. An HTML answer of 404 or 500 is replaced by the error page in the language of the address.
 */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Policies } from './security-headers.ts';
import { chooseEncoding } from './static-files.ts';

/** Below this gzip costs more than it saves; far above it, it would hold up everyone else. */
const COMPRESS_FROM = 860;
const COMPRESS_TO = 1024 * 1024;
const TEXT = /^(text\/|application\/(json|javascript|xml|x-ndjson|[\w.]+\+json)|image\/svg\+xml)/;

export interface DynamicSettings {
  /** Headers every answer carries. */
  readonly always: Readonly<Record<string, string>>;
  readonly policies: Policies;
  /** Sends the error page for this status. */
  readonly errorPage: (status: 404 | 500) => void;
}

/** Changes `res` in place so that Astro's writer, which knows only `writeHead`, `write` and `end`, ends up here. */
export function wrapResponse(req: IncomingMessage, res: ServerResponse, settings: DynamicSettings): void {
  const original = { writeHead: res.writeHead, write: res.write, end: res.end };
  const chunks: Buffer[] = [];
  let status: number | undefined;

  const restore = (): void => {
    res.writeHead = original.writeHead;
    res.write = original.write;
    res.end = original.end;
  };
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array)
      chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  };
  const finish = (): void => {
    restore();
    const code = status ?? res.statusCode;
    const type = String(res.getHeader('content-type') ?? '');
    if ((code === 404 || code === 500) && (type === '' || type.startsWith('text/html'))) {
      for (const name of res.getHeaderNames()) if (name !== 'set-cookie') res.removeHeader(name);
      settings.errorPage(code);
      return;
    }
    send(req, res, code, type, Buffer.concat(chunks), settings);
  };

  res.writeHead = ((code: number, ...rest: unknown[]) => {
    status = code;
    setAll(res, rest.find((item) => typeof item === 'object') as OutgoingHttpHeaders | undefined);
    return res;
  }) as ServerResponse['writeHead'];
  res.write = ((chunk: unknown) => {
    keep(chunk);
    return true;
  }) as ServerResponse['write'];
  res.end = ((chunk?: unknown) => {
    keep(chunk);
    finish();
    return res;
  }) as ServerResponse['end'];
}

function setAll(res: ServerResponse, headers: OutgoingHttpHeaders | undefined): void {
  for (const [name, value] of Object.entries(headers ?? {}))
    if (value !== undefined) res.setHeader(name, value);
}

function send(
  req: IncomingMessage,
  res: ServerResponse,
  code: number,
  type: string,
  body: Buffer,
  { always, policies }: DynamicSettings,
): void {
  setAll(res, always);
  res.setHeader('content-security-policy', type.startsWith('text/html') ? policies.page : policies.data);
  if (!res.hasHeader('cache-control')) res.setHeader('cache-control', 'private, no-store');
  if (type === 'text/html') res.setHeader('content-type', 'text/html; charset=utf-8');
  let bytes = body;
  if (TEXT.test(type) && !res.hasHeader('content-encoding')) {
    res.setHeader('vary', 'accept-encoding');
    const fits = body.length >= COMPRESS_FROM && body.length <= COMPRESS_TO;
    if (fits && chooseEncoding(req.headers['accept-encoding'], ['gzip'] as const) === 'gzip') {
      bytes = gzipSync(body, { level: 1 });
      res.setHeader('content-encoding', 'gzip');
    }
  }
  res.removeHeader('transfer-encoding');
  // Astro says “OK” to every status a page sets; without a word of its own Node says the right one.
  res.statusMessage = '';
  if (code === 204 || code === 304) {
    res.writeHead(code).end();
    return;
  }
  res.setHeader('content-length', bytes.length);
  res.writeHead(code);
  res.end(req.method === 'HEAD' ? undefined : bytes);
}
