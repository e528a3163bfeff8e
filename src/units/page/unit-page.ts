/** What the page of one unit shows: journey, results, or the news that it could not be stored. */
import type { Deps } from '../../deps.ts';
import { asCivilDate, today, type CivilDate } from '../../shared/civil-date.ts';
import { translator, type Locale } from '../../shared/i18n.ts';
import { whoseUnit } from '../whose-unit.ts';
import { standingOf, thresholdsOn } from '../lab/judge-result.ts';
import { badNewsOf, type BadNews } from '../rejected/bad-news.ts';
import { decideBy } from '../rejected/choose-disposition.ts';
import { estimateRefund, type RefundEstimate } from '../rejected/refund-estimate.ts';
import { journeyOf, resultsDone, type JourneyItem } from './unit-journey.ts';
import { findingsOf, verdictOf, type Finding, type Verdict } from './unit-findings.ts';
import { unitMessages } from '../unit-messages.ts';
import type { StoredEvent, Unit } from '../unit-store.ts';

export interface UnitPage {
  readonly unit: Unit;
  readonly whose: string;
  readonly journey: readonly JourneyItem[];
  /** What lying in the tank means so far; null while it is elsewhere. */
  readonly inTank: string | null;
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
  readonly refund: RefundEstimate | null;
  readonly refundIsSample: boolean;
  readonly payWithinDays: number;
  readonly decideBy: CivilDate;
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
      enrolment.transport,
    ),
    inTank:
      unit.state === 'stored'
        ? translator(unitMessages, locale)(`tank.${standing}`, { group: unit.tankGroup ?? '' })
        : null,
    findings,
    verdict: verdictOf(findings),
    rulesVersion: policy.version,
    rulesAreSample: !policy.confirmed,
    resultsDays: enrolment.resultsWorkingDays,
    rejected: gone
      ? {
          news: badNewsOf(unit, rules, results, enrolment.transport, locale),
          ...(await moneyOf(deps, unit, siblings)),
          decideBy: decideBy(rejectedAt(events) ?? unit.lastEventAt),
        }
      : null,
  };
}

const rejectedAt = (events: readonly StoredEvent[]): number | undefined =>
  events.findLast((event) => event.kind === 'rejected')?.at;

async function moneyOf(
  deps: Reads,
  unit: Unit,
  siblings: number,
): Promise<Pick<Rejected, 'refund' | 'refundIsSample' | 'payWithinDays'>> {
  const orders = unit.contractId ? await deps.read.orders.ofContract(unit.contractId) : [];
  const paid = orders.filter((order) => order.state === 'paid');
  const day = paid[0]?.policyVersion ?? today(deps.now());
  const policy = deps.policies.refunds.current(asCivilDate(day));
  const babies = Math.max(siblings, ...paid.flatMap((order) => order.lines.map((line) => line.baby ?? 1)));
  const reason = unit.rejectReason;
  return {
    refund: estimateRefund(
      policy,
      reason,
      paid.flatMap((order) => order.lines),
      unit.baby,
      babies,
    ),
    refundIsSample: !policy.confirmed,
    payWithinDays: policy.payWithinDays,
  };
}
