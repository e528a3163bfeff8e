/** Whatever program comes to this database, also one of ours with a mistake in it: what is written once stays as it was written. */
import Database from 'libsql';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse, type House } from '../tests/support/house.ts';

let house: House;
let database: Database.Database;
beforeAll(async () => {
  house = await testHouse();
  await house.deps.database.client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  const copy = path.join(house.dataDir, 'copy.db');
  copyFileSync(path.join(house.dataDir, 'portal.db'), copy);
  database = new Database(copy);
  // Each table is tried alone.
  database.exec('PRAGMA foreign_keys = OFF');
});
afterAll(async () => {
  database.close();
  await house.close();
});

interface Column {
  readonly name: string;
  readonly type: string;
}
const columnsOf = (table: string): Column[] =>
  database.prepare(`PRAGMA table_info("${table}")`).all() as Column[];

/** One row of sample values, but for what the rule is about. */
function add(table: string, changes: Readonly<Record<string, string | null>> = {}): void {
  const columns = columnsOf(table);
  const sample = ({ name, type }: Column): string | number | null =>
    name in changes ? (changes[name] ?? null) : /^integer$/i.test(type) ? 1 : `sample ${name}`;
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  database.prepare(`INSERT INTO "${table}" (${names}) VALUES (${marks})`).run(...columns.map(sample));
}
const run = (sql: string) => () => database.prepare(sql).run();

describe.each(['ledger_entries', 'payment_events', 'unit_events', 'ledger_rows', 'ledger_quarters'])(
  'a row of %s',
  (table) => {
    it('is never changed in any of its columns, and never taken out', () => {
      add(table);
      for (const { name } of columnsOf(table))
        expect(run(`UPDATE "${table}" SET "${name}" = "${name}"`), name).toThrow(/append-only/);
      expect(run(`DELETE FROM "${table}"`)).toThrow(/append-only/);
    });
  },
);

describe('a line of the books of a grant', () => {
  it('says once in which published row it is, and nothing else about it changes', () => {
    add('grant_movements', { row_id: null });
    for (const { name } of columnsOf('grant_movements').filter((column) => column.name !== 'row_id'))
      expect(run(`UPDATE grant_movements SET "${name}" = 'x', row_id = 7`), name).toThrow(/append-only/);
    run('UPDATE grant_movements SET row_id = 7')();
    expect(run('UPDATE grant_movements SET row_id = 8')).toThrow(/append-only/);
    expect(run('UPDATE grant_movements SET row_id = NULL')).toThrow(/append-only/);
    expect(run('DELETE FROM grant_movements')).toThrow(/append-only/);
  });
});

describe('a grant', () => {
  it('comes back at most once, and nothing else about it changes', () => {
    add('grants', { state: 'paid', returned_on: null, returned_fen: null });
    const back = `state = 'returned', returned_on = '2026-11-20', returned_fen = 1, version = 2`;
    for (const name of ['id', 'programme', 'person', 'city', 'disease_group', 'amount_fen', 'paid_on'])
      expect(run(`UPDATE grants SET ${back}, "${name}" = 'x'`), name).toThrow(/append-only/);
    expect(run('UPDATE grants SET version = 2')).toThrow(/append-only/);
    run(`UPDATE grants SET ${back}`)();
    expect(run('UPDATE grants SET returned_fen = 0')).toThrow(/append-only/);
    expect(run(`UPDATE grants SET state = 'paid'`)).toThrow(/append-only/);
    expect(run('DELETE FROM grants')).toThrow(/append-only/);
  });
});
