/** A family with a contract on offer, made through the real use case; accounts and enrolment are written straight in. */
import { accounts, enrolments } from '../../db/schema/index.ts';
import { createOffer, type CreateOffer } from '../../src/contracts/offer/create-offer.ts';
import { asCivilDate } from '../../src/shared/civil-date.ts';
import { newId } from '../../src/shared/ids.ts';
import { expectOk } from '../../src/shared/result.ts';
import type { House } from './house.ts';

export interface OfferTraits {
  readonly locale?: 'zh' | 'en';
  readonly plan?: 'yearly' | 'prepaid' | 'instalments-12' | 'instalments-24';
  readonly babies?: number;
  readonly mother?: string;
  readonly other?: string;
  /** The other guardian is excused. */
  readonly alone?: boolean;
}

let made = 0;

export async function offeredContract(house: House, traits: OfferTraits = {}) {
  const { deps } = house;
  const { locale = 'zh', plan = 'yearly', babies = 1, alone = false } = traits;
  const at = deps.now();
  const n = ++made;

  const person = async (slot: number) => {
    const phone = `138${String(n * 10 + slot).padStart(8, '0')}`;
    const accountId = newId('account', at);
    await deps.database.db.insert(accounts).values({
      id: accountId,
      phone: deps.vault.seal(phone, 'account.phone'),
      phoneIndex: deps.vault.index(phone, 'phone'),
      locale,
      createdAt: at,
    });
    return { phone, accountId };
  };
  const names = { mother: traits.mother ?? '王䶮', other: traits.other ?? '买买提·艾力' };
  const [first, second] = [await person(1), await person(2)];
  const family = expectOk(
    await deps.transaction(async ({ families }) => {
      const id = await families.createFamily(at);
      const identity = { idKind: 'passport', birthDate: null, address: '文化西路107号', at } as const;
      const mother = await families.saveGuardian(id, {
        role: 'mother',
        ...first,
        ...identity,
        name: names.mother,
        idNumber: `E1234567${n % 10}`,
      });
      const other = await families.saveGuardian(
        id,
        alone
          ? { role: 'other', absentReason: 'abroad', at }
          : { role: 'other', ...second, ...identity, name: names.other, idNumber: `E7654321${n % 10}` },
      );
      return { ok: true, value: { id, mother, other } } as const;
    }),
  );
  const enrolmentId = newId('enrolment', at);
  await deps.database.db.insert(enrolments).values({
    id: enrolmentId,
    number: `BM-2026-${String(n).padStart(6, '0')}-0`,
    familyId: family.id,
    accountId: first.accountId,
    product: 'cord-blood',
    state: 'accepted',
    plan,
    dueDate: '2027-02-14',
    babies,
    hospital: '山东大学齐鲁医院',
    city: '370100',
    answers: deps.vault.seal('{}', 'enrolment-answers'),
    shown: [],
    locale,
    flags: [],
    submittedAt: at,
  });
  const command: CreateOffer = {
    enrolmentId,
    familyId: family.id,
    product: 'cord-blood',
    plan,
    locale,
    babies,
    dueDate: asCivilDate('2027-02-14'),
    hospital: '山东大学齐鲁医院',
    address: '山东省济南市历下区文化西路107号',
    guardians: [
      {
        guardianId: family.mother,
        role: 'mother',
        name: names.mother,
        idKind: 'passport',
        idNumber: `E1234567${n % 10}`,
      },
      ...(alone
        ? []
        : ([
            {
              guardianId: family.other,
              role: 'other',
              name: names.other,
              idKind: 'passport',
              idNumber: `E7654321${n % 10}`,
            },
          ] as const)),
    ],
    absent: alone ? { role: 'other', reason: 'abroad' } : null,
    counsellor: '安若溪',
  };
  const offered = await createOffer(deps, command);
  const contract = offered.ok ? await deps.read.contracts.byId(offered.value.contractId) : null;
  return {
    familyId: family.id,
    command,
    offered,
    contract,
    mother: { guardianId: family.mother, name: names.mother, ...first },
    other: { guardianId: family.other, name: names.other, ...second },
  };
}
