/**
 * A whole house on a database of its own: real file, real vault, real outbox; only the clock, mail, texts and money are
 * ours to command.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { createDeps, type Deps, type Parts } from '../../src/deps.ts';
import { loadConfig, type Environment } from '../../src/platform/config/config.ts';
import { createLog } from '../../src/platform/log/log.ts';
import type { Instant } from '../../src/shared/clock.ts';

export interface SentMessage {
  readonly channel: 'sms' | 'mail';
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
}

export interface House {
  readonly deps: Deps;
  readonly clock: { now(): Instant; set(at: Instant | string): void; advance(ms: number): void };
  /** Everything texted and mailed so far, oldest first; run the jobs first. */
  readonly messages: SentMessage[];
  /** The newest six-digit code sent to this phone or address. */
  codeFor(to: string): string;
  /** Works off the outbox, including what its jobs add. */
  runJobs(): Promise<number>;
  /** Where this house keeps its files. */
  readonly dataDir: string;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly now?: Instant | string;
  readonly parts?: Omit<Parts, 'now'>;
  readonly env?: Environment;
}

const instant = (at: Instant | string): Instant => (typeof at === 'number' ? at : Date.parse(at));

/** A migrated, empty database, made once per version of the migrations and copied by everybody. */
async function template(): Promise<string> {
  const folder = path.join(import.meta.dirname, '../../db/migrations');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort())
    hash.update(name).update(readFileSync(path.join(folder, name)));
  const folderOfTemplates = path.join(os.tmpdir(), `portal-templates-${process.getuid?.() ?? 0}`);
  mkdirSync(folderOfTemplates, { recursive: true });
  const file = path.join(folderOfTemplates, `${hash.digest('hex').slice(0, 16)}.db`);
  if (existsSync(file)) return file;
  // Test files start side by side: each makes its own and the last rename wins, all being equal.
  const mine = mkdtempSync(path.join(folderOfTemplates, 'making-'));
  const database = openDatabase({ url: `file:${path.join(mine, 'portal.db')}` });
  await migrate(database);
  await database.client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  renameSync(path.join(mine, 'portal.db'), file);
  rmSync(mine, { recursive: true, force: true });
  return file;
}

/** `now` defaults to 2026-11-20 10:00 in Jinan, a Friday. */
export async function testHouse(options: HouseOptions = {}): Promise<House> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'portal-house-'));
  copyFileSync(await template(), path.join(dataDir, 'portal.db'));
  let at = instant(options.now ?? '2026-11-20T10:00:00+08:00');
  const messages: SentMessage[] = [];
  const config = loadConfig({ APP_MODE: 'test', DATA_DIR: dataDir, ...options.env });
  const deps = await createDeps(config, {
    log: createLog({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
    sms: { send: async ({ to, text }) => void messages.push({ channel: 'sms', to, text }) },
    mail: {
      send: async ({ to, subject, text }) => void messages.push({ channel: 'mail', to, subject, text }),
    },
    ...options.parts,
    now: () => at,
  });
  return {
    deps,
    clock: {
      now: () => at,
      set: (to) => void (at = instant(to)),
      advance: (ms) => void (at += ms),
    },
    messages,
    codeFor(to) {
      const text = messages.findLast((message) => message.to === to)?.text ?? '';
      const code = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];
      if (code === undefined) throw new Error('no code was sent there');
      return code;
    },
    runJobs: () => deps.runJobs(),
    dataDir,
    async close() {
      await deps.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
