/** The price page's calculator: two questions in the address, everything else from the published policies. Pure. */
import type { EnrolmentPolicy, FeesPolicy, RefundsPolicy } from '../../content/policies.ts';
import type { Text } from '../../shared/i18n.ts';
import type { Fen } from '../../shared/money.ts';
import { backInCase, stoppedAfter, type StoppedAfter } from './money-back.ts';
import { allQuotes } from './plan-costs.ts';
import { priceForm } from './price-form.ts';
import type { Quote } from './quote.ts';

export interface PlanCost {
  readonly quote: Quote;
  /** Stopped at the end of the year asked for. */
  readonly stopped: StoppedAfter;
  /** Costs least when stopped then; several plans may share that. Never a recommendation. */
  readonly least: boolean;
}

export interface RefundRow {
  readonly when: Text;
  readonly back: Text;
  /** In the order of the plans, of the first payment; null: it depends on the year, which the calculator shows. */
  readonly ofFirstPayment: readonly (Fen | null)[];
}

export interface Calculation {
  readonly babies: number;
  readonly years: number;
  /** As typed, so that a wrong answer stays in its box. */
  readonly typed: { readonly babies: string; readonly years: string };
  readonly errors: Readonly<Record<string, Text>>;
  readonly plans: readonly PlanCost[];
  readonly refunds: readonly RefundRow[];
}

/**
 * What the page shows for `?babies=2&years=5`. Without a query: one baby, the whole term. A wrong answer is explained beside
 * its box, and the page shows what it would without it.
 */
export function calculate(
  policies: {
    readonly fees: FeesPolicy;
    readonly refunds: RefundsPolicy;
    readonly enrolment: EnrolmentPolicy;
  },
  query: URLSearchParams,
): Calculation {
  const { fees, refunds } = policies;
  const form = priceForm(fees, policies.enrolment);
  const babies = form.babies.read(query.get('babies'));
  const years = form.years.read(query.get('years'));
  const quotes = allQuotes(fees, babies.value);
  const stopped = quotes.map((quote) => stoppedAfter(quote, years.value));
  const leastFen = Math.min(...stopped.map(({ costFen }) => costFen));
  return {
    babies: babies.value,
    years: years.value,
    typed: { babies: babies.typed, years: years.typed },
    errors: {
      ...(babies.error ? { babies: babies.error } : {}),
      ...(years.error ? { years: years.error } : {}),
    },
    plans: quotes.map((quote, at) => {
      const one = stopped[at] as StoppedAfter;
      return { quote, stopped: one, least: one.costFen === leastFen };
    }),
    refunds: refunds.cases.map(({ when, back, rule }) => ({
      when,
      back,
      ofFirstPayment: quotes.map(({ dueNow }) =>
        backInCase(refunds, rule, { paidFen: dueNow.amountFen, babies: babies.value }),
      ),
    })),
  };
}
