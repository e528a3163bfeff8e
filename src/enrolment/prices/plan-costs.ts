/** What the cost chart says in words, computed from the policy: also when it speaks against us. */
import { overtakesInYear, quote, type Quote } from '#src/fees/index.ts';
import type { FeesPolicy } from '#src/content/policies.ts';
import { say, translator, type Locale } from '#src/shared/i18n.ts';
import { planMessages } from '../enrolment-messages.ts';

/** Every plan of the policy over the whole term, in the policy's order. */
export const allQuotes = (fees: FeesPolicy, babies: number): readonly Quote[] =>
  fees.plans.map((plan) => quote(fees, { plan: plan.id, babies }));

/** In which year paying each year becomes dearer than paying once. */
export function costConclusions(quotes: readonly Quote[], locale: Locale): readonly string[] {
  const t = translator(planMessages, locale);
  const yearly = quotes.find((one) => one.plan === 'yearly');
  const once = quotes.find((one) => one.plan === 'prepaid');
  if (!yearly || !once) return [];
  const names = { yearly: say(yearly.name, locale), once: say(once.name, locale) };
  const year = overtakesInYear(yearly, once);
  return [
    year === null
      ? t('neverDearer', { ...names, years: yearly.termYears })
      : t('cheaper', { ...names, year, before: year - 1 }),
  ];
}
