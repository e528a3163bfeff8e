/** What the page of one unit shows: journey, results, or the news that it could not be stored. */
import type { Deps } from '../../deps.ts';
import { today, type CivilDate } from '../../shared/civil-date.ts';
import { formatInstant } from '../../shared/format.ts';
import { translator, type Locale } from '../../shared/i18n.ts';
import { whoseUnit } from '../whose-unit.ts';
import { standingOf, thresholdsOn, type Standing } from '../lab/judge-result.ts';
import { badNewsOf, type BadNews } from '../rejected/bad-news.ts';
import { decideBy } from '../rejected/choose-disposition.ts';
import type { CarePolicy } from '../../content/policies.ts';
import { fallenUnits, type FallenUnit } from '../../fees/index.ts';
import type { Instant } from '../../shared/clock.ts';
import type { Slot, UnitTask } from '../care/care.ts';
import { journeyOf, resultsDone, type JourneyItem } from './unit-journey.ts';
import { transitOf, type Transit } from './transit.ts';
import { findingsOf, verdictOf, type Finding, type Verdict } from './unit-findings.ts';
import { unitMessages } from '../unit-messages.ts';
import type { StoredEvent, Unit } from '../unit-store.ts';

export interface UnitPage {
  readonly unit: Unit;
  readonly whose: string;
  readonly journey: readonly JourneyItem[];
  /** The answer the family came for, and what it means. */
  readonly answer: { readonly heading: string; readonly line: string };
  /** What the temperature logger reported of the way here; null without readings. */
  readonly transit: Transit | null;
  /** What comes back when the unit fell away; null for one that is kept, and without a contract of this site. */
  readonly fallen: FallenUnit | null;
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  /** Version of the requirements the results were judged by. */
  readonly rulesVersion: string;
  readonly rulesAreSample: boolean;
  readonly resultsDays: number;
  readonly rejected: Rejected | null;
}

export interface Rejected {
  readonly news: BadNews;
  readonly decideBy: CivilDate;
  readonly call: CallAsked;
  readonly recheck: Recheck | null;
}

/** The call a family is owed or has asked for. */
export interface CallAsked {
  readonly slots: CarePolicy['slots'];
  /** The promise is not confirmed. */
  readonly sample: boolean;
  readonly workingDays: number;
  /** Null when nobody is to call. */
  readonly open: {
    readonly slot: Slot | null;
    readonly by: CivilDate;
    readonly triedAt: Instant | null;
    /** We owe it anyway: taking the wish back leaves the call. */
    readonly ours: boolean;
  } | null;
  /** When somebody last spoke with the family. */
  readonly reachedAt: Instant | null;
}

/** The second look at the records the family asked for. */
export interface Recheck {
  readonly by: CivilDate;
  /** Null while it goes on; then the same was found. */
  readonly doneAt: Instant | null;
}

type Reads = Pick<Deps, 'now' | 'policies' | 'read'>;

/** The page of a unit within one family; another family's number and an invented one are both null. */
export async function unitPage(
  deps: Reads,
  din: string,
  familyId: string,
  locale: Locale,
): Promise<UnitPage | null> {
  const unit = await deps.read.units.forFamily(din, familyId);
  return unit ? pageOf(deps, unit, locale) : null;
}

/** The same for staff, who look a unit up by its number alone. */
export async function pageOf(deps: Reads, unit: Unit, locale: Locale): Promise<UnitPage> {
  const [events, results] = await Promise.all([
    deps.read.units.eventsOf(unit.id),
    deps.read.units.resultsOf(unit.id),
  ]);
  const policy = thresholdsOn(
    deps.policies.thresholds.all,
    unit.thresholdsVersion ?? today(unit.lastEventAt),
  );
  const rules = policy.products[unit.product];
  const enrolment = deps.policies.enrolment.current(today(deps.now()));
  const standing = standingOf(rules, results);
  const gone = unit.state === 'rejected' || unit.state === 'disposed';
  // What was never measured will not be: a unit that is out of the running waits for nothing.
  const findings = findingsOf(rules, results, locale).filter(
    (finding) => !gone || finding.verdict !== 'pending',
  );
  const siblings = unit.contractId ? (await deps.read.units.ofContract(unit.contractId)).length : 1;
  return {
    unit,
    whose: whoseUnit(unit, siblings, locale),
    journey: journeyOf(
      unit,
      events,
      locale,
      { standing, doneAt: resultsDone(rules, results) },
      { transport: enrolment.transport, hospitals: deps.policies.hospitals.current(today(deps.now())) },
    ),
    answer: answerOf(unit, standing, locale),
    transit: transitOf(events),
    fallen: gone || unit.state === 'not-collected' ? await fallenOf(deps, unit) : null,
    findings,
    verdict: verdictOf(findings),
    rulesVersion: policy.version,
    rulesAreSample: !policy.confirmed,
    resultsDays: enrolment.resultsWorkingDays,
    rejected: gone
      ? {
          news: badNewsOf(unit, rules, results, enrolment.transport, locale),
          decideBy: decideBy(rejectedAt(events) ?? unit.lastEventAt),
          ...careOf(await deps.read.unitTasks.ofUnit(unit.id), deps),
        }
      : null,
  };
}

const rejectedAt = (events: readonly StoredEvent[]): number | undefined =>
  events.findLast((event) => event.kind === 'rejected')?.at;

/** With `|` where a line may break. */
function answerOf(unit: Unit, standing: Standing, locale: Locale): UnitPage['answer'] {
  const t = translator(unitMessages, locale);
  const key = unit.state === 'stored' ? standing : unit.state;
  const heard = t('answer.heard', { date: formatInstant(unit.lastEventAt, locale, { time: true }) });
  return {
    heading: t(`answer.${key}`, { group: unit.tankGroup ?? '' }),
    line:
      unit.state !== 'stored'
        ? heard
        : standing === 'pending'
          ? t('answer.pendingLine')
          : t('answer.since', { date: formatInstant(unit.storedAt ?? unit.lastEventAt, locale) }),
  };
}

async function fallenOf(deps: Reads, unit: Unit): Promise<FallenUnit | null> {
  const { contractId, familyId } = unit;
  if (contractId === null || familyId === null) return null;
  const [orders, units, cases] = await Promise.all([
    deps.read.orders.ofContract(contractId),
    deps.read.orders.unitsOf(contractId),
    deps.read.heldMoney.refundsOf(familyId),
  ]);
  const fallen = fallenUnits({
    orders,
    units: units.map((one) => ({ ...one, contractId })),
    cases,
    policies: deps.policies,
    on: today(deps.now()),
  });
  return fallen.find((one) => one.unit.id === unit.id) ?? null;
}

/** `tasks`: newest first. */
function careOf(tasks: readonly UnitTask[], deps: Reads): Pick<Rejected, 'call' | 'recheck'> {
  const policy = deps.policies.care.current(today(deps.now()));
  const open = tasks.find(({ kind, state }) => kind === 'call' && state === 'open');
  const reached = tasks.find(({ kind, state }) => kind === 'call' && state === 'done');
  const recheck = tasks.find(({ kind, state }) => kind === 'recheck' && state !== 'withdrawn');
  return {
    call: {
      slots: policy.slots,
      sample: !policy.confirmed,
      workingDays: policy.callWithinWorkingDays,
      open: open
        ? { slot: open.slot, by: open.dueOn, triedAt: open.triedAt, ours: open.why !== 'asked' }
        : null,
      reachedAt: reached?.closedAt ?? null,
    },
    recheck: recheck ? { by: recheck.dueOn, doneAt: recheck.closedAt } : null,
  };
}
