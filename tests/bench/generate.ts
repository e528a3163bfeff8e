/**
 * A bank of any size, for measuring growth: nine families in ten have a unit in store, one in twenty waits in the counsellors'
 * queue, one in twenty has an offer to sign. Rows are copied inside the database, so a million families take minutes. A
 * measuring instrument only: in the product units enter through the API and nowhere else.
 */
import Database from 'libsql';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createVault } from '#src/platform/crypto/vault.ts';
import { loadConfig } from '#src/platform/config/config.ts';
import { HOUR, MINUTE } from '#src/shared/clock.ts';
import { ID_PREFIXES } from '#src/shared/ids.ts';
import { playTemplates, tablesOf, type Cell, type Stage, type Template } from './templates.ts';

export interface Bank {
  readonly dataDir: string;
  readonly file: string;
  readonly families: number;
  readonly apiKey: string;
  /** Cookie values of a sample of families of each stage, spread over the whole bank. */
  readonly tokens: Readonly<Record<Stage, readonly string[]>>;
  /** Role → cookie value. */
  readonly staffTokens: Readonly<Record<string, string>>;
  /** Units of the families behind `tokens.stored`, in the same order. */
  readonly dins: readonly string[];
  /** Cookie values of one family with one unit and of the same sort of family with five. */
  readonly withOneUnit: string;
  readonly withFiveUnits: string;
}

const SAMPLE = 500;
const COPIES_AT_ONCE = 5000;
const ID = new RegExp(`(?:${Object.values(ID_PREFIXES).join('|')})_[0-9a-z]{26}`, 'g');
const TIME = /(?:^|_)(?:at|until)$/;

const stageOf = (i: number): Stage => (i % 20 === 0 ? 'waiting' : i % 20 === 1 ? 'offered' : 'stored');
/** The numbers each stage takes, as SQL over `n.i`. */
const WHICH: Readonly<Record<Stage, string>> = {
  waiting: 'n.i % 20 = 0',
  offered: 'n.i % 20 = 1',
  stored: 'n.i % 20 > 1',
  'half-filled': 'n.i % 200 = 2',
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** How rows of one template become rows of its `i`-th copy. */
class Copier {
  readonly #ordinals = new Map<string, number>();
  readonly #kept: ReadonlySet<string>;

  /** `kept`: ids that stay as they are, such as the counsellor who decided. */
  constructor(kept: ReadonlySet<string>) {
    this.#kept = kept;
  }

  /** Ids keep their time and their length, and sort by the number of the copy. */
  #parts(id: string): { head: string; tail: string } {
    let ordinal = this.#ordinals.get(id);
    if (ordinal === undefined) this.#ordinals.set(id, (ordinal = this.#ordinals.size));
    return { head: id.slice(0, 18), tail: String(ordinal).padStart(4, '0') };
  }
  idOf(id: string, i: number): string {
    const { head, tail } = this.#parts(id);
    return `${head}${String(i).padStart(8, '0')}${tail}`;
  }
  idExpression(id: string): string {
    const { head, tail } = this.#parts(id);
    return `'${head}' || printf('%08d', n.i) || '${tail}'`;
  }

  expression(table: string, column: string, cell: Cell, unique: boolean, waitingJob: boolean): string {
    if (cell === null) return 'NULL';
    if (typeof cell === 'number') {
      if (!TIME.test(column)) return String(cell);
      // Work that waits for a day to come goes on waiting, or the measured site would be busy with it.
      return waitingJob && column === 'available_at' ? `${cell} + n.i` : `${cell} - n.i * ${MINUTE}`;
    }
    if (table === 'units' && column === 'din') return dinExpression;
    const pieces: string[] = [];
    let from = 0;
    for (const match of cell.matchAll(ID)) {
      if (this.#kept.has(match[0])) continue;
      if (match.index > from) pieces.push(quoted(cell.slice(from, match.index)));
      pieces.push(this.idExpression(match[0]));
      from = match.index + match[0].length;
    }
    const changed = pieces.length > 0;
    if (from < cell.length || !changed) pieces.push(quoted(cell.slice(from)));
    if (!changed && (unique || column.endsWith('_index'))) pieces.push(`'-' || n.i`);
    return pieces.join(' || ');
  }
}

/** Donation numbers of an invented facility: two digits of the year and six of the family. */
const dinOf = (i: number): string =>
  `G20${String(Math.floor(i / 1_000_000)).padStart(2, '0')}26${String(i % 1_000_000).padStart(6, '0')}`;
const dinExpression = `printf('G20%02d26%06d', n.i / 1000000, n.i % 1000000)`;

function uniqueColumns(database: Database.Database, table: string): Set<string> {
  const list = database.prepare(`PRAGMA index_list("${table}")`).all() as { name: string; unique: number }[];
  const found = new Set<string>();
  for (const index of list.filter((one) => one.unique === 1)) {
    const columns = database.prepare(`PRAGMA index_info("${index.name}")`).all() as { name: string }[];
    const [only] = columns;
    if (columns.length === 1 && only) found.add(only.name);
  }
  return found;
}

function inserts(database: Database.Database, copier: Copier, template: Template): string[] {
  const unique = new Map(tablesOf(database).map((table) => [table, uniqueColumns(database, table)]));
  return template.rows.map(({ table, cells }) => {
    const columns = Object.keys(cells).filter((column) => !(table === 'audit_log' && column === 'seq'));
    const waitingJob = table === 'outbox' && cells['state'] === 'waiting';
    const values = columns.map((column) =>
      copier.expression(
        table,
        column,
        cells[column] ?? null,
        unique.get(table)?.has(column) ?? false,
        waitingJob,
      ),
    );
    const names = columns.map((column) => `"${column}"`).join(',');
    return `INSERT INTO "${table}" (${names}) SELECT ${values.join(',')} FROM n WHERE ${WHICH[template.stage]}`;
  });
}

export async function generate(dataDir: string, families: number): Promise<Bank> {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const now = Date.now();
  const { templates, apiKey, staff } = await playTemplates(dataDir, now);
  const file = path.join(dataDir, 'portal.db');
  const database = new Database(file);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000',
  );
  database.exec('CREATE TEMP TABLE n (i INTEGER PRIMARY KEY)');
  const kept = new Set(Object.values(staff));
  const copier = new Copier(kept);
  const statements = templates.flatMap((template) => inserts(database, copier, template));
  for (let from = 0; from < families; from += COPIES_AT_ONCE) {
    const to = Math.min(families, from + COPIES_AT_ONCE);
    database.exec('BEGIN; DELETE FROM n');
    database.exec(
      `WITH RECURSIVE c(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM c WHERE i + 1 < ${to}) INSERT INTO n SELECT i FROM c`,
    );
    for (const statement of statements) database.exec(statement);
    database.exec('COMMIT');
  }

  const vault = createVault(loadConfig({ APP_MODE: 'test', DATA_DIR: dataDir }).dataKeys);
  const insertSession = database.prepare(
    'INSERT INTO sessions (id_hash, account_id, kind, created_at, last_seen_at, ends_at, device) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  /** Seen "in the future", so that the once-a-minute note of a visit stays out of what is measured. */
  const signIn = (accountId: string, kind: 'family' | 'staff'): string => {
    const token = vault.token();
    insertSession.run([vault.hash(token), accountId, kind, now, now + 6 * HOUR, now + 12 * HOUR, 'bench']);
    return token;
  };
  const template = (stage: Stage): Template => templates.find((one) => one.stage === stage) as Template;
  const tokens: Record<Stage, string[]> = { stored: [], waiting: [], offered: [], 'half-filled': [] };
  const dins: string[] = [];
  const accountOf = (stage: Stage, i: number): string => copier.idOf(template(stage).accountId, i);
  // A step that is coprime to 20 meets every stage.
  const step = Math.max(1, Math.floor(families / SAMPLE)) | 1;
  for (let i = 0; i < families && tokens.stored.length < SAMPLE; i += step) {
    const stage = stageOf(i);
    tokens[stage].push(signIn(accountOf(stage, i), 'family'));
    if (stage === 'stored') dins.push(dinOf(i));
  }
  for (let i = 2; i < families && tokens['half-filled'].length < 100; i += 200)
    tokens['half-filled'].push(signIn(accountOf('half-filled', i), 'family'));
  const staffTokens = Object.fromEntries(
    Object.entries(staff).map(([role, accountId]) => [role, signIn(accountId, 'staff')]),
  );
  const [one, five] = [22, 23];
  moreUnits(database, dinOf(five), 4);
  const bank: Bank = {
    dataDir,
    file,
    families,
    apiKey,
    tokens,
    staffTokens,
    dins,
    withOneUnit: signIn(accountOf('stored', one), 'family'),
    withFiveUnits: signIn(accountOf('stored', five), 'family'),
  };
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  writeFileSync(path.join(dataDir, 'bank.json'), JSON.stringify(bank));
  return bank;
}

/** Gives one family more units: the same life under other numbers. */
function moreUnits(database: Database.Database, din: string, more: number): void {
  for (let k = 1; k <= more; k++) {
    const other = quoted(`G${2900 + k}${din.slice(5)}`);
    const columns = (table: string): string[] =>
      (database.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]).map(({ name }) => name);
    const copy = (table: string, changes: Record<string, string>, where: string): void => {
      const names = columns(table);
      const values = names.map((name) => changes[name] ?? `t."${name}"`);
      database.exec(
        `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(',')}) SELECT ${values.join(',')} FROM "${table}" t WHERE ${where}`,
      );
    };
    const unit = `(SELECT id FROM units WHERE din = ${quoted(din)})`;
    const newUnit = `(SELECT id FROM units WHERE din = ${other})`;
    copy('units', { id: `t.id || '${k}'`, din: other, baby: String(k + 1) }, `t.din = ${quoted(din)}`);
    const own = { id: `t.id || '${k}'`, unit_id: newUnit };
    copy('unit_events', { ...own, source_id: `t.source_id || ':${k}'` }, `t.unit_id = ${unit}`);
    copy('unit_results', own, `t.unit_id = ${unit}`);
  }
}

if (import.meta.main) {
  const [dataDir = '/tmp/bank', families = '1000'] = process.argv.slice(2);
  const started = performance.now();
  const bank = await generate(dataDir, Number(families));
  console.log(
    `${bank.families} families in ${bank.file}, ${Math.round((performance.now() - started) / 1000)} s`,
  );
}
