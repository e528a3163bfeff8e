/** A family with a signed and paid contract, written straight into the tables: for tests of what comes after. */
import { accounts, contracts, enrolments, orders } from '../../db/schema/index.ts';
import { newId } from '../../src/shared/ids.ts';
import { expectOk, ok } from '../../src/shared/result.ts';
import type { House } from './house.ts';

export interface ContractTraits {
  readonly number?: string;
  readonly babies?: number;
  readonly state?: 'offered' | 'partly-signed' | 'signed' | 'lapsed' | 'terminated';
  readonly paid?: boolean;
  readonly phone?: string;
  readonly name?: string;
  readonly locale?: 'zh' | 'en';
  readonly dueDate?: string;
  readonly signedAt?: number;
}

export async function signedContract(house: Pick<House, 'deps' | 'clock'>, traits: ContractTraits = {}) {
  const { db } = house.deps.database;
  const { vault } = house.deps;
  const at = house.clock.now();
  const { number = 'HT-2026-000001-6', babies = 1, state = 'signed', paid = true, locale = 'zh' } = traits;
  const phone = traits.phone ?? '13800001111';
  const accountId = newId('account', at);
  const enrolmentId = newId('enrolment', at);
  const contractId = newId('contract', at);
  const orderId = newId('order', at);
  await db.insert(accounts).values({
    id: accountId,
    phone: vault.seal(phone, 'account.phone'),
    phoneIndex: vault.index(phone, 'phone'),
    locale,
    createdAt: at,
  });
  const { familyId, guardianId } = expectOk(
    await house.deps.transaction(async ({ families }) => {
      const family = await families.createFamily(at);
      const guardian = await families.saveGuardian(family, {
        role: 'mother',
        accountId,
        name: traits.name ?? '林晓',
        idKind: 'passport',
        idNumber: `E${phone}`,
        birthDate: null,
        phone,
        address: '济南市历下区',
        at,
      });
      return ok({ familyId: family, guardianId: guardian });
    }),
  );
  await db.insert(enrolments).values({
    id: enrolmentId,
    number: `BM-${number}`,
    familyId,
    accountId,
    product: 'cord-blood',
    state: 'accepted',
    plan: 'yearly',
    dueDate: traits.dueDate ?? '2026-12-20',
    babies,
    hospital: '济南市妇幼保健院',
    city: '370100',
    answers: vault.seal('{}', 'enrolment-answers'),
    shown: [],
    locale,
    flags: [],
    submittedAt: at,
  });
  await db.insert(contracts).values({
    id: contractId,
    number,
    familyId,
    enrolmentId,
    state,
    template: 'cord-blood-storage',
    templateVersion: '2026-01-01',
    locale,
    terms: vault.seal('{}', 'contract-terms'),
    plan: 'yearly',
    policyVersion: '2026-01-01',
    documentSha256: '0'.repeat(64),
    signers: [guardianId],
    offeredAt: at,
    offerEndsAt: at + 30 * 86_400_000,
    // Long enough ago for every story the laboratory may tell of it.
    signedAt: traits.signedAt ?? at - 400 * 86_400_000,
  });
  await db.insert(orders).values({
    id: orderId,
    number: `DD-${number}`,
    familyId,
    contractId,
    kind: 'first-payment',
    sequence: 1,
    state: paid ? 'paid' : 'open',
    amountFen: 580_000 * babies,
    lines: Array.from({ length: babies }, (_, index) => ({
      kind: 'first-year',
      label: { zh: '首年', en: 'First year' },
      baby: index + 1,
      amountFen: 580_000,
    })),
    plan: 'yearly',
    policyVersion: '2026-01-01',
    createdAt: at,
    paidAt: paid ? at : null,
    paymentId: paid ? `pi_${orderId}` : null,
  });
  return { familyId, accountId, guardianId, enrolmentId, contractId, orderId, number, phone };
}
