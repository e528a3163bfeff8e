/** The built site in this very process, on the deps of a test: real pages, real server in front, a database to look into. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Deps } from '../../src/deps.ts';
import { createSite, type AstroHandler } from '../../src/platform/http/server.ts';
import { loadStaticFiles } from '../../src/platform/http/static-files.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asked {
  readonly cookie?: string | undefined;
  /** Posts these fields as one of our own pages would; without them it is a GET. */
  readonly form?: Readonly<Record<string, string>> | undefined;
}

export interface BuiltSite {
  ask(target: string, asked?: Asked): Promise<Answer>;
  stop(): Promise<void>;
}

export async function openBuiltSite(deps: Deps): Promise<BuiltSite> {
  const outDir = path.resolve(process.env['OUT_DIR'] ?? 'dist');
  const entry = path.join(outDir, 'server/entry.mjs');
  if (!existsSync(entry)) throw new Error('Build first: npm run build');
  const { handler } = (await import(pathToFileURL(entry).href)) as { handler: AstroHandler };
  const { origin, hosts, proxies, checkoutOrigins } = deps.config;
  const settings = { origin, https: false, formTargets: checkoutOrigins, hosts, proxies, maxInFlight: 120 };
  const files = loadStaticFiles(outDir, settings);
  const site = createSite({ settings, files, handler, deps, log: deps.log, ready: deps.ready });
  await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
  const { port } = site.server.address() as AddressInfo;
  return {
    ask: (target, { cookie, form } = {}) =>
      new Promise((resolve, reject) => {
        const body = form && new URLSearchParams(form).toString();
        const req = httpRequest(
          {
            port,
            host: '127.0.0.1',
            path: target,
            method: form ? 'POST' : 'GET',
            headers: {
              host: new URL(origin).host,
              ...(cookie ? { cookie } : {}),
              ...(form ? { origin, 'content-type': 'application/x-www-form-urlencoded' } : {}),
            },
          },
          (res) => {
            const parts: Buffer[] = [];
            res.on('data', (part: Buffer) => parts.push(part));
            res.on('end', () =>
              resolve({
                status: res.statusCode ?? 0,
                headers: res.headers,
                body: Buffer.concat(parts).toString(),
              }),
            );
          },
        );
        req.on('error', reject);
        req.end(body);
      }),
    stop: () => site.stop(),
  };
}
