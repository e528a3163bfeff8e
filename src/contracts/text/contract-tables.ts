/** The tables of a contract, made from the policies it is based on. */
import type { FeePlan, FeesPolicy, RefundsPolicy, ThresholdsPolicy } from '../../content/policies.ts';
import { formatFen, formatNumber } from '../../shared/format.ts';
import { say, translator, type Locale } from '../../shared/i18n.ts';
import type { ContractTerms } from '../contract.ts';
import { documentMessages } from './document-messages.ts';

export interface DocumentTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The last column holds amounts. */
  readonly numbers: boolean;
  readonly sample: string | null;
}

/** What one unit costs over the whole term. */
export const unitTotalFen = (plan: FeePlan, termYears: number): number =>
  plan.kind === 'yearly'
    ? plan.firstFen + plan.yearlyFen * (termYears - 1)
    : plan.kind === 'prepaid'
      ? plan.totalFen
      : plan.instalmentFen * plan.instalments;

export function feesTable(
  terms: ContractTerms,
  fees: FeesPolicy,
  plan: FeePlan,
  locale: Locale,
): DocumentTable {
  const t = translator(documentMessages, locale);
  const money = (fen: number): string => formatFen(fen, locale);
  const covers = say(plan.covers, locale);
  const years = fees.termYears;
  const total = unitTotalFen(plan, years);
  const rows: [string, string][] =
    plan.kind === 'yearly'
      ? [
          [t('afterSigning', { covers }), money(plan.firstFen)],
          [t('laterYears', { years }), t('times', { amount: money(plan.yearlyFen), count: years - 1 })],
        ]
      : plan.kind === 'prepaid'
        ? [
            [t('afterSigning', { covers }), money(plan.totalFen)],
            [t('noLater'), money(0)],
          ]
        : [
            [t('firstInstalment', { covers }), money(plan.instalmentFen)],
            [
              t('laterInstalments', { count: plan.instalments }),
              t('times', { amount: money(plan.instalmentFen), count: plan.instalments - 1 }),
            ],
          ];
  rows.push([t('unitTotal', { years }), money(total)]);
  if (terms.babies > 1)
    rows.push([t('unitsTotal', { babies: terms.babies, years }), money(total * terms.babies)]);
  return { head: [t('item'), t('amount')], rows, numbers: true, sample: fees.confirmed ? null : t('sample') };
}

export function refundsTable(refunds: RefundsPolicy, locale: Locale): DocumentTable {
  const t = translator(documentMessages, locale);
  return {
    head: [t('situation'), t('back')],
    rows: refunds.cases
      .filter((one) => one.id !== 'seven-days' || refunds.sevenDays.on)
      .map((one) => {
        const back = say(one.back, locale);
        return [
          say(one.when, locale),
          one.rule === 'less-test-cost'
            ? t('perUnit', { back, cost: formatFen(refunds.testCostFen, locale) })
            : back,
        ];
      }),
    numbers: false,
    sample: refunds.confirmed ? null : t('sample'),
  };
}

export function thresholdsTable(
  terms: ContractTerms,
  thresholds: ThresholdsPolicy,
  locale: Locale,
): DocumentTable {
  const t = translator(documentMessages, locale);
  const rows = thresholds.products[terms.product].flatMap((rule) => {
    if (rule.rule === 'information') return [];
    if (rule.rule === 'negative') return [[say(rule.name, locale), t('negative')]];
    const unit = say(rule.shown.unit, locale);
    // A power of ten is written out: the contract's fonts have no raised digits, and "×108" would be another number.
    const power = /^×10\S*\s*/.exec(unit);
    const value = power
      ? `${formatNumber(rule.limit, locale)} ${unit.slice(power[0].length)}`
      : `${formatNumber(rule.limit / rule.shown.divisor, locale)}${locale === 'en' && unit !== '%' ? ' ' : ''}${unit}`;
    return [
      [say(rule.name, locale), rule.rule === 'at-least' ? t('atLeast', { value }) : t('atMost', { value })],
    ];
  });
  return {
    head: [t('test'), t('requirement')],
    rows,
    numbers: false,
    sample: thresholds.confirmed ? null : t('sample'),
  };
}
