/** What a plan costs over the whole term, computed from the published policy and nothing else. Pure. */
import type { OrderLine } from '#db/schema/fees.ts';
import type { FeePlan, FeesPolicy, PlanId } from '../../content/policies.ts';
import { fill, type Text } from '../../shared/i18n.ts';
import { sumFen, type Fen } from '../../shared/money.ts';

/** One payment of the plan for all babies of the contract. */
export interface Payment {
  /** From 1. */
  readonly sequence: number;
  readonly kind: 'first-payment' | 'annual-fee' | 'instalment' | 'prepay';
  /** In which year of the term it falls, from 1. */
  readonly year: number;
  /** Whole months after the first payment. */
  readonly month: number;
  /** One line per baby: twins are two units and two sets of fees. */
  readonly lines: readonly OrderLine[];
  readonly amountFen: Fen;
}

/** Equal payments as one line: "years 2–20, each, × 19". */
export interface QuoteLine {
  readonly label: Text;
  readonly eachFen: Fen;
  readonly times: number;
  readonly amountFen: Fen;
}

export interface Quote {
  readonly plan: PlanId;
  readonly name: Text;
  readonly policyVersion: string;
  /** False: the operator has not confirmed the prices, and every figure wears 示例. */
  readonly confirmed: boolean;
  readonly babies: number;
  readonly termYears: number;
  readonly lines: readonly QuoteLine[];
  readonly totalFen: Fen;
  /** What is paid once the contract is signed; nothing is due before (电商法 49). */
  readonly dueNow: Payment;
  readonly payments: readonly Payment[];
  /** Cumulative cost at the end of year 1, 2, … `termYears`; for the chart. */
  readonly costByYear: readonly Fen[];
}

const LABELS = {
  yearlyFirst: { zh: '首年', en: 'First year' },
  yearlyAgain: { zh: '第{year}年保管费', en: 'Storage fee, year {year}' },
  prepaid: { zh: '一次缴清', en: 'In one payment' },
  instalment: { zh: '第{number}期，共{of}期', en: 'Payment {number} of {of}' },
  covering: { zh: '{name}：{covers}', en: '{name}: {covers}' },
  sumFirst: { zh: '签约后付', en: 'After signing' },
  sumYears: { zh: '第2–{last}年，每年', en: 'Years 2–{last}, each year' },
  sumMonths: { zh: '{of}期，每月', en: '{of} payments, one a month' },
  ofBaby: { zh: '{label}（第{baby}个宝宝）', en: '{label} (baby {baby})' },
} as const satisfies Record<string, Text>;

const worded = (template: Text, params: Record<string, string | number>): Text => ({
  zh: fill(template.zh, params),
  en: fill(template.en, params),
});
/** A payment's name with what it covers. */
const covering = (name: Text, covers: Text): Text => ({
  zh: fill(LABELS.covering.zh, { name: name.zh, covers: covers.zh }),
  en: fill(LABELS.covering.en, { name: name.en, covers: covers.en }),
});

interface Planned {
  readonly kind: Payment['kind'];
  readonly year: number;
  readonly month: number;
  readonly name: Text;
  /** Null: the name says it all. */
  readonly covers: Text | null;
  readonly perBabyFen: Fen;
}

function plannedOf(plan: FeePlan, termYears: number): Planned[] {
  switch (plan.kind) {
    case 'yearly':
      return Array.from({ length: termYears }, (_, index) =>
        index === 0
          ? {
              kind: 'first-payment',
              year: 1,
              month: 0,
              name: LABELS.yearlyFirst,
              covers: plan.covers,
              perBabyFen: plan.firstFen,
            }
          : {
              kind: 'annual-fee',
              year: index + 1,
              month: index * 12,
              name: worded(LABELS.yearlyAgain, { year: index + 1 }),
              covers: null,
              perBabyFen: plan.yearlyFen,
            },
      );
    case 'prepaid':
      return [
        {
          kind: 'first-payment',
          year: 1,
          month: 0,
          name: LABELS.prepaid,
          covers: plan.covers,
          perBabyFen: plan.totalFen,
        },
      ];
    case 'instalments':
      return Array.from({ length: plan.instalments }, (_, index) => ({
        kind: index === 0 ? 'first-payment' : 'instalment',
        year: Math.floor(index / 12) + 1,
        month: index,
        name: worded(LABELS.instalment, { number: index + 1, of: plan.instalments }),
        covers: plan.covers,
        perBabyFen: plan.instalmentFen,
      }));
  }
}

function summaryOf(plan: FeePlan, termYears: number, babies: number): QuoteLine[] {
  const line = (label: Text, perBabyFen: Fen, times: number): QuoteLine => ({
    label,
    eachFen: perBabyFen * babies,
    times,
    amountFen: perBabyFen * babies * times,
  });
  switch (plan.kind) {
    case 'yearly':
      return [
        line(LABELS.sumFirst, plan.firstFen, 1),
        line(worded(LABELS.sumYears, { last: termYears }), plan.yearlyFen, termYears - 1),
      ];
    case 'prepaid':
      return [line(LABELS.sumFirst, plan.totalFen, 1)];
    case 'instalments':
      return [line(worded(LABELS.sumMonths, { of: plan.instalments }), plan.instalmentFen, plan.instalments)];
  }
}

/** The plan of a policy, or null when that version never offered it. */
export const planOf = (policy: FeesPolicy, id: string): FeePlan | null =>
  policy.plans.find((plan) => plan.id === id) ?? null;

/** Every payment of a plan over the whole term, for all babies of one contract. `babies` from 1. */
export function quote(policy: FeesPolicy, wanted: { readonly plan: PlanId; readonly babies: number }): Quote {
  const plan = planOf(policy, wanted.plan);
  if (!plan) throw new Error(`policy fees ${policy.version} has no plan ${wanted.plan}`);
  if (!Number.isInteger(wanted.babies) || wanted.babies < 1) throw new Error(`babies: ${wanted.babies}`);
  const payments = plannedOf(plan, policy.termYears).map((planned, index): Payment => {
    const { name, covers } = planned;
    const whole = covers === null ? name : covering(name, covers);
    const lines = Array.from({ length: wanted.babies }, (_, at): OrderLine => {
      const label =
        wanted.babies === 1
          ? whole
          : {
              zh: fill(LABELS.ofBaby.zh, { label: whole.zh, baby: at + 1 }),
              en: fill(LABELS.ofBaby.en, { label: whole.en, baby: at + 1 }),
            };
      return { kind: planned.kind, name, label, baby: at + 1, amountFen: planned.perBabyFen };
    });
    return {
      sequence: index + 1,
      kind: planned.kind,
      year: planned.year,
      month: planned.month,
      lines,
      amountFen: sumFen(lines.map((line) => line.amountFen)),
    };
  });
  const [dueNow] = payments;
  if (!dueNow) throw new Error(`plan ${plan.id} has no payment`);
  return {
    plan: plan.id,
    name: plan.name,
    policyVersion: policy.version,
    confirmed: policy.confirmed,
    babies: wanted.babies,
    termYears: policy.termYears,
    lines: summaryOf(plan, policy.termYears, wanted.babies),
    totalFen: sumFen(payments.map((payment) => payment.amountFen)),
    dueNow,
    payments,
    costByYear: Array.from({ length: policy.termYears }, (_, index) =>
      sumFen(payments.filter((payment) => payment.year <= index + 1).map((payment) => payment.amountFen)),
    ),
  };
}

/** The first year at whose end `plan` has cost more than `other`, or null when it never does. For "cheaper until year 18". */
export function overtakesInYear(plan: Quote, other: Quote): number | null {
  const at = plan.costByYear.findIndex((cost, index) => cost > (other.costByYear[index] ?? 0));
  return at === -1 ? null : at + 1;
}
