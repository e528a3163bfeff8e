/** Everything the fees page of a family says, read at once. */
import type { Policies } from '../../content/policies.ts';
import { asCivilDate, today, type CivilDate } from '../../shared/civil-date.ts';
import type { Clock, Instant } from '../../shared/clock.ts';
import type { Locale, Text } from '../../shared/i18n.ts';
import { NOTHING_TAG, PENDING_TAG, STATE_TAGS, UPCOMING_TAG } from '../fee-messages.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import { isAskedFor } from '../orders/asked.ts';
import { isOwed, type Order } from '../orders/order.ts';
import type { OrderStore, Receipt } from '../orders/order-store.ts';
import { coverOfUnit } from '../prices/cover-of-unit.ts';
import {
  earliestDay,
  fallenUnits,
  stillToComeBack,
  type FallenUnit,
  type FamilyUnit,
} from '../refunds/fallen-units.ts';
import type { HeldStore } from '../held/held-store.ts';
import type { Fen } from '../../shared/money.ts';
import { feesOverview, isForNothing, ofWhichBack, type FeesOverview } from './fees-overview.ts';
import { standing } from './order-view.ts';

/** What is needed of a unit: since when it is stored, or that it fell away, under which contract. */
interface FeesUnit extends FamilyUnit {
  readonly storedAt: Instant | null;
  readonly paidThrough: string | null;
}

export interface FamilyFeesDeps {
  readonly now: Clock;
  readonly policies: Pick<Policies, 'fees' | 'refunds'>;
  readonly read: {
    readonly orders: OrderStore;
    readonly ledger: LedgerStore;
    readonly heldMoney: HeldStore;
    readonly units: { ofFamily(familyId: string): Promise<readonly FeesUnit[]> };
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
  /** `back`: what of it comes back for units that fell away. */
  readonly receipts: readonly (Receipt & { readonly back: readonly string[] })[];
  readonly covers: readonly {
    readonly unitId: string;
    readonly din: string;
    readonly through: CivilDate | null;
    readonly gone: boolean;
  }[];
  readonly fallen: readonly FallenUnit[];
  /** Not returned yet, with the earliest of the days promised. */
  readonly toComeBack: { readonly amountFen: Fen; readonly by: CivilDate | null } | null;
  /** The day of the order to pay first has passed. */
  readonly late: boolean;
}

export async function familyFees(
  deps: FamilyFeesDeps,
  familyId: string,
  locale: Locale,
): Promise<FamilyFees> {
  const { read, policies } = deps;
  const [orders, receipts, units, cases] = await Promise.all([
    read.orders.ofFamily(familyId),
    read.orders.receiptsOfFamily(familyId),
    read.units.ofFamily(familyId),
    read.heldMoney.refundsOf(familyId),
  ]);
  const on = today(deps.now());
  const fallen = fallenUnits({ orders, units, cases, policies, on });
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
  const overview = feesOverview(
    { orders, receipts, billings, units, fallen, onTheWay, policies, today: on },
    locale,
  );
  const through = (unit: FeesUnit): Promise<CivilDate | null> | CivilDate | null =>
    unit.storedAt !== null && unit.contractId !== null
      ? coverOfUnit(read.orders, policies, { contractId: unit.contractId, storedAt: unit.storedAt })
      : unit.paidThrough === null
        ? null
        : asCivilDate(unit.paidThrough);
  const covers = await Promise.all(
    units
      .toSorted((a, b) => a.baby - b.baby)
      .map(async (unit) => ({
        unitId: unit.id,
        din: unit.din,
        through: await through(unit),
        gone: fallen.some((one) => one.unit.id === unit.id),
      })),
  );
  const toComeBack = stillToComeBack(fallen);
  const dueOn = overview.due?.dueOn ?? null;
  return {
    overview,
    any: orders.length > 0,
    tagOf: (order) =>
      onTheWay.has(order.id)
        ? PENDING_TAG
        : isForNothing(order, units)
          ? NOTHING_TAG
          : isOwed(order) && !isAskedFor(order, policies, on)
            ? UPCOMING_TAG
            : STATE_TAGS[order.state],
    receipts: receipts.map((receipt) => ({
      ...receipt,
      back: ofWhichBack([{ id: receipt.orderId }], fallen, locale),
    })),
    covers,
    fallen,
    toComeBack: toComeBack > 0 ? { amountFen: toComeBack, by: earliestDay(fallen) } : null,
    late: dueOn !== null && dueOn < on,
  };
}
