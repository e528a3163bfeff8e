/** The requirements of the threshold policy, worded for whoever has no unit yet. Pure. */
import type { Threshold } from '../../content/policies.ts';
import { formatNumber } from '../../shared/format.ts';
import { say, translator, type Locale } from '../../shared/i18n.ts';
import { laboratoryMessages } from './laboratory-messages.ts';

export interface Requirement {
  readonly test: string;
  readonly name: string;
  /** What it means, in plain words. */
  readonly plain: string;
  /** What has to be met. */
  readonly need: string;
  /** Has to be met, or is measured for the transplant doctor only. */
  readonly required: boolean;
  /** What published units had; null when the policy gives none. */
  readonly typical: string | null;
}

type Shown = NonNullable<Extract<Threshold, { rule: 'information' }>['shown']>;

/** U+202F before a unit in Latin letters: narrow, and no line breaks at it. */
const THIN = '\u202f';

function amount(value: number, { divisor, decimals, unit: both }: Shown, locale: Locale): string {
  const unit = say(both, locale);
  const shown = value / divisor;
  // 60 is a rule and stands as written; a measured 92.2 keeps its decimals.
  const figure = formatNumber(shown, locale, Number.isInteger(shown) ? {} : { decimals });
  return `${figure}${unit === '%' || /^\p{Script=Han}/u.test(unit) ? '' : THIN}${unit}`;
}

/** Those that decide whether a unit is stored first, the rest after. */
export function requirementsOf(policy: readonly Threshold[], locale: Locale): readonly Requirement[] {
  const t = translator(laboratoryMessages, locale);
  const need = (row: Threshold): string => {
    switch (row.rule) {
      case 'at-least':
        return t('atLeast', { value: amount(row.limit, row.shown, locale) });
      case 'at-most':
        return t('atMost', { value: amount(row.limit, row.shown, locale) });
      case 'negative':
        return t(row.test === 'bacteria' || row.test === 'fungi' ? 'nothingGrows' : 'notFound');
      case 'information':
        return t('forInformation');
    }
  };
  const typical = (row: Threshold): string | null => {
    if (!row.typical || row.rule === 'negative' || !row.shown) return null;
    const { shown } = row;
    const [median, min, max] = [row.typical.median, row.typical.min, row.typical.max].map((value) =>
      amount(value, shown, locale),
    );
    return t('typical', { median: median ?? '', min: min ?? '', max: max ?? '' });
  };
  return policy
    .map((row) => ({
      test: row.test,
      name: say(row.name, locale),
      plain: say(row.plain, locale),
      need: need(row),
      required: row.rule !== 'information',
      typical: typical(row),
    }))
    .toSorted((a, b) => Number(b.required) - Number(a.required));
}
