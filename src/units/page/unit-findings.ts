/** Each test with its requirement, this unit's value, whether it was met, and a sentence a family can use. */
import type { Threshold } from '../../content/policies.ts';
import { formatNumber } from '../../shared/format.ts';
import { say, translator, type Locale } from '../../shared/i18n.ts';
import { unitMessages } from '../unit-messages.ts';
import type { UnitResult } from '../unit-store.ts';

export interface Finding {
  readonly test: string;
  readonly name: string;
  /** The value with its unit, or a word; null while the result is awaited. */
  readonly shown: string | null;
  readonly verdict: 'met' | 'not-met' | 'information' | 'pending';
  readonly note: string;
  readonly strip: Strip | null;
}

/** Numbers for the range strip, already in the unit shown. */
export interface Strip {
  readonly value: number;
  readonly requirement: number;
  readonly min: number;
  readonly max: number;
  readonly atMost: boolean;
  readonly label: string;
  readonly requirementText: string;
  readonly typical?: number;
  readonly typicalText?: string;
}

export interface Verdict {
  readonly kind: 'met' | 'pending' | 'not-met' | 'none';
  readonly pending: number;
  readonly notMet: number;
}

type Shown = { divisor: number; decimals: number; unit: { zh: string; en: string } };

/** A thin gap before a unit in Latin letters; 汉字 get theirs from `text-autospace`, and % stands close in both languages. */
const words = (value: number, shown: Shown, locale: Locale): string => {
  const unit = say(shown.unit, locale);
  return translator(unitMessages, locale)('result.valueWithUnit', {
    value: formatNumber(value / shown.divisor, locale, { decimals: shown.decimals }),
    gap: unit === '%' || /^\p{Script=Han}/u.test(unit) ? '' : THIN,
    unit,
  });
};
/** U+202F: narrow, and no line breaks at it. */
const THIN = '\u202f';

export function findingsOf(
  policy: readonly Threshold[],
  results: readonly UnitResult[],
  locale: Locale,
): Finding[] {
  const byTest = new Map(results.map((result) => [result.test, result]));
  return policy.flatMap((row) => {
    const result = byTest.get(row.test);
    // A figure for information that was not measured is not something to wait for.
    if (!result && row.rule === 'information') return [];
    return [findingOf(row, result, locale)];
  });
}

function findingOf(row: Threshold, result: UnitResult | undefined, locale: Locale): Finding {
  const t = translator(unitMessages, locale);
  const base = { test: row.test, name: say(row.name, locale) };
  if (!result) return { ...base, shown: null, verdict: 'pending', note: '', strip: null };
  const plain = say(row.plain, locale);
  const join = (...parts: string[]): string =>
    parts.filter((part) => part !== '').join(locale === 'zh' ? '' : ' ');
  if (row.rule === 'negative') {
    const culture = row.test === 'bacteria' || row.test === 'fungi';
    const met = result.verdict === 'met';
    return {
      ...base,
      shown: t(
        culture ? (met ? 'result.nothingGrew' : 'result.grew') : met ? 'result.notFound' : 'result.found',
      ),
      verdict: result.verdict,
      note: met ? plain : t(culture ? 'result.grewNote' : 'result.foundNote'),
      strip: null,
    };
  }
  if (result.value === null || !row.shown)
    // A blood group of `O-` is printed with a real minus.
    return {
      ...base,
      shown: (result.text ?? '').replace(/-$/, '−'),
      verdict: result.verdict,
      note: plain,
      strip: null,
    };
  const shown = row.shown;
  const missed =
    result.verdict === 'not-met'
      ? t(row.rule === 'at-most' ? 'result.aboveNote' : 'result.belowNote')
      : comparedWith(row, result.value, t);
  return {
    ...base,
    shown: words(result.value, shown, locale),
    verdict: result.verdict,
    note: join(missed, plain),
    strip: row.rule === 'information' ? null : stripOf(row, result.value, shown, locale),
  };
}

type T = ReturnType<typeof translator<typeof unitMessages>>;

/** A fifth above or below the published median is worth a word; a percentage is judged by its requirement alone. */
function comparedWith(row: Threshold, value: number, t: T): string {
  if (!row.typical || row.test === 'viability') return '';
  const share = value / row.typical.median;
  if (share > 1.2) return t('result.more');
  if (share >= 0.8) return t('result.usual');
  return t(row.rule === 'information' ? 'result.lessPlain' : 'result.less');
}

function stripOf(
  row: Extract<Threshold, { rule: 'at-least' | 'at-most' }>,
  value: number,
  shown: Shown,
  locale: Locale,
): Strip {
  const t = translator(unitMessages, locale);
  const percent = shown.unit.en === '%';
  const scale = (n: number): number => n / shown.divisor;
  const requirement = scale(row.limit);
  const most = row.typical ? Math.min(scale(row.typical.max), requirement * 4) : requirement * 2;
  const plainNumber = (n: number): string =>
    percent
      ? `${formatNumber(n, locale)}%`
      : `${formatNumber(n, locale, { decimals: n % 1 === 0 ? 0 : shown.decimals })}${locale === 'zh' ? '' : ' '}${say(shown.unit, locale)}`;
  const requirementText = t(row.rule === 'at-most' ? 'result.atMost' : 'result.atLeast', {
    value: plainNumber(requirement),
  });
  return {
    value: scale(value),
    requirement,
    min: percent ? 50 : 0,
    max: percent ? 100 : Math.max(most, scale(value) * 1.05),
    atMost: row.rule === 'at-most',
    label: t('result.strip', {
      name: say(row.name, locale),
      value: words(value, shown, locale),
      requirement: requirementText,
    }),
    requirementText,
    ...(row.typical && !percent
      ? {
          typical: scale(row.typical.median),
          typicalText: t('result.typical', { value: plainNumber(Math.round(scale(row.typical.median))) }),
        }
      : {}),
  };
}

export function verdictOf(findings: readonly Finding[]): Verdict {
  const notMet = findings.filter((finding) => finding.verdict === 'not-met').length;
  const pending = findings.filter((finding) => finding.verdict === 'pending').length;
  const any = findings.some((finding) => finding.verdict !== 'pending');
  return { kind: notMet > 0 ? 'not-met' : !any ? 'none' : pending > 0 ? 'pending' : 'met', pending, notMet };
}
