/** What belongs together: an enrolment, the contract made of it, its orders and units. Numbers and states, no person. */
import type { Deps } from '../deps.ts';
import type { ContractSummary } from '../contracts/index.ts';
import type { EnrolmentSummary } from '../enrolment/index.ts';
import type { Order } from '../fees/index.ts';
import type { Unit } from '../units/index.ts';

export interface Ties {
  readonly enrolment: EnrolmentSummary | null;
  readonly contract: ContractSummary | null;
  /** Newest first. */
  readonly orders: readonly Order[];
  readonly units: readonly Unit[];
}

export interface TiesDeps {
  readonly read: Pick<Deps['read'], 'enrolments' | 'contracts' | 'orders' | 'units'>;
}

/** Everything about one enrolment, or about the contract a unit is under. A fixed number of statements. */
export async function tiesOf(
  { read }: TiesDeps,
  of: { readonly familyId: string } & ({ readonly enrolmentId: string } | { readonly contractId: string }),
): Promise<Ties> {
  const [enrolments, contracts, orders, units] = await Promise.all([
    read.enrolments.summariesOf(of.familyId),
    read.contracts.ofFamily(of.familyId),
    read.orders.ofFamily(of.familyId),
    read.units.ofFamily(of.familyId),
  ]);
  const contract =
    contracts.find((one) =>
      'contractId' in of ? one.id === of.contractId : one.enrolmentId === of.enrolmentId,
    ) ?? null;
  const enrolmentId = 'enrolmentId' in of ? of.enrolmentId : contract?.enrolmentId;
  return {
    enrolment: enrolments.find(({ id }) => id === enrolmentId) ?? null,
    contract,
    orders: contract === null ? [] : orders.filter(({ contractId }) => contractId === contract.id),
    units: contract === null ? [] : units.filter(({ contractId }) => contractId === contract.id),
  };
}
