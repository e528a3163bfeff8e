import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClient, type Client } from '@libsql/client';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../src/shared/result.ts';
import { databaseOn, isBusy, isUniqueViolation, openDatabase, type Database } from './client.ts';
import { migrate } from './migrate.ts';
import * as schema from './schema/index.ts';
import { counters, orders, outbox } from './schema/index.ts';
import { transactOn } from './transact.ts';

let folder: string;
let url: string;
let database: Database;
const heard: string[] = [];
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portal-db-'));
  url = `file:${path.join(folder, 'portal.db')}`;
  heard.length = 0;
  database = openDatabase({ url, onStatement: (statement) => void heard.push(statement) });
  await migrate(database);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});
const count = async (): Promise<number> =>
  (await database.db.select({ n: sql<number>`count(*)` }).from(counters))[0]?.n ?? -1;
const counter = (kind: string, last = 1) => ({ kind, year: 2026, last });

describe('the database file', () => {
  it('belongs to one process: a second one is told who has it', () => {
    expect(() => openDatabase({ url })).toThrow(/in use by another process.*set DATABASE_URL/s);
    const other = spawnSync(
      process.execPath,
      [
        '-e',
        `import(${JSON.stringify(path.join(import.meta.dirname, 'client.ts'))}).then(m => m.openDatabase({ url: ${JSON.stringify(url)} }))`,
      ],
      { encoding: 'utf8' },
    );
    expect(other.status).not.toBe(0);
    expect(other.stderr).toContain(`process ${process.pid} since`);
  });
  it('is free again when its owner was killed', () => {
    database.close();
    const open = `import(${JSON.stringify(path.join(import.meta.dirname, 'client.ts'))}).then(m => { m.openDatabase({ url: ${JSON.stringify(url)} }); process.kill(process.pid, 'SIGKILL'); })`;
    expect(spawnSync(process.execPath, ['-e', open]).signal).toBe('SIGKILL');
    database = openDatabase({ url });
  });
  it('waits for the disk, keeps its references and passes its own check', async () => {
    const of = async (pragma: string) => (await database.client.execute(`PRAGMA ${pragma}`)).rows[0]?.[0];
    expect([await of('journal_mode'), await of('synchronous'), await of('foreign_keys')]).toEqual([
      'wal',
      2,
      1,
    ]);
    expect(await database.integrityCheck()).toEqual(['ok']);
    await expect(
      database.db.insert(orders).values({
        id: 'ord_1',
        number: 'DD-1',
        familyId: 'nobody',
        contractId: 'none',
        kind: 'annual-fee',
        state: 'open',
        amountFen: 1,
        lines: [],
        plan: 'x',
        policyVersion: 'x',
        createdAt: 0,
      }),
    ).rejects.toThrow();
  });
  it('is not migrated twice, and says so when an applied migration was changed', async () => {
    expect(await migrate(database)).toEqual([]);
    await database.db.run(sql`UPDATE migrations SET sha256 = 'other' WHERE name = '0000_foundation'`);
    await expect(migrate(database)).rejects.toThrow(/0000_foundation was changed/);
  });
  it('remembers what each statement was, for the query plan tests', async () => {
    await count();
    expect(heard.at(-1)).toBe('select count(*) from "counters"');
  });
});

describe('a transaction', () => {
  const transaction = () => transactOn(database, (tx) => ({ tx }));
  it('keeps everything on ok and nothing on a refusal or a bug', async () => {
    const transact = transaction();
    await transact(async ({ tx }) => ok(await tx.insert(counters).values(counter('A'))));
    expect(
      await transact(async ({ tx }) => err('no', await tx.insert(counters).values(counter('B')))),
    ).toMatchObject({
      ok: false,
      code: 'no',
    });
    await expect(
      transact(async ({ tx }) => {
        await tx.insert(counters).values(counter('C'));
        throw new Error('bug');
      }),
    ).rejects.toThrow('bug');
    expect(await count()).toBe(1);
  });
  it('is not seen by readers before it commits', async () => {
    await transaction()(async ({ tx }) => {
      await tx.insert(counters).values(counter('A'));
      expect(await count()).toBe(0);
      return ok();
    });
    expect(await count()).toBe(1);
  });
  it('waits its turn: a hundred read-then-write at once lose nothing', async () => {
    const transact = transaction();
    await database.db.insert(counters).values(counter('A', 0));
    await Promise.all(
      Array.from({ length: 100 }, () =>
        transact(async ({ tx }) => {
          const row = await tx.select().from(counters).where(eq(counters.kind, 'A')).get();
          await tx.update(counters).set({ last: (row?.last ?? 0) + 1 });
          return ok();
        }),
      ),
    );
    expect((await database.db.select().from(counters))[0]?.last).toBe(100);
  });
  it('says at once when a write outside it would wait for itself forever', async () => {
    await expect(
      transaction()(async () => ok(await database.db.insert(counters).values(counter('A')))),
    ).rejects.toThrow();
    expect(await count()).toBe(0);
  });
  it('refuses what was not awaited and comes after the end', async () => {
    let late: (() => Promise<unknown>) | undefined;
    await transaction()(async ({ tx }) => {
      late = async () => tx.insert(counters).values(counter('late'));
      return ok();
    });
    await expect(late?.()).rejects.toThrow();
    expect(await count()).toBe(0);
  });
  it('works through drizzle itself, and rolls back there too', async () => {
    await expect(
      database.db.transaction(async (tx) => {
        await tx.insert(counters).values(counter('A'));
        throw new Error('bug');
      }),
    ).rejects.toThrow('bug');
    expect(await count()).toBe(0);
  });
  it('is tried again when the database was busy, and given up in the end', async () => {
    const busy = async (times: number) => {
      let tries = 0;
      const outcome = await transactOn(
        {
          ...database,
          write: (work) => {
            tries += 1;
            return tries <= times
              ? database.client.execute('SELECT 1').then(() => Promise.reject(new BusyError()))
              : database.write(work);
          },
        },
        () => ({}),
      )(async () => ok(tries)).catch((error: unknown) => (isBusy(error) ? 'busy' : error));
      return [tries, outcome];
    };
    expect(await busy(2)).toEqual([3, ok(3)]);
    expect(await busy(9)).toEqual([5, 'busy']);
  });
  it('knows a duplicate from other refusals', async () => {
    await database.db.insert(counters).values(counter('A'));
    const again = await database.db
      .insert(counters)
      .values(counter('A'))
      .catch((error: unknown) => error);
    expect(isUniqueViolation(again)).toBe(true);
    expect(isUniqueViolation(again, 'counters.year')).toBe(true);
    expect(isUniqueViolation(again, 'orders.number')).toBe(false);
    expect(isUniqueViolation(new Error('UNIQUE constraint failed'))).toBe(false);
  });
});

describe('the stock client, as for a server', () => {
  it('gives the same transactions: one at a time, all or nothing', async () => {
    const remote = databaseOn(createClient({ url: `file:${path.join(folder, 'other.db')}` }));
    expect(await migrate(remote)).not.toEqual([]);
    const transact = transactOn(remote, (tx) => ({ tx }));
    await Promise.all([
      ...Array.from({ length: 20 }, (_, i) =>
        transact(async ({ tx }) => {
          await tx.insert(counters).values(counter(`T${i}`));
          return i % 2 === 0 ? ok() : err('no');
        }),
      ),
      ...Array.from({ length: 20 }, (_, i) => remote.db.insert(counters).values(counter(`A${i}`))),
    ]);
    expect(await remote.db.$count(counters)).toBe(30);
    remote.close();
  });
});

describe('a batch', () => {
  it('is all or nothing and names the statement that failed', async () => {
    const { client } = database;
    const failed = await client
      .batch([
        `INSERT INTO counters VALUES ('A', 2026, 1)`,
        { sql: 'INSERT INTO counters VALUES (?, ?, ?)', args: ['A', 2026, 2] },
      ])
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'SQLITE_CONSTRAINT', statementIndex: 1 });
    expect(await count()).toBe(0);
    await client.batch([`INSERT INTO counters VALUES ('A', 2026, 1)`]);
    expect(await count()).toBe(1);
  });
});

describe('beside the stock client', () => {
  let stock: Client;
  beforeEach(() => void (stock = createClient({ url: `file:${path.join(folder, 'stock.db')}` })));
  afterEach(() => stock.close());

  it('values go in and come out alike', async () => {
    const own = database.client;
    const bytes = new Uint8Array([0, 255, 7]);
    const values = [
      '文',
      '',
      1,
      -1.5,
      2 ** 40,
      9_007_199_254_740_991n,
      true,
      false,
      null,
      new Date(1_700_000_000_000),
      bytes,
    ];
    const rows: unknown[] = [];
    for (const client of [own, stock]) {
      await client.execute('CREATE TABLE v (i integer, t text, b blob)');
      for (const value of values)
        await client.execute({
          sql: 'INSERT INTO v VALUES (:i, @t, $b)',
          args: { i: value, t: value, b: value },
        });
      const { rows: found } = await client.execute('SELECT i, t, b, typeof(i), typeof(t), typeof(b) FROM v');
      rows.push(
        found.map((row) =>
          Array.from({ length: 6 }, (_, i) => {
            const cell = row[i];
            return cell instanceof ArrayBuffer || ArrayBuffer.isView(cell)
              ? Buffer.from(cell as ArrayBuffer).toString('hex')
              : cell;
          }),
        ),
      );
    }
    expect(rows[0]).toEqual(rows[1]);
  });
  it.each([[undefined], [Number.NaN], [Infinity], [2n ** 64n]])('both refuse %s', async (value) => {
    for (const client of [database.client, stock])
      await expect(client.execute({ sql: 'SELECT ?', args: [value as never] })).rejects.toThrow();
  });
  it('both refuse an integer that JavaScript would round', async () => {
    for (const client of [database.client, stock])
      await expect(client.execute('SELECT 9007199254740993')).rejects.toThrow(RangeError);
  });
  it('a row can be read by name and by number', async () => {
    for (const client of [database.client, stock]) {
      const [row] = (await client.execute({ sql: 'SELECT ? AS kind, 7 AS last', args: ['A'] })).rows;
      expect([row?.['kind'], row?.[0], row?.['last'], row?.[1]]).toEqual(['A', 'A', 7, 7]);
    }
  });
  it('drizzle answers alike: rows, joins, raw SQL by name, one row, none', async () => {
    const answers: unknown[] = [];
    const other = drizzle({ client: stock, schema });
    for (const statement of (
      await database.client.execute(
        `SELECT sql FROM sqlite_schema WHERE name = 'counters' OR name = 'outbox'`,
      )
    ).rows)
      await stock.execute(String(statement[0]));
    for (const db of [database.db, other]) {
      await db.insert(counters).values([counter('A'), counter('B', 7)]);
      await db
        .insert(outbox)
        .values({ id: 'job_1', topic: 'B', payload: { a: ['b'] }, createdAt: 5, availableAt: 5 });
      answers.push([
        await db.select().from(counters),
        await db.select().from(counters).leftJoin(outbox, eq(outbox.topic, counters.kind)),
        await db.select({ n: counters.last }).from(counters).where(eq(counters.kind, 'none')).get(),
        await db.query.outbox.findFirst(),
        await db.all(sql`SELECT kind, last AS n FROM counters ORDER BY kind`),
        await db.get(sql`SELECT count(*) AS n FROM counters`),
        await db
          .values(sql`SELECT kind FROM counters ORDER BY kind`)
          .then((rows) => rows.map((row) => row[0])),
        await db.update(counters).set({ last: 9 }).where(eq(counters.kind, 'B')).returning(),
        (await db.delete(counters)).rowsAffected,
      ]);
    }
    expect(answers[0]).toEqual(answers[1]);
  });
});

/** What the driver throws when another process holds the write lock for too long. */
class BusyError extends Error {
  constructor() {
    super('busy', { cause: BUSY });
  }
}
const BUSY = await (async () => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'portal-busy-'));
  const [one, two] = [0, 1].map(() => createClient({ url: `file:${place}/x.db` })) as [Client, Client];
  await one.execute('CREATE TABLE x (a)');
  const holding = await one.transaction('write');
  const error: unknown = await two.execute('INSERT INTO x VALUES (1)').catch((caught: unknown) => caught);
  await holding.rollback();
  one.close();
  two.close();
  rmSync(place, { recursive: true, force: true });
  return error;
})();
