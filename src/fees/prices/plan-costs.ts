/** What the cost chart says in words, computed from the policy: also when it speaks against us. */
import type { FeesPolicy } from '../../content/policies.ts';
import { say, translator, type Locale } from '../../shared/i18n.ts';
import { costMessages } from './cost-messages.ts';
import { overtakesInYear, quote, type Quote } from './quote.ts';

/** Every plan of the policy for `babies` (from 1), over the whole term, in the policy's order. */
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

/** In which year paying each year becomes dearer than paying once, in the reader's words; empty when a policy lacks one of the two. */
export function costConclusions(quotes: readonly Quote[], locale: Locale): readonly string[] {
  const t = translator(costMessages, locale);
  const pair = yearlyAndOnce(quotes);
  if (!pair) return [];
  const { yearly, once } = pair;
  const names = { yearly: say(yearly.name, locale), once: say(once.name, locale) };
  const year = overtakesInYear(yearly, once);
  return [
    year === null
      ? t('neverDearer', { ...names, years: yearly.termYears })
      : t('cheaper', { ...names, year }),
  ];
}

/** The plans that cost in all what paying once costs. */
export function sameInAll(quotes: readonly Quote[], locale: Locale): readonly string[] {
  const once = yearlyAndOnce(quotes)?.once;
  const same = quotes.filter((one) => one.plan !== once?.plan && one.totalFen === once?.totalFen);
  if (!once || same.length === 0) return [];
  const names = same.map(({ name }) => say(name, locale)).join(locale === 'zh' ? '、' : ', ');
  return [translator(costMessages, locale)('sameInAll', { names, once: say(once.name, locale) })];
}
