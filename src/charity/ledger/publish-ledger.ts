/**
 * Closes every quarter that may be published and is not yet. Run by the hour: it does nothing until a quarter has ended and
 * its days of grace are over. Each quarter is one transaction.
 */
import type { Policies } from '#src/content/policies.ts';
import type { AuditTrail } from '#src/platform/audit/audit-trail.ts';
import { today } from '#src/shared/civil-date.ts';
import type { Clock } from '#src/shared/clock.ts';
import { sumFen } from '#src/shared/money.ts';
import { ok, type Result } from '#src/shared/result.ts';
import type { Transact } from '#src/shared/transaction.ts';
import { AID_IDS, type AidId } from '../programmes/programme.ts';
import type { GrantStore } from './grant-store.ts';
import type { LedgerStore, PublishedQuarter } from './ledger-store.ts';
import { publish } from './publication.ts';
import {
  firstMonthOf,
  lastMonthOf,
  latestPublishable,
  quarterAfter,
  quarterOf,
  yearOf,
  type Month,
  type Quarter,
} from './quarter.ts';

export interface PublishDeps {
  readonly now: Clock;
  readonly policies: Pick<Policies, 'programmes'>;
  readonly transaction: Transact<{ grants: GrantStore; charityLedger: LedgerStore; audit: AuditTrail }>;
}

/** Far more than could be left unpublished by mistake; keeps one run short. */
const AT_ONCE = 40;

/** Answers with the quarters closed now, oldest first. */
export async function publishLedger(deps: PublishDeps): Promise<Result<readonly Quarter[]>> {
  const closed: Quarter[] = [];
  while (closed.length < AT_ONCE) {
    const done = await closeNext(deps);
    if (!done.ok) return done;
    if (done.value === null) break;
    closed.push(done.value);
  }
  return ok(closed);
}

function closeNext(deps: PublishDeps): Promise<Result<Quarter | null>> {
  const policy = deps.policies.programmes.current(today(deps.now()));
  const latest = latestPublishable(today(deps.now()), policy.ledger.publishDaysAfterQuarter);
  return deps.transaction(async ({ grants, charityLedger, audit }) => {
    const before = await charityLedger.quarters();
    const quarter = await nextToClose(before, grants);
    if (quarter === null || quarter > latest) return ok(null);
    for (const programme of AID_IDS) {
      const period = {
        from: openSince(before, programme) ?? firstMonthOf(quarter),
        to: lastMonthOf(quarter),
      };
      const waiting = await grants.waiting(programme, period.to);
      const { rows } = publish(waiting, period, policy.ledger.smallestGroup);
      for (const { row, movements } of rows)
        await grants.published(
          movements.map(({ id }) => id),
          await charityLedger.add(programme, quarter, row),
        );
      const totals = rows.map(({ row }) => row);
      await charityLedger.close({
        quarter,
        programme,
        year: yearOf(quarter),
        fromMonth: period.from,
        toMonth: period.to,
        rows: totals.length,
        count: totals.reduce((sum, { count }) => sum + count, 0),
        amountFen: sumFen(totals.map(({ amountFen }) => amountFen)),
        policyVersion: policy.version,
        publishedAt: deps.now(),
      });
    }
    await audit.record({
      action: 'ledger.published',
      actor: { kind: 'system', id: 'charity' },
      object: { kind: 'ledger', id: quarter },
      details: { policy: policy.version },
    });
    return ok(quarter);
  });
}

/** The quarter after the last one closed; the very first is that of the oldest grant. Null while there is no grant at all. */
async function nextToClose(before: readonly PublishedQuarter[], grants: GrantStore): Promise<Quarter | null> {
  const [last] = before;
  if (last) return quarterAfter(last.quarter);
  const months: Month[] = [];
  for (const programme of AID_IDS) {
    const month = await grants.firstWaiting(programme);
    if (month !== null) months.push(month);
  }
  const [first] = months.sort();
  return first === undefined ? null : quarterOf(first);
}

/** The month after the last published row of a programme: what has waited since is published under the whole of that time. */
function openSince(before: readonly PublishedQuarter[], programme: AidId): string | null {
  const own = before.filter((one) => one.programme === programme);
  const last = own.find(({ rows }) => rows > 0);
  if (last) return firstMonthOf(quarterAfter(last.quarter));
  return own.at(-1)?.fromMonth ?? null;
}
