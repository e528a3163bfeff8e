/** The measured processes: the built site as it is run in earnest, and the bare servers it is compared with. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { houseNode, ROOT } from '../../scripts/house.mjs';
import { settingsOf } from '../../scripts/services.mjs';

export interface Running {
  readonly origin: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to its first answer. */
  readonly startedIn: number;
  stop(): Promise<void>;
}

export const OUT_DIR = path.resolve(ROOT, process.env['OUT_DIR'] ?? 'dist');

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null)
      throw new Error(`${url} ended with code ${child.exitCode} before it answered`);
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function started(
  args: readonly string[],
  port: number,
  probe: string,
  env: NodeJS.ProcessEnv,
): Promise<Running> {
  const began = performance.now();
  const child = spawn(houseNode(), args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = `http://localhost:${port}`;
  await answering(child, `${origin}${probe}`);
  return {
    origin,
    pid: child.pid as number,
    startedIn: performance.now() - began,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export async function startSite(dataDir: string): Promise<Running> {
  const port = await freePort();
  const env = settingsOf({ mode: 'test', port, sandboxPort: port, dataDir, env: { OUT_DIR } });
  return started(['src/main.ts'], port, '/health', env);
}

/** A baseline of `tests/bench/baselines`: gets its port first, then `args`. */
export async function startBaseline(script: string, ...args: readonly string[]): Promise<Running> {
  const port = await freePort();
  const file = path.join('tests/bench/baselines', script);
  return started([file, String(port), ...args], port, '/ready', process.env);
}
