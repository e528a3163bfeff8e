/** Everything the fees page of a family says, read at once. */
import type { Policies } from '../../content/policies.ts';
import { asCivilDate, today, type CivilDate } from '../../shared/civil-date.ts';
import type { Clock, Instant } from '../../shared/clock.ts';
import type { Locale, Text } from '../../shared/i18n.ts';
import { PENDING_TAG, STATE_TAGS, UPCOMING_TAG } from '../fee-messages.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import { isAskedFor } from '../orders/asked.ts';
import { isOwed, type Order } from '../orders/order.ts';
import type { OrderStore, Receipt } from '../orders/order-store.ts';
import { coverOfUnit } from '../prices/cover-of-unit.ts';
import { feesOverview, type FeesOverview } from './fees-overview.ts';
import { standing } from './order-view.ts';

/** What is needed of a unit: since when it is stored, under which contract. */
interface FamilyUnit {
  readonly din: string;
  readonly contractId: string | null;
  readonly storedAt: Instant | null;
  readonly paidThrough: string | null;
}

export interface FamilyFeesDeps {
  readonly now: Clock;
  readonly policies: Pick<Policies, 'fees'>;
  readonly read: {
    readonly orders: OrderStore;
    readonly ledger: LedgerStore;
    readonly units: { ofFamily(familyId: string): Promise<readonly FamilyUnit[]> };
  };
}

export interface FamilyFees {
  readonly overview: FeesOverview;
  /** Whether there are any orders at all. */
  readonly any: boolean;
  readonly tagOf: (order: Order) => {
    readonly kind: 'ok' | 'wait' | 'info' | 'not-yet';
    readonly word: Text;
  };
  readonly receipts: readonly Receipt[];
  readonly covers: readonly { readonly din: string; readonly through: CivilDate | null }[];
  /** The day of the order to pay first has passed. */
  readonly late: boolean;
}

export async function familyFees(
  deps: FamilyFeesDeps,
  familyId: string,
  locale: Locale,
): Promise<FamilyFees> {
  const { read, policies } = deps;
  const [orders, receipts, units] = await Promise.all([
    read.orders.ofFamily(familyId),
    read.orders.receiptsOfFamily(familyId),
    read.units.ofFamily(familyId),
  ]);
  const contractIds = [...new Set(orders.map((order) => order.contractId))];
  const billings = (await Promise.all(contractIds.map((id) => read.orders.billing(id)))).filter(
    (billing) => billing !== null,
  );
  const pending = await Promise.all(
    orders.map(
      async (order) =>
        order.state === 'paying' && standing(order, await read.ledger.eventsOf(order.id)).kind === 'pending',
    ),
  );
  const onTheWay = new Set(orders.filter((_, at) => pending[at]).map((order) => order.id));
  const day = today(deps.now());
  const overview = feesOverview({ orders, receipts, billings, onTheWay, policies, today: day }, locale);
  const through = (unit: FamilyUnit): Promise<CivilDate | null> | CivilDate | null =>
    unit.storedAt !== null && unit.contractId !== null
      ? coverOfUnit(read.orders, policies, { contractId: unit.contractId, storedAt: unit.storedAt })
      : unit.paidThrough === null
        ? null
        : asCivilDate(unit.paidThrough);
  const covers = await Promise.all(
    units.map(async (unit) => ({ din: unit.din, through: await through(unit) })),
  );
  const dueOn = overview.due?.dueOn ?? null;
  return {
    overview,
    any: orders.length > 0,
    tagOf: (order) =>
      onTheWay.has(order.id)
        ? PENDING_TAG
        : isOwed(order) && !isAskedFor(order, policies, day)
          ? UPCOMING_TAG
          : STATE_TAGS[order.state],
    receipts,
    covers,
    late: dueOn !== null && dueOn < day,
  };
}
