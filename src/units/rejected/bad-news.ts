/** The words and figures of the page of a unit that could not be stored. */
import type { EnrolmentPolicy, Threshold } from '../../content/policies.ts';
import { formatNumber } from '../../shared/format.ts';
import { say, translator, type Locale } from '../../shared/i18n.ts';
import { durationOf } from '../page/unit-journey.ts';
import { findingsOf } from '../page/unit-findings.ts';
import type { Unit, UnitResult } from '../unit-store.ts';
import { badNewsMessages } from './bad-news-messages.ts';
import { isRejectReason, reasonWords, type RejectReason } from './reject-reasons.ts';

export interface BadNews {
  readonly reason: RejectReason;
  /** With `|` where a line may break. */
  readonly heading: string;
  /** The result, with its figure when there is one. */
  readonly lead: string;
  readonly doesNotMean: string;
  readonly why: string;
  readonly share: string | null;
  /** The drawing of a bag that is not full enough; heights in the drawing's own units. */
  readonly bag: {
    readonly level: number;
    readonly line: number;
    readonly collected: string;
    readonly needed: string;
    readonly label: string;
  } | null;
}

/** Tests that carry the figure of a reason. */
const FIGURE: Partial<Record<RejectReason, string>> = { 'low-volume': 'volume', 'low-tnc': 'tnc' };
/** The bag in the drawing: empty at the bottom, full at the top; it holds 110 ml. */
const [TOP, BOTTOM, HOLDS] = [24, 106, 110];
const height = (value: number): number => Math.round(BOTTOM - Math.min(1, value / HOLDS) * (BOTTOM - TOP));

export function badNewsOf(
  unit: Pick<Unit, 'rejectReason' | 'collectedAt' | 'receivedAt'>,
  thresholds: readonly Threshold[],
  results: readonly UnitResult[],
  transport: EnrolmentPolicy['transport'],
  locale: Locale,
): BadNews {
  const t = translator(badNewsMessages, locale);
  const reason = isRejectReason(unit.rejectReason) ? unit.rejectReason : 'processing';
  const words = reasonWords[reason];
  const finding = findingsOf(thresholds, results, locale).find(({ test }) => test === FIGURE[reason]);
  const figure =
    finding?.strip && finding.shown !== null && finding.verdict === 'not-met'
      ? reason === 'low-volume'
        ? t('collected', { value: finding.shown, limit: formatNumber(finding.strip.requirement, locale) })
        : t('measured', {
            name: finding.name,
            value: finding.shown,
            requirement: finding.strip.requirementText,
          })
      : null;
  const late =
    reason === 'late' && unit.collectedAt !== null && unit.receivedAt !== null
      ? t('late', {
          hours: durationOf(unit.collectedAt, unit.receivedAt, locale),
          accept: transport.acceptHours,
          decides: transport.familyDecidesHours,
        })
      : null;
  const below = ['low-volume', 'low-tnc', 'contamination', 'clotted', 'maternal-markers', 'history'];
  const join = (parts: readonly (string | null)[]): string =>
    parts.filter((part) => part !== null).join(locale === 'zh' ? '' : ' ');
  const strip = reason === 'low-volume' ? finding?.strip : null;
  return {
    reason,
    heading: t(below.includes(reason) ? 'headingBelow' : 'headingNotStored'),
    lead: join([figure ?? late, say(words.what, locale), t('noStorageFee')]),
    doesNotMean: say(words.doesNotMean, locale),
    why: say(words.why, locale),
    share: reason === 'low-volume' || reason === 'low-tnc' ? t('share') : null,
    bag: strip
      ? {
          level: height(strip.value),
          line: height(strip.requirement),
          collected: t('bagCollected', { value: formatNumber(strip.value, locale, { decimals: 1 }) }),
          needed: t('bagLine', { limit: formatNumber(strip.requirement, locale) }),
          label: t('bag', {
            value: formatNumber(strip.value, locale, { decimals: 1 }),
            limit: formatNumber(strip.requirement, locale),
          }),
        }
      : null,
  };
}
