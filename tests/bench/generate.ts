/**
 * A bank of any size, for measuring growth: each family has two guardians, an accepted enrolment, a signed contract, a paid
 * order with receipt and ledger rows, and one stored unit with its events and results; one family in twenty is still waiting
 * in the counsellors' queue. Everything is synthetic. Rows are written straight into the file: this is a measuring
 * instrument, not a way units enter the product.
 */
import { getTableColumns, type Table } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import Database from 'libsql';
import * as schema from '#db/schema/index.ts';
import type { Vault } from '#src/platform/crypto/vault.ts';
import { newId } from '#src/shared/ids.ts';
import { DAY, HOUR } from '#src/shared/clock.ts';

/** An insert statement prepared once per table, fed with the table's own property names. */
function inserter<T extends SQLiteTable>(database: Database.Database, table: T): (row: T['$inferInsert']) => void {
  const columns = Object.entries(getTableColumns(table as Table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(',');
  const statement = database.prepare(
    `INSERT INTO "${getTableConfig(table).name}" (${names}) VALUES (${columns.map(() => '?').join(',')})`,
  );
  return (row) => {
    const values = columns.map(([property, column]) => {
      const value = (row as Record<string, unknown>)[property];
      if (value === undefined || value === null) return (column.default as unknown) ?? null;
      return column.mapToDriverValue(value);
    });
    statement.run(...(values as never[]));
  };
}

export interface Generated {
  readonly families: number;
  /** Session tokens of a sample of families, to sign in as them. */
  readonly tokens: readonly string[];
  readonly staffToken: string;
  readonly dins: readonly string[];
}

const RESULTS = [
  ['volume', 96.4],
  ['tnc', 11.8e8],
  ['viability', 98.6],
  ['cd34', 4.1e6],
  ['cd34-viability', 96],
] as const;

export function generate(path: string, vault: Vault, families: number, now: number): Generated {
  const database = new Database(path);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF;');
  const put = {
    account: inserter(database, schema.accounts),
    session: inserter(database, schema.sessions),
    staff: inserter(database, schema.staff),
    family: inserter(database, schema.families),
    guardian: inserter(database, schema.guardians),
    enrolment: inserter(database, schema.enrolments),
    contract: inserter(database, schema.contracts),
    order: inserter(database, schema.orders),
    ledger: inserter(database, schema.ledgerEntries),
    receipt: inserter(database, schema.receipts),
    unit: inserter(database, schema.units),
    event: inserter(database, schema.unitEvents),
    result: inserter(database, schema.unitResults),
    file: inserter(database, schema.files),
  };
  const name = vault.seal('林样例', 'guardian');
  const sealedAnswers = vault.seal('{}', 'enrolment');
  const terms = vault.seal('{}', 'contract');
  const tokens: string[] = [];
  const dins: string[] = [];
  const session = (accountId: string, kind: 'family' | 'staff'): string => {
    const token = vault.token();
    put.session({ idHash: vault.hash(token), accountId, kind, createdAt: now, lastSeenAt: now, endsAt: now + 12 * HOUR });
    return token;
  };

  database.exec('BEGIN');
  const staffAccount = newId('account', now);
  put.account({ id: staffAccount, locale: 'zh', createdAt: now });
  put.staff({ accountId: staffAccount, name: '样例顾问', roles: ['counsellor', 'lab', 'auditor'] });
  const staffToken = session(staffAccount, 'staff');

  for (let i = 0; i < families; i++) {
    const at = now - ((i * 7919) % 3000) * DAY;
    const accountId = newId('account', at);
    const otherId = newId('account', at);
    const familyId = newId('family', at);
    const waiting = i % 20 === 0;
    put.account({ id: accountId, phoneIndex: `m${i}`, locale: i % 10 === 0 ? 'en' : 'zh', createdAt: at });
    put.account({ id: otherId, phoneIndex: `o${i}`, locale: 'zh', createdAt: at });
    put.family({ id: familyId, createdAt: at });
    put.guardian({ id: newId('guardian', at), familyId, accountId, role: 'mother', name, createdAt: at });
    put.guardian({ id: newId('guardian', at), familyId, accountId: otherId, role: 'other', name, createdAt: at });
    const enrolmentId = newId('enrolment', at);
    put.enrolment({
      id: enrolmentId, number: `BM-B-${i}`, familyId, accountId, product: 'cord-blood', state: waiting ? 'submitted' : 'accepted',
      plan: 'annual', dueDate: '2026-12-01', babies: 1, hospital: '样例医院', city: '370100', answers: sealedAnswers, shown: [],
      locale: 'zh', flags: [], submittedAt: at, decidedAt: waiting ? null : at,
    });
    if (i % Math.max(1, Math.floor(families / 500)) === 0 && !waiting) tokens.push(session(accountId, 'family'));
    if (waiting) continue;
    const contractId = newId('contract', at);
    put.contract({
      id: contractId, number: `HT-B-${i}`, familyId, enrolmentId, state: 'signed', template: 'storage', templateVersion: '2026-01-01',
      locale: 'zh', terms, plan: 'annual', policyVersion: '2026-01-01', documentSha256: '0'.repeat(64), signers: [], offeredAt: at,
      offerEndsAt: at + 30 * DAY, signedAt: at,
    });
    const orderId = newId('order', at);
    put.order({
      id: orderId, number: `DD-B-${i}`, familyId, contractId, kind: 'first-payment', state: 'paid', amountFen: 580_000, lines: [],
      plan: 'annual', policyVersion: '2026-01-01', createdAt: at, paidAt: at,
    });
    const transactionId = newId('ledgerEntry', at);
    put.ledger({ id: newId('ledgerEntry', at), orderId, transactionId, account: 'cash', amountFen: 580_000, memo: '', at });
    put.ledger({ id: newId('ledgerEntry', at), orderId, transactionId, account: 'deferred', amountFen: -580_000, memo: '', at });
    put.receipt({ id: newId('receipt', at), number: `SJ-B-${i}`, orderId, familyId, amountFen: 580_000, issuedAt: at });
    for (const kind of ['contract', 'receipt']) {
      put.file({
        id: newId('file', at), familyId, kind, subjectId: contractId, name: `${kind}.pdf`, mediaType: 'application/pdf',
        sha256: '', size: 1, storageKey: '', createdAt: at,
      });
    }
    const unitId = newId('unit', at);
    const din = `G9999${String(i % 100).padStart(2, '0')}${String(i).padStart(6, '0')}`;
    put.unit({
      id: unitId, din, product: 'cord-blood', contractId, familyId, state: 'stored', lastEventAt: at + 3 * DAY, collectedAt: at,
      receivedAt: at + DAY, storedAt: at + 3 * DAY, tankGroup: 'C', thresholdsVersion: '2026-01-01', paidThrough: '2027-06-10',
    });
    dins.push(din);
    for (const [step, kind] of ['kit.dispatched', 'collected', 'picked-up', 'received', 'identity-checked', 'prepared', 'frozen', 'stored'].entries()) {
      put.event({ id: newId('unitEvent', at), unitId, kind, at: at + step * HOUR, sourceId: `b-${i}-${step}`, payload: {}, recordedAt: at });
    }
    for (const [test, value] of RESULTS) {
      put.result({
        id: newId('unitResult', at), unitId, test, value, verdict: 'met', thresholdsVersion: '2026-01-01', at, eventId: `b-${i}-5`,
      });
    }
    if (i % 2000 === 1999) database.exec('COMMIT; BEGIN');
  }
  database.exec('COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);');
  database.close();
  return { families, tokens, staffToken, dins };
}
