/** A family whose contract is signed and not billed yet, written straight into the tables: for tests of money. */
import { accounts, contracts, enrolments, families, guardians } from '../../db/schema/index.ts';
import type { House } from './house.ts';

export interface ContractToPay {
  readonly familyId: string;
  readonly accountId: string;
  readonly contractId: string;
  readonly contractNumber: string;
  readonly phone: string;
}

let made = 0;

export async function contractToPay(
  house: House,
  traits: {
    readonly plan?: 'yearly' | 'prepaid' | 'instalments-12' | 'instalments-24';
    readonly babies?: number;
    readonly locale?: 'zh' | 'en';
    readonly state?: 'offered' | 'signed';
  } = {},
): Promise<ContractToPay> {
  const { database, vault, now } = house.deps;
  const { db } = database;
  const n = ++made;
  const at = now();
  const id = (prefix: string): string => `${prefix}_${String(n).padStart(8, '0')}`;
  const phone = `139${String(n).padStart(8, '0')}`;
  const contractNumber = `HT-2026-${String(n).padStart(6, '0')}-0`;
  const { plan = 'yearly', babies = 1, locale = 'zh', state = 'signed' } = traits;
  await db.insert(accounts).values({
    id: id('acc'),
    phone: vault.seal(phone, 'account.phone'),
    phoneIndex: vault.index(phone, 'phone'),
    locale,
    createdAt: at,
  });
  await db.insert(families).values({ id: id('fam'), createdAt: at });
  await db.insert(guardians).values({
    id: id('grd'),
    familyId: id('fam'),
    accountId: id('acc'),
    role: 'mother',
    name: vault.seal('王䶮', 'guardian.name'),
    phone: vault.seal(phone, 'guardian.phone'),
    phoneIndex: vault.index(phone, 'phone'),
    createdAt: at,
  });
  await db.insert(enrolments).values({
    id: id('enr'),
    number: `BM-2026-${String(n).padStart(6, '0')}-0`,
    familyId: id('fam'),
    accountId: id('acc'),
    product: 'cord-blood',
    state: 'accepted',
    plan,
    dueDate: '2027-02-01',
    babies,
    hospital: 'qilu',
    city: '370100',
    answers: vault.seal('{}', 'enrolment'),
    shown: [],
    locale,
    flags: [],
    submittedAt: at,
  });
  await db.insert(contracts).values({
    id: id('ctr'),
    number: contractNumber,
    familyId: id('fam'),
    enrolmentId: id('enr'),
    state,
    template: 'cord-blood',
    templateVersion: '2026-01-01',
    locale,
    terms: vault.seal('{}', 'contract'),
    plan,
    policyVersion: '2026-01-01',
    documentSha256: '0'.repeat(64),
    signers: [id('grd')],
    offeredAt: at,
    offerEndsAt: at + 14 * 86_400_000,
    signedAt: state === 'signed' ? at : null,
  });
  return { familyId: id('fam'), accountId: id('acc'), contractId: id('ctr'), contractNumber, phone };
}
