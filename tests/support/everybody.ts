/** A house in which the whole cast has lived, with one person of every kind signed in, and what belongs to another family. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventScenes } from '../../db/seed/events/play.ts';
import { eventsFor } from '../../db/seed/feed/families.ts';
import { pastPayments } from '../../db/seed/families/past-payments.ts';
import { playCast } from '../../db/seed/families/play.ts';
import { EDITOR, hireStaff } from '../../db/seed/families/staff.ts';
import { ROLES, type Role } from '../../src/accounts/permissions.ts';
import type { Admitted } from '../../src/accounts/guard.ts';
import { beginSession, readSession, SESSION_COOKIE } from '../../src/accounts/session.ts';
import { accountOfPhone, FIRST_VERSION, provedBy, type Proved } from '../../src/accounts/index.ts';
import { createDeps, type Deps } from '../../src/deps.ts';
import { applyPaymentEvent } from '../../src/fees/index.ts';
import { readLine } from '../../src/integration/read-event.ts';
import { loadConfig } from '../../src/platform/config/config.ts';
import { createLog } from '../../src/platform/log/log.ts';
import { DAY } from '../../src/shared/clock.ts';
import { newId } from '../../src/shared/ids.ts';
import { expectOk, ok } from '../../src/shared/result.ts';
import { deliver } from '../../src/units/index.ts';
import { Browser } from './browser-cookies.ts';

export interface Person {
  readonly name: string;
  readonly cookie: string | undefined;
  /** What the authorisation table asks about. */
  readonly known: Admitted;
}

const NOBODY: Admitted = {
  accountId: '',
  actor: { kind: 'visitor', id: 'visitor' },
  familyId: null,
  guardianId: null,
  staff: null,
  sessionKind: 'visitor',
  locale: null,
  sessionHash: null,
};

/** Ids that an action or an address may name. */
export interface Ids {
  readonly enrolment: string;
  readonly returned: string;
  readonly contract: string;
  readonly order: string;
  readonly receipt: string;
  readonly din: string;
  readonly consent: string;
  readonly guardian: string;
  readonly session: string;
  readonly draft: string;
  readonly event: string;
  readonly booking: string;
  readonly held: string;
  readonly account: string;
}

export interface FullHouse {
  readonly deps: Deps;
  readonly visitor: Person;
  readonly newcomer: Person;
  /** A guardian; `foreign` is never theirs. */
  readonly guardian: Person;
  readonly staff: Readonly<Record<Role, Person>>;
  readonly foreign: Ids;
  /** As shaped as the others, and nobody's. */
  readonly random: Ids;
  one(sql: string, ...args: (string | number)[]): Promise<string>;
  close(): Promise<void>;
}

async function live(deps: Deps, setClock: (at: number) => void, now: number): Promise<void> {
  const staffId = await hireStaff(deps);
  const editorId = (await deps.read.accounts.byEmail(EDITOR.email))?.id ?? '';
  const also = eventScenes(deps, { now, editorId });
  const { units } = await playCast(deps, setClock, { now, staffId, also });
  for (const unit of units) {
    const events = eventsFor(unit).map((event) => expectOk(readLine(JSON.stringify(event), now)));
    await deliver(deps, { actor: { kind: 'api', id: 'lims' }, events });
  }
  await deps.runJobs();
}

async function signedIn(deps: Deps, name: string, proved: Proved, kind: 'family' | 'staff'): Promise<Person> {
  const browser = new Browser();
  expectOk(await beginSession(deps, browser, { ...proved, kind, device: null }));
  const found = await readSession(deps, browser);
  if (!found) throw new Error(`${name} is not signed in`);
  const { accountId, locale, idHash, familyId, guardianId } = found;
  const roles = (found.staffRoles ?? []) as readonly Role[];
  return {
    name,
    cookie: `${SESSION_COOKIE}=${browser.jar.get(SESSION_COOKIE)}`,
    known: {
      accountId,
      actor: { kind, id: accountId },
      familyId: kind === 'family' ? familyId : null,
      guardianId: kind === 'family' ? guardianId : null,
      staff: kind === 'staff' ? { name, roles } : null,
      sessionKind: kind,
      locale,
      sessionHash: idHash,
    },
  };
}

/** Somebody who has this one role and no other. */
async function employee(deps: Deps, role: Role): Promise<Person> {
  const accountId = newId('account', deps.now());
  await deps.transaction(async ({ accounts, staff }) => {
    const email = `${role}-only@example.invalid`;
    await accounts.create({ id: accountId, phone: null, email, locale: 'zh', at: deps.now() });
    await staff.insert({ accountId, name: role, roles: [role], totpSecret: null });
    return ok();
  });
  return signedIn(deps, role, { accountId, version: FIRST_VERSION }, 'staff');
}

/** `now` is a day of the demo's; everything before it has happened. */
export async function fullHouse(now = Date.parse('2026-11-20T10:00:00+08:00')): Promise<FullHouse> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-everybody-'));
  let clock = now - 400 * DAY;
  const config = loadConfig({ APP_MODE: 'test', DATA_DIR: dataDir });
  const deps = await createDeps(config, {
    now: () => clock,
    payments: pastPayments(config.stripe.checkoutOrigin),
    log: createLog({ level: 'silent' }),
  });
  await live(deps, (at) => void (clock = at), now);

  const one = async (sql: string, ...args: (string | number)[]): Promise<string> => {
    const { rows } = await deps.database.client.execute({ sql, args });
    const value = rows[0]?.[0];
    if (typeof value !== 'string') throw new Error(`nothing found: ${sql}`);
    return value;
  };
  // A guardian whose family has a signed contract.
  const mine = await one(
    `SELECT g.account_id FROM guardians g JOIN contracts c ON c.family_id = g.family_id
     WHERE c.state = 'signed' AND g.account_id IS NOT NULL ORDER BY g.id LIMIT 1`,
  );
  const account = await deps.read.accounts.byId(mine);
  if (!account) throw new Error('the guardian has no account');
  const guardian = await signedIn(deps, 'a guardian', provedBy(account), 'family');
  const family = guardian.known.familyId ?? '';
  const others = (table: string, rest = '1 = 1', column = 'id'): Promise<string> =>
    one(`SELECT ${column} FROM ${table} WHERE family_id <> ? AND ${rest} LIMIT 1`, family);
  const owner = await others('guardians', 'account_id IS NOT NULL', 'account_id');
  const ownerAccount = await deps.read.accounts.byId(owner);
  if (!ownerAccount) throw new Error('the other guardian has no account');
  const otherSession = await signedIn(deps, 'another guardian', provedBy(ownerAccount), 'family');
  const order = await others('orders', "state IN ('open', 'expired')");
  const amountFen = 1;
  const checkoutId = 'cs_of_another';
  expectOk(
    await applyPaymentEvent(deps, {
      ...{ id: 'evt_held', type: 'checkout.session.completed', kind: 'paid', orderId: order },
      ...{ checkoutId, paymentId: 'pi_held', amountFen, currency: 'cny' },
    }),
  );
  const event = await one("SELECT id FROM events WHERE state = 'published' ORDER BY id DESC LIMIT 1");
  const foreign: Ids = {
    enrolment: await others('enrolments', "state = 'submitted'"),
    returned: await others('enrolments', "state = 'returned'"),
    contract: await others('contracts', "state IN ('offered', 'partly-signed')"),
    order: await others('orders', "state = 'paid'"),
    receipt: await others('receipts'),
    din: await others('units', "state = 'rejected'", 'din'),
    consent: await others('consents', 'withdrawn_at IS NULL'),
    guardian: await others('guardians'),
    session: otherSession.known.sessionHash ?? '',
    draft: await one('SELECT id FROM drafts WHERE account_id <> ? LIMIT 1', mine),
    event,
    booking: await one('SELECT id FROM event_bookings WHERE event_id <> ? LIMIT 1', event),
    held: await one('SELECT id FROM held_money LIMIT 1'),
    account: owner,
  };
  const random: Ids = {
    ...{ enrolment: newId('enrolment'), returned: newId('enrolment'), contract: newId('contract') },
    ...{ order: newId('order'), receipt: newId('receipt'), din: 'G987526999999', consent: newId('consent') },
    ...{ guardian: newId('guardian'), session: 'f'.repeat(64), draft: newId('draft') },
    ...{ event: newId('event'), booking: newId('eventBooking'), held: newId('heldMoney') },
    account: newId('account'),
  };
  const newcomer = expectOk(await accountOfPhone(deps, '19900000001', 'zh'));
  const staff = {} as Record<Role, Person>;
  for (const role of ROLES) staff[role] = await employee(deps, role);
  return {
    deps,
    visitor: { name: 'a visitor', cookie: undefined, known: NOBODY },
    newcomer: await signedIn(deps, 'somebody without a family', newcomer, 'family'),
    guardian,
    staff,
    foreign,
    random,
    one,
    async close() {
      await deps.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
