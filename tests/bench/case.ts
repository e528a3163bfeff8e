/** What the cases share: banks made once per size, and the shots that ask for a page as somebody. */
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Shot } from './drive.ts';
import { generate, type Bank } from './generate.ts';
import type { Row } from './rows.ts';

export type Case = () => Promise<readonly Row[]>;

/** How many families the full bank of `growth` has. */
export const FULL = Number(process.env['BENCH_FAMILIES'] ?? 200_000);
export const SMALL = 1000;

/** Fewer requests while a case is being written; results of such a run mean nothing. */
const SCALE = Number(process.env['BENCH_SCALE'] ?? 1);
export const scaled = (count: number): number => Math.max(1, Math.round(count * SCALE));

export const WORK = path.join(process.env['BENCH_DIR'] ?? tmpdir(), 'portal-bench');

export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const made = new Map<number, Promise<Bank>>();
/** A bank of this size, made once per run: sessions in it last for hours, not for ever. */
export function bankOf(families: number): Promise<Bank> {
  const known = made.get(families);
  if (known) return known;
  const dataDir = path.join(WORK, `bank-${families}`);
  console.log(`  making a bank of ${families} families …`);
  const bank = generate(dataDir, families);
  made.set(families, bank);
  return bank;
}

export const as = (token: string | undefined, pagePath: string): Shot => {
  if (token === undefined) throw new Error(`nobody to ask for ${pagePath}`);
  return { path: pagePath, headers: { cookie: `__Host-session=${token}` } };
};

/** Everything measured must be the page itself, not a redirect or a refusal. */
export function expectOnly(status: number, statuses: Readonly<Record<string, number>>): void {
  const others = Object.keys(statuses).filter((one) => one !== String(status));
  if (others.length > 0) throw new Error(`expected only ${status}, got ${JSON.stringify(statuses)}`);
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};
