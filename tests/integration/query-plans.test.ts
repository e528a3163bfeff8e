/**
 * A statement that is quick among ten families must be quick among a million. The named families of the demo live through
 * everything a family and the staff do, every question a store can be asked is asked, and every statement heard at the
 * driver is then explained by SQLite itself.
 */
import Database from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventScenes } from '#db/seed/events/play.ts';
import { eventsFor } from '#db/seed/feed/families.ts';
import { pastPayments } from '#db/seed/families/past-payments.ts';
import { playCast } from '#db/seed/families/play.ts';
import { EDITOR, hireStaff } from '#db/seed/families/staff.ts';
import { eraseDrafts } from '#src/enrolment/index.ts';
import { publishLedger } from '#src/charity/index.ts';
import { createDeps, type Deps } from '#src/deps.ts';
import { readLine } from '#src/integration/read-event.ts';
import { loadConfig } from '#src/platform/config/config.ts';
import { createLog } from '#src/platform/log/log.ts';
import { asCivilDate } from '#src/shared/civil-date.ts';
import { DAY } from '#src/shared/clock.ts';
import { newId } from '#src/shared/ids.ts';
import { expectOk, ok } from '#src/shared/result.ts';
import { deskWork, findAnything } from '#src/desk/index.ts';
import { familyOverview } from '#src/home/index.ts';
import { caseNumber } from '#src/shared/numbers.ts';
import { deliver, unitPage, UNIT_STATES } from '#src/units/index.ts';
import { askTheRest, listenToStores, type Asked } from '../support/asked-of-stores.ts';
import { keepEvents, readEvents } from '../support/read-events.ts';

/** Read whole without harm, because they do not grow with the families. */
const SMALL: Readonly<Record<string, string>> = {
  staff: 'people who work here: tens',
  api_keys: 'other systems: a handful',
  counters: 'one row per kind of number and year',
  ledger_quarters: 'two programmes times four quarters a year',
  dev_messages: 'the outbox viewer of demo and test; production never writes it',
  __drizzle_migrations: 'one row per migration',
  sqlite_master: 'the schema',
  sqlite_sequence: 'one row per table that counts',
};
/** Sorting is harmless within one of these: what belongs to one owner is few rows, however many owners there are. */
const OWNED =
  /"(family_id|account_id|contract_id|enrolment_id|order_id|unit_id|subject_id|target_index|phone_index)" = \?/;

const heard = new Set<string>();
let dataDir: string;
let file: string;
let stores: Asked;

async function readEverything(
  deps: Deps,
  familyIds: readonly string[],
  dins: readonly string[],
): Promise<void> {
  const { read } = deps;
  const now = deps.now();
  for (const familyId of familyIds) {
    const [guardian] = await read.families.guardiansOf(familyId);
    const accountId = guardian?.accountId ?? '';
    await familyOverview(deps, { accountId, familyId, guardianId: guardian?.id ?? null }, 'zh');
    for (const din of dins) await unitPage(deps, din, familyId, 'zh');
    await read.families.consentsOf(familyId);
    await read.invitations.openOf(familyId, now);
    await read.invitations.ofFamily(familyId);
    await read.invitations.behind('none');
    await read.enrolments.ofFamily(familyId);
    await read.orders.receiptsOfFamily(familyId);
    await read.sessions.ofAccount(accountId, now);
    for (const contract of await read.contracts.ofFamily(familyId)) {
      await read.contracts.forFamily(contract.id, familyId);
      await read.contracts.textOf(contract.id);
      await read.contracts.signaturesOf(contract.id);
      await read.contracts.pdfOf(contract);
      await read.orders.billing(contract.id);
      for (const order of await read.orders.ofContract(contract.id)) {
        await read.orders.forFamily(order.id, familyId);
        await read.orders.receiptOf(order.id);
        await read.ledger.ofOrder(order.id);
        await read.ledger.eventsOf(order.id);
      }
    }
  }
  await read.enrolments.longestWaiting();
  await read.enrolments.idOf('BM-2026-000001-7');
  await read.enrolments.looksAt(['enr_1', 'enr_2'], now);
  await read.enrolments.healthShownTo('acc_', { id: 'enr_', submittedAt: now });
  const key = { submittedAt: now, id: 'enr_' };
  for (const state of ['submitted', 'returned', 'accepted', 'declined', 'withdrawn'] as const) {
    await read.enrolments.queue(state);
    await read.enrolments.queue(state, { after: key });
    await read.enrolments.queue(state, { before: key });
    await read.enrolments.waiting(state);
  }
  for (const state of UNIT_STATES) {
    await read.units.page(state, null, 26);
    await read.units.page(state, { lastEventAt: now, id: 'unt_' }, 26);
  }
  for (const about of [null, { kind: 'object', id: 'x' }, { kind: 'actor', id: 'x' }] as const) {
    await read.auditLog.page({ about });
    await read.auditLog.page({ about, before: 100 });
    await read.auditLog.page({ about, after: 1 });
    await read.auditLog.page({ about, by: 'acc_', from: 2, until: 90 });
    await read.auditLog.namesOf((await read.auditLog.page({ about })).rows);
  }
  await read.auditLog.firstAt(now - 30 * DAY);
  await read.auditLog.people();
  await deskWork(deps, ['counsellor', 'lab', 'finance', 'editor'], 'zh');
  await read.enrolments.historyOf('enr_1');
  await read.enrolments.idOfContract('HT-2026-000001-7');
  const sought = ['13800138000', 'BM-2026-000001-7', caseNumber('HT', 2026, 1), caseNumber('DD', 2026, 1)];
  for (const typed of [...sought, ...dins]) await findAnything(deps, typed, ['counsellor']);
  await read.contracts.endedOffers(now, 50);
  await read.families.withPhone('13800138000');
  await read.staff.all();
  await read.units.byDin(dins[0] ?? '');
}

/** Grants of two quarters, money that came back, what is published of them, and the ledger as everybody reads it. */
async function giveAndPublish(deps: Deps): Promise<void> {
  const grant = {
    programme: 'aid-fund',
    city: '370100',
    diseaseGroup: 'immune',
    amountFen: 1_000_000,
  } as const;
  for (const month of ['02', '05'])
    for (const person of ['a', 'b', 'c'])
      await deps.transaction(async ({ grants }) => {
        const id = newId('grant');
        await grants.add({ ...grant, id, person, paidOn: asCivilDate(`2026-${month}-01`) });
        const booked = await grants.byId(id);
        if (booked && person === 'a')
          await grants.giveBack(booked, { on: asCivilDate(`2026-${month}-20`), amountFen: 1 });
        return ok();
      });
  expectOk(await publishLedger(deps));
  await deps.read.charityLedger.quarters();
  for (const programme of [null, 'kindling'] as const)
    for (const year of [null, 2026])
      for (const after of [null, 10]) await deps.read.charityLedger.page({ programme, year }, after, 26);
}

/** What happens by the hour, by hand and by rate limit rather than in a family's life. */
async function keepHouse(deps: Deps): Promise<void> {
  await deps.limits.take('sample', 'one', 5, 60_000);
  await deps.limits.forget();
  await deps.transaction(async (tx) => {
    await tx.sessions.touch('none', deps.now());
    await tx.sessions.remove('none');
    await tx.sessions.removeOf('none', 'none');
    await tx.sessions.removeAllOf('none');
    await tx.sessions.removeEnded(deps.now());
    await tx.challenges.removeExpired(deps.now() - DAY);
    await tx.apiKeys.forgetAnswersBefore(deps.now());
    await tx.apiKeys.answerFor('none', 'none');
    await tx.invitations.withdrawAll('none', deps.now());
    await tx.families.withdrawConsent('none', 'none', deps.now());
    await tx.orders.byCheckout('none');
    await tx.heldMoney.byId('none');
    await tx.heldMoney.ofPayment('none', 'none');
    await tx.heldMoney.refundsOf('none');
    await tx.orders.unitsOf('none');
    await tx.unitTasks.byId('none');
    await tx.unitTasks.ofUnit('none');
    for (const after of [null, { dueOn: '2026-11-20', id: 'none' }])
      await tx.unitTasks.page('call', after, 26);
    await tx.unitTasks.openOf('none', 'call');
    await tx.heldMoney.refundsToSettle(26);
    for (const open of [true, false])
      for (const after of [null, 'none']) await tx.heldMoney.page(open, after, 26);
    return ok();
  });
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'portal-plans-'));
  file = path.join(dataDir, 'portal.db');
  const now = Date.parse('2026-11-20T10:00:00+08:00');
  let clock = now - 400 * DAY;
  const config = loadConfig({ APP_MODE: 'test', DATA_DIR: dataDir });
  let migrated = false;
  const deps = await createDeps(config, {
    now: () => clock,
    payments: pastPayments(config.stripe.checkoutOrigin),
    log: createLog({ level: 'silent' }),
    onStatement: (sql) => void (migrated && heard.add(sql)),
  });
  migrated = true;
  stores = listenToStores(deps);
  try {
    const staffId = await hireStaff(deps);
    const editorId = (await deps.read.accounts.byEmail(EDITOR.email))?.id ?? '';
    const also = eventScenes(deps, { now, editorId });
    const { members, units } = await playCast(deps, (at) => void (clock = at), { now, staffId, also });
    for (const unit of units) {
      const events = eventsFor(unit).map((event) => expectOk(readLine(JSON.stringify(event), now)));
      await deliver(deps, { actor: { kind: 'api', id: 'lims' }, events });
    }
    await deps.runJobs();
    const families = members.map(({ family }) => family.familyId).filter((id) => id !== '');
    await readEverything(
      deps,
      families,
      units.map(({ din }) => din.slice(0, 13)),
    );
    await readEvents(deps);
    await keepHouse(deps);
    await keepEvents(deps);
    await eraseDrafts(deps);
    const stored = members.find(({ member }) => member.units?.includes('stored'));
    await askTheRest(deps, stored?.family.familyId ?? '');
    await giveAndPublish(deps);
  } finally {
    await deps.close();
  }
}, 120_000);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

interface Explained {
  readonly sql: string;
  readonly plan: readonly string[];
}

function explain(sql: string): Explained {
  const database = new Database(file);
  try {
    const nothing = Array.from(sql.matchAll(/\?/g), () => null);
    const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(nothing) as { detail: string }[];
    return { sql, plan: rows.map(({ detail }) => detail) };
  } finally {
    database.close();
  }
}

const explained = (): Explained[] =>
  [...heard].filter((sql) => /^\s*(select|update|delete|with)\b/i.test(sql)).map(explain);

const sorts = (plan: readonly string[]): boolean => plan.some((step) => step.includes('TEMP B-TREE'));

/** Reading a table in its own order and stopping at LIMIT touches no more rows than it answers. */
const stopsEarly = ({ sql, plan }: Explained): boolean =>
  / limit /i.test(sql) && !/ where /i.test(sql) && !sorts(plan);

/** The tables behind the names a plan uses. */
const tableOf = (sql: string, name: string): string =>
  new RegExp(`"(\\w+)" "${name}"`).exec(sql)?.[1] ?? name;

const fullScans = (one: Explained): string[] =>
  stopsEarly(one)
    ? []
    : one.plan.flatMap((step) => {
        const name = /^SCAN (\w+)/.exec(step)?.[1];
        if (name === undefined || name === 'CONSTANT') return [];
        return tableOf(one.sql, name) in SMALL ? [] : [step];
      });

const unboundedSort = ({ sql, plan }: Explained): boolean => {
  if (!sorts(plan) || OWNED.test(sql)) return false;
  const scanned = plan.flatMap((step) => /^(?:SCAN|SEARCH) (\w+)/.exec(step)?.[1] ?? []);
  return !scanned.every((name) => name in SMALL);
};

const keysetPages = [
  { list: 'enrolments', order: 'submitted_at' },
  { list: 'units', order: 'last_event_at' },
  { list: 'audit_log', order: 'seq' },
  { list: 'ledger_rows', order: 'id' },
  { list: 'events', order: 'ends_at' },
  { list: 'events', order: 'starts_at' },
  { list: 'event_bookings', order: 'turn' },
  { list: 'unit_tasks', order: 'due_on' },
] as const;

describe('every statement the house sends', () => {
  it('was heard: a family’s whole life and the consoles of the staff', () => {
    for (const table of [
      'sessions',
      'drafts',
      'enrolments',
      'contracts',
      'signatures',
      'orders',
      'units',
      'outbox',
      'event_bookings',
      'grants',
      'grant_movements',
      'ledger_rows',
    ])
      expect([...heard].some((sql) => sql.includes(`"${table}"`))).toBe(true);
    expect(explained().length).toBeGreaterThan(80);
  });

  it('is heard whole: every question a store can be asked was asked', () => {
    expect(stores.all.size).toBeGreaterThan(100);
    expect([...stores.all].filter((question) => !stores.asked.has(question)).toSorted()).toEqual([]);
  });

  it('finds its rows by an index, and reads no table that grows with the families from end to end', () => {
    const bad = explained().filter((one) => fullScans(one).length > 0);
    expect(bad).toEqual([]);
  });

  it('sorts only what belongs to one owner; long lists come out of their index in order', () => {
    expect(explained().filter(unboundedSort)).toEqual([]);
  });

  it.each(keysetPages)(
    'begins a further page of $list at its key instead of walking there',
    ({ list, order }) => {
      const pages = explained().filter(
        ({ sql }) =>
          sql.includes(`from "${list}"`) &&
          / order by /i.test(sql) &&
          new RegExp(`"${order}"\\)? ?(?:[<>]|, ?"[^"]+"."id"\\) [<>])`).test(sql),
      );
      expect(pages.length).toBeGreaterThan(0);
      // A row joined by its own key is not walked to.
      const seeks = (step: string): boolean => /[<>]\?|[<>]\(|\(id=\?\)$/.test(step);
      const walking = pages.filter(({ plan }) => !plan.every(seeks));
      expect(walking).toEqual([]);
    },
  );

  it('would be caught reading everything: the rule itself has teeth', () => {
    expect(fullScans(explain('select "id" from "guardians" where "address" = ?'))).toHaveLength(1);
    expect(
      unboundedSort(explain('select "id" from "enrolments" where "state" = ? order by "hospital"')),
    ).toBe(true);
    expect(fullScans(explain('select "id" from "guardians" where "family_id" = ?'))).toHaveLength(0);
  });
});
