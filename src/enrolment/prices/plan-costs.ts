/** What the cost chart says in words, computed from the policy: also when it speaks against us. */
import { overtakesInYear, quote, type Quote } from '#src/fees/index.ts';
import type { FeesPolicy } from '#src/content/policies.ts';
import { say, translator, type Locale } from '#src/shared/i18n.ts';
import { planMessages } from '../enrolment-messages.ts';

/** Every plan of the policy over the whole term, in the policy's order. */
export const allQuotes = (fees: FeesPolicy, babies: number): readonly Quote[] =>
  fees.plans.map((plan) => quote(fees, { plan: plan.id, babies }));

/** The two ways that differ most, and that most families weigh against each other. */
export function yearlyAndOnce(
  quotes: readonly Quote[],
): { readonly yearly: Quote; readonly once: Quote } | null {
  const yearly = quotes.find((one) => one.plan === 'yearly');
  const once = quotes.find((one) => one.plan === 'prepaid');
  return yearly && once ? { yearly, once } : null;
}

/** In which year paying each year becomes dearer than paying once. */
export function costConclusions(quotes: readonly Quote[], locale: Locale): readonly string[] {
  const t = translator(planMessages, locale);
  const pair = yearlyAndOnce(quotes);
  if (!pair) return [];
  const { yearly, once } = pair;
  const names = { yearly: say(yearly.name, locale), once: say(once.name, locale) };
  const year = overtakesInYear(yearly, once);
  return [
    year === null
      ? t('neverDearer', { ...names, years: yearly.termYears })
      : t('cheaper', { ...names, year, before: year - 1 }),
  ];
}

/** The plans that cost in all what paying once costs. */
export function sameInAll(quotes: readonly Quote[], locale: Locale): readonly string[] {
  const once = yearlyAndOnce(quotes)?.once;
  const same = quotes.filter((one) => one.plan !== once?.plan && one.totalFen === once?.totalFen);
  if (!once || same.length === 0) return [];
  const names = same.map(({ name }) => say(name, locale)).join(locale === 'zh' ? '、' : ', ');
  return [translator(planMessages, locale)('sameInAll', { names, once: say(once.name, locale) })];
}
