/** The built site and the sandbox payments as processes of their own, on free ports and a data folder of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { originOf, prepareData, startSandbox, startSite as start } from '../../scripts/services.mjs';

export interface RunningSite {
  readonly origin: string;
  readonly sandboxOrigin: string;
  readonly dataDir: string;
  /** How to sign in as the seeded people, as the seed printed it. */
  readonly signIns: string;
  /** Everything the site has logged so far. */
  log(): string;
  stop(): Promise<void>;
}

export interface SiteOptions {
  /** Put the named families in; default: yes. */
  readonly seed?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

export async function startSite({ seed = true, env = {} }: SiteOptions = {}): Promise<RunningSite> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-site-'));
  const [port, sandboxPort] = await Promise.all([freePort(), freePort()]);
  const house = { mode: 'test' as const, port, sandboxPort, dataDir, env };
  const signIns = seed ? prepareData(house) : '';
  const sandbox = await startSandbox(house);
  const site = await start(house).catch(async (error: unknown) => {
    await sandbox.stop();
    throw error;
  });
  return {
    origin: originOf(house),
    sandboxOrigin: `http://localhost:${sandboxPort}`,
    dataDir,
    signIns,
    log: site.output,
    async stop() {
      await site.stop();
      await sandbox.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
