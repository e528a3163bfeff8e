/**
 * The server in front of Astro: decides what is a request at all, serves what is static from memory, and lets the rest
 * through with a number, an address it believes and a body that is already read.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { wrapResponse } from './dynamic-response.ts';
import { takeClientAddress } from './client-address.ts';
import { BUSY, postedBodies, type BeforeBody, type Instead } from './posted-body.ts';
import { bodyCrowds, type Pace } from './request-body.ts';
import { namesOneHost, readTarget } from './request-target.ts';
import { contentPolicies, securityHeaders, type HeaderSettings } from './security-headers.ts';
import { sendStatic, type StaticFiles } from './static-files.ts';
import type { WaitingLimits } from './waiting-bodies.ts';

/** What travels with a request into `Astro.locals`; the middleware adds the route it matched. */
export interface RequestLocals {
  readonly deps: unknown;
  readonly requestId: string;
  readonly clientAddress: string;
  route?: string;
}

export type AstroHandler = (
  req: IncomingMessage,
  res: ServerResponse,
  next: (error?: unknown) => void,
  locals: RequestLocals,
) => unknown;

export interface RequestLog {
  info(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export interface SiteSettings extends HeaderSettings {
  /** Exact values of `Host`, port included. */
  readonly hosts: readonly string[];
  readonly proxies: readonly string[];
  /** Dynamic requests at once before the rest are asked to come back later. */
  readonly maxInFlight: number;
  /** Only tests have figures of their own for these. */
  readonly slowestBody?: Pace;
  readonly waitingBodies?: WaitingLimits;
}

export interface Site {
  readonly server: Server;
  /** Answers what has begun, refuses the rest, and returns when the last connection is closed. */
  stop(): Promise<void>;
}

export interface SiteParts {
  readonly settings: SiteSettings;
  readonly files: StaticFiles;
  readonly handler: AstroHandler;
  readonly deps: unknown;
  readonly log: RequestLog;
  /** Whether the site can do its work: the database answers, and so on. */
  readonly ready: () => Promise<boolean>;
  readonly beforeBody?: BeforeBody;
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' } as const;
const STOP_AFTER = 20_000;

/**
 * The payment provider speaks of money that has already moved; visitors never crowd it out, nor the health check. Its own
 * bodies are counted apart (`bodyCrowds`).
 */
const neverShed = (path: string): boolean => path.startsWith('/webhooks/');

const CLIENT_ERRORS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

export function createSite({ settings, files, handler, deps, log, ready, beforeBody }: SiteParts): Site {
  const policies = contentPolicies(settings);
  const always = securityHeaders(settings);
  const common = { ...always, 'content-security-policy': policies.data };
  let inFlight = 0;
  const crowds = bodyCrowds();
  const { slowestBody: pace, waitingBodies: waiting } = settings;
  const take = postedBodies({ pace, waiting, beforeBody });
  let stopping = false;

  const say = (
    res: ServerResponse,
    status: number,
    text: string,
    more: Record<string, string> = {},
  ): void => {
    res.writeHead(status, { ...common, ...PLAIN, ...more }).end(`${text}\n`);
  };

  const sayInstead = (res: ServerResponse, { status, text, headers }: Instead): void =>
    say(res, status, text, headers);

  const errorPage = (req: IncomingMessage, res: ServerResponse, path: string, status: 404 | 500): void => {
    const english = path === '/en' || path.startsWith('/en/');
    const language = english ? '/en' : '';
    // The console has an error page of its own, whose way back is the console.
    const room = /^\/staff(\/|$)/.test(path.slice(language.length)) ? '/staff' : '';
    const file =
      files.find(`${language}${room}/${status}`) ??
      files.find(`${language}/${status}`) ??
      files.find(`/${status}`);
    if (file) sendStatic(req, res, file, status);
    else
      say(
        res,
        status,
        status === 404 ? '没有这个页面。 Page not found.' : '出错了，请稍后再试。 Something broke.',
      );
  };

  async function health(res: ServerResponse, path: string): Promise<void> {
    const live = path === '/health/live';
    const able = live || (!stopping && (await ready().catch(() => false)));
    const body = JSON.stringify({ status: live ? 'live' : able ? 'ready' : 'not-ready' });
    res
      .writeHead(able ? 200 : 503, { ...common, ...PLAIN, 'content-type': 'application/json; charset=utf-8' })
      .end(`${body}\n`);
  }

  /** A place to be worked on; null when there is none now. */
  function enter(path: string): (() => void) | null {
    if (inFlight >= settings.maxInFlight && !neverShed(path)) return null;
    const leaveCrowd = crowds.enter(path);
    if (!leaveCrowd) return null;
    inFlight += 1;
    return () => {
      inFlight -= 1;
      leaveCrowd();
    };
  }

  async function dynamic(
    req: IncomingMessage,
    res: ServerResponse,
    path: string,
    client: string,
  ): Promise<void> {
    // Not to let a body come in vain.
    if (inFlight >= settings.maxInFlight && !neverShed(path)) return sayInstead(res, BUSY);
    const started = performance.now();
    const locals: RequestLocals = { deps, requestId: crypto.randomUUID(), clientAddress: client };
    let leave: (() => void) | null = null;
    try {
      if (req.method === 'POST') {
        const body = await take(req, { path, headers: req.headers, clientAddress: client });
        if (body === null) return void res.destroy();
        if (!Buffer.isBuffer(body)) return sayInstead(res, body);
        Object.assign(req, { body });
      }
      leave = enter(path);
      if (!leave) return sayInstead(res, BUSY);
      res.setHeader('x-request-id', locals.requestId);
      wrapResponse(req, res, { always, policies, errorPage: (status) => errorPage(req, res, path, status) });
      await handler(req, res, () => res.writeHead(404).end(), locals);
    } finally {
      leave?.();
      // The route as declared, never the address: addresses carry invitation tokens and identifiers.
      const line = {
        requestId: locals.requestId,
        method: req.method,
        route: locals.route ?? 'unmatched',
        status: res.statusCode,
        ms: Math.round((performance.now() - started) * 10) / 10,
      };
      // Asked to come back: no fault of ours, and a crowd must not fill the log of faults.
      if (res.statusCode >= 500 && res.statusCode !== 503) log.error(line, 'request failed');
      else log.info(line, 'request');
    }
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (stopping) res.setHeader('connection', 'close');
    if (!namesOneHost(req)) return say(res, 400, 'A request names one host.', { connection: 'close' });
    if (!settings.hosts.includes(req.headers.host ?? ''))
      return say(res, 421, 'This server does not answer for that host.');
    const target = readTarget(req.url ?? '');
    if (target.kind === 'malformed') return say(res, 400, '网址不完整或有错。 The address is malformed.');
    const { method } = req;
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
      return say(res, 405, 'Method not allowed.', { allow: 'GET, HEAD, POST' });
    if (target.kind === 'redirect') {
      res.writeHead(308, { ...common, 'cache-control': 'public, max-age=3600', location: target.to }).end();
      return;
    }
    const { path } = target;
    const client = takeClientAddress(req, settings.proxies);
    if (path === '/health' || path === '/health/live' || path === '/health/ready') return health(res, path);
    const file = files.find(path);
    if (file) {
      if (method === 'POST') return say(res, 405, 'Method not allowed.', { allow: 'GET, HEAD' });
      const errorStatus = /^(?:\/en)?(?:\/staff)?\/(404|500)$/.exec(path)?.[1];
      return sendStatic(req, res, file, errorStatus === undefined ? 200 : Number(errorStatus));
    }
    // Astro's own doors (pictures, islands, calls from scripts) lead nowhere here: an open image resizer is a gift to others.
    if (path.startsWith('/_')) return errorPage(req, res, path, 404);
    await dynamic(req, res, path, client);
  }

  const limits = {
    keepAliveTimeout: 65_000,
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    // How often the two above are looked at: whoever sends nothing is gone when they say, not half a minute later.
    connectionsCheckingInterval: 1_000,
  };
  const server = createServer(limits, (req, res) => {
    answer(req, res).catch((error: unknown) => {
      // As `err`: its serialiser drops the message, which may quote what somebody typed.
      log.error({ err: error }, 'request threw');
      if (res.headersSent) res.destroy();
      else errorPage(req, res, '/', 500);
    });
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const status = CLIENT_ERRORS[error.code ?? ''] ?? '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });

  return {
    server,
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        const hurry = setTimeout(() => server.closeAllConnections(), STOP_AFTER).unref();
        server.close(() => {
          clearTimeout(hurry);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
