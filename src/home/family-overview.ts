/** What the family home shows: reads through each capability's front door, always the same few statements. */
import type { Deps } from '../deps.ts';
import { ENROLMENT_FORM } from '../enrolment/index.ts';
import {
  asksForNothing,
  fallenUnits,
  isAskedFor,
  paidThrough,
  type FallenUnit,
  type Order,
} from '../fees/index.ts';
import { asCivilDate, today } from '../shared/civil-date.ts';
import { formatDate, formatFen, formatInstant } from '../shared/format.ts';
import { localPath, translator, type Locale } from '../shared/i18n.ts';
import { standingIn, whoseUnit, type Standing, type Unit } from '../units/index.ts';
import { homeMessages } from './home-messages.ts';
import { kitPromise, type KitPromise } from './kit-promise.ts';
import { lifeOf, type Life } from './life.ts';
import { nextThings, type Thing } from './next-things.ts';
import { roadOf, type RoadStep } from './road.ts';

type Reads = Pick<Deps, 'now' | 'policies' | 'read'>;

export interface Plate {
  readonly id: string;
  readonly din: string;
  readonly whose: string;
  /** With `|` where a line may break. */
  readonly where: string;
  readonly line: string;
  readonly href: string;
  readonly more: string;
  readonly stored: boolean;
  readonly facts: readonly { readonly term: string; readonly value: string; readonly sample?: boolean }[];
}

export interface FamilyOverview {
  /** The name of whoever is signed in, when known. */
  readonly name: string | null;
  readonly things: readonly Thing[];
  readonly plates: readonly Plate[];
  readonly life: Life | null;
  /** The way still ahead, while no unit has been stored for good. */
  readonly road: readonly RoadStep[] | null;
  readonly kit: KitPromise | null;
}

/** Eight statements, however much the family has. */
export async function familyOverview(
  deps: Reads,
  person: { readonly accountId: string; readonly familyId: string; readonly guardianId: string | null },
  locale: Locale,
): Promise<FamilyOverview> {
  const { familyId } = person;
  const [guardians, hasDraft, enrolments, contracts, orders, units, cases] = await Promise.all([
    deps.read.families.guardiansOf(familyId),
    deps.read.drafts.isWaiting(person.accountId, ENROLMENT_FORM),
    deps.read.enrolments.summariesOf(familyId),
    deps.read.contracts.ofFamily(familyId),
    deps.read.orders.ofFamily(familyId),
    deps.read.units.ofFamily(familyId),
    deps.read.heldMoney.refundsOf(familyId),
  ]);
  const now = deps.now();
  const fallen = fallenUnits({ orders, units, cases, policies: deps.policies, on: today(now) });
  const kit = kitPromise(
    { enrolments, contracts, orders, units, now },
    deps.policies.kit.current(today(now)),
  );
  const asked = (order: Order): boolean => isAskedFor(order, deps.policies, today(now));
  const things = nextThings(
    {
      guardianId: person.guardianId,
      guardians,
      hasDraft,
      enrolments,
      contracts,
      orders,
      units,
      fallen,
      now,
      kit,
      asked,
      sample: (order) => !deps.policies.fees.version(order.policyVersion).confirmed,
      reviewDays: deps.policies.enrolment.current(today(now)).reviewWorkingDays,
    },
    locale,
  );
  const aroundOf = (unit: Unit) => {
    const contract = contracts.find((one) => one.id === unit.contractId);
    const enrolment = enrolments.find((one) => one.id === contract?.enrolmentId);
    return { contract: contract?.number ?? null, siblings: enrolment?.babies ?? 1 };
  };
  // Twins in the order of their birth, contract by contract.
  const inOrder = units.toSorted(
    (a, b) => (a.contractId ?? '').localeCompare(b.contractId ?? '') || a.baby - b.baby,
  );
  const plates = inOrder.map((unit) =>
    plateOf(
      deps,
      unit,
      {
        ...aroundOf(unit),
        standing: standingIn(deps.policies.thresholds.all, unit),
        orders: orders.filter((order) => order.contractId === unit.contractId),
        fallen: fallen.find((one) => one.unit.id === unit.id) ?? null,
        nothingOwed: (order) =>
          asksForNothing(
            order,
            units.filter((one) => one.contractId === unit.contractId),
          ),
      },
      locale,
    ),
  );
  const kept = units.filter(
    (unit) => unit.state === 'stored' && standingIn(deps.policies.thresholds.all, unit) === 'met',
  );
  const [eldest] = kept;
  const alone = units.length <= 1 ? (units[0] ?? null) : null;
  return {
    name: guardians.find((guardian) => guardian.id === person.guardianId)?.name ?? null,
    things,
    plates,
    life: eldest
      ? lifeOf(
          {
            born: eldest.bornAt === null ? null : today(eldest.bornAt),
            stored: today(eldest.storedAt ?? eldest.lastEventAt),
            years: deps.policies.fees.current(today(now)).termYears,
            cords: kept.length,
            on: today(now),
          },
          locale,
        )
      : null,
    road: eldest || units.length > 1 ? null : roadOf(alone, things, locale),
    kit,
  };
}

interface Around {
  readonly standing: Standing;
  readonly siblings: number;
  readonly contract: string | null;
  readonly orders: readonly Order[];
  /** This unit, when it fell away. */
  readonly fallen: FallenUnit | null;
  readonly nothingOwed: (order: Order) => boolean;
}

function plateOf(deps: Reads, unit: Unit, around: Around, locale: Locale): Plate {
  const t = translator(homeMessages, locale);
  const stored = unit.state === 'stored';
  const owed = around.orders.find(
    (order) => isAskedFor(order, deps.policies, today(deps.now())) && !around.nothingOwed(order),
  );
  const gone = unit.state === 'rejected' || unit.state === 'disposed' || unit.state === 'not-collected';
  return {
    id: unit.id,
    din: unit.din,
    whose: whoseUnit(unit, around.siblings, locale),
    where: t(`where.${unit.state === 'stored' ? around.standing : unit.state}`, {
      group: unit.tankGroup ?? '',
    }),
    line:
      stored && unit.storedAt !== null
        ? t(around.standing === 'met' ? 'storedSince' : 'inTankSince', {
            date: formatInstant(unit.storedAt, locale),
          })
        : t('lastNews', { date: formatInstant(unit.lastEventAt, locale, { time: true }) }),
    href: localPath(locale, `/family/units/${unit.din}`),
    more: t(stored ? 'seeUnit' : gone ? 'seeNews' : 'seeUnitShort'),
    stored,
    facts: [
      ...(gone
        ? backOf(around.fallen, locale)
        : [{ term: t('paidThrough'), value: paidWords(deps, unit, around.orders, locale) }]),
      ...(owed
        ? [
            {
              term: t('owed'),
              value: formatFen(owed.amountFen, locale),
              sample: !deps.policies.fees.version(owed.policyVersion).confirmed,
            },
          ]
        : around.contract === null
          ? []
          : [{ term: t('contract'), value: around.contract }]),
    ],
  };
}

/** What comes back for a unit that fell away, or has come back. */
function backOf(fallen: FallenUnit | null, locale: Locale): Plate['facts'] {
  const t = translator(homeMessages, locale);
  if (!fallen || fallen.standing === 'nothing') return [];
  const amount = formatFen(fallen.refund.backFen, locale);
  return fallen.standing === 'returned'
    ? [{ term: t('backDone'), value: amount }]
    : [{ term: t('back'), value: amount }];
}

function paidWords(deps: Reads, unit: Unit, orders: readonly Order[], locale: Locale): string {
  const t = translator(homeMessages, locale);
  if (unit.storedAt === null) return t('paidNot');
  const paid = orders.filter((order) => order.state === 'paid');
  const [first] = paid;
  const through = first
    ? paidThrough(deps.policies.fees.version(first.policyVersion), {
        plan: first.plan,
        paidPayments: paid.length,
        storedOn: today(unit.storedAt),
      })
    : unit.paidThrough === null
      ? null
      : asCivilDate(unit.paidThrough);
  return through === null ? t('paidMissing') : formatDate(through, locale);
}
