/** One box: what somebody reads out on the phone or off a label, and the family or the unit it belongs to. Exact only. */
import type { Deps } from '../deps.ts';
import type { Role } from '../accounts/index.ts';
import type { ContractSummary } from '../contracts/index.ts';
import type { EnrolmentSummary } from '../enrolment/index.ts';
import { maskMobile, maskName, parseDin, parseMobile } from '../shared/identifiers/index.ts';
import { NUMBER_KINDS, parseCaseNumber } from '../shared/numbers.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Unit } from '../units/index.ts';

export interface FindDeps {
  readonly read: Pick<Deps['read'], 'enrolments' | 'contracts' | 'orders' | 'units' | 'families'>;
}

export interface FoundFamily {
  /** Masked; null for a reader whose work needs no name. */
  readonly people: readonly { readonly name: string; readonly phone: string | null }[] | null;
  readonly enrolments: readonly EnrolmentSummary[];
  readonly contracts: readonly ContractSummary[];
  readonly units: readonly Unit[];
}
export interface Found {
  readonly families: readonly FoundFamily[];
  /** Units whose family has a paper contract only. */
  readonly loose: readonly Unit[];
}
export type FindRefusal = 'sought-missing' | 'sought-name' | 'sought-unreadable' | 'not-for-role';

/** More families than this do not share a mobile. */
const MOST = 10;

/** What a name looks like: letters of any script and what stands between them, no digit. */
const NAME = /^[\p{L}\p{M}·•.’' -]{2,}$/u;

/** Begins like one of our numbers. */
const MISTYPED = new RegExp(`^(${NUMBER_KINDS.join('|')})[-\\s]?\\d{4}`, 'i');

/** Whoever is no counsellor finds units and contracts by their numbers, and no person. */
export async function findAnything(
  { read }: FindDeps,
  typed: string,
  roles: readonly Role[],
): Promise<Result<Found, FindRefusal>> {
  const sought = typed.trim();
  if (sought === '') return err('sought-missing');
  const sees = roles.includes('counsellor');
  const found = await owners(read, sought, sees);
  if (!found.ok) return found;
  const families = await Promise.all(
    [...new Set(found.value.familyIds)].slice(0, MOST).map((id) => familyFound(read, id, sees)),
  );
  return ok({ families, loose: found.value.loose });
}

interface Owners {
  readonly familyIds: readonly string[];
  readonly loose: readonly Unit[];
}

async function owners(
  read: FindDeps['read'],
  sought: string,
  sees: boolean,
): Promise<Result<Owners, FindRefusal>> {
  const families = (...ids: readonly (string | null | undefined)[]): Result<Owners, FindRefusal> =>
    ok({ familyIds: ids.filter((id) => typeof id === 'string'), loose: [] });

  const number = parseCaseNumber(sought);
  if (number.ok) {
    const kind = number.value.slice(0, 2);
    if (kind === 'HT') return families((await read.contracts.byNumber(number.value))?.familyId);
    if (!sees) return err('not-for-role');
    if (kind === 'DD') return families((await read.orders.byNumber(number.value))?.familyId);
    if (kind === 'BM') return families(await read.enrolments.familyOf(number.value));
    return families();
  }
  // Without its hyphens a number with a slip in it has the length of a unit's: it is none.
  if (MISTYPED.test(sought)) return err('sought-unreadable');
  const din = parseDin(sought);
  if (din.ok) {
    const unit = await read.units.byDin(din.value);
    return unit?.familyId === null ? ok({ familyIds: [], loose: [unit] }) : families(unit?.familyId);
  }
  if (!sees) return err('not-for-role');
  const mobile = parseMobile(sought);
  if (mobile.ok) return families(...(await read.families.withPhone(mobile.value)));
  return err(NAME.test(sought) ? 'sought-name' : 'sought-unreadable');
}

async function familyFound(read: FindDeps['read'], familyId: string, sees: boolean): Promise<FoundFamily> {
  const [guardians, enrolments, contracts, units] = await Promise.all([
    sees ? read.families.guardiansOf(familyId) : [],
    sees ? read.enrolments.summariesOf(familyId) : [],
    read.contracts.ofFamily(familyId),
    read.units.ofFamily(familyId),
  ]);
  const people = guardians.flatMap(({ name, phone }) =>
    name === null ? [] : [{ name: maskName(name), phone: phone === null ? null : maskMobile(phone) }],
  );
  return { people: sees ? people : null, enrolments, contracts, units };
}
