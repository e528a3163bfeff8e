/** What the laboratory reported, in words: a machine's names are of no use to a colleague at the counter. */
import type { Threshold } from '../../content/policies.ts';
import { formatInstant, formatNumber } from '../../shared/format.ts';
import { say, translator, type Catalogue, type Locale } from '../../shared/i18n.ts';
import { isRejectReason, reasonWords } from '../rejected/reject-reasons.ts';
import { staffEventMessages } from './staff-event-messages.ts';
import type { StoredEvent } from '../unit-store.ts';

export const eventName = (event: Pick<StoredEvent, 'kind'>, locale: Locale): string =>
  translator(staffEventMessages, locale)(`event.${event.kind}`);

/** The child's sex says nothing about custody: nobody needs it to follow a bag. */
const NOT_SHOWN = ['sex'];

/** `济南市妇幼保健院 · 母亲血样：有`: the reported facts on one line. */
export const eventLine = (
  event: Pick<StoredEvent, 'data'>,
  tests: readonly Threshold[],
  locale: Locale,
): string =>
  Object.entries(event.data)
    .filter(([name]) => !NOT_SHOWN.includes(name))
    .map(([name, value]) => {
      const row = tests.find(({ test }) => test === event.data['test']);
      return word(`data.${name}`, locale, valueOf(name, value, row, locale));
    })
    .join(' · ');

/** A word of the catalogue, or the value as it came: a new field must not disappear from the record. */
function word(key: string, locale: Locale, value: string): string {
  const text = (staffEventMessages as Catalogue)[key];
  return text ? say(text, locale, { value }) : value;
}

function valueOf(name: string, value: unknown, row: Threshold | undefined, locale: Locale): string {
  const plain = String(value);
  if (typeof value === 'boolean') return word(value ? 'yes' : 'no', locale, plain);
  // The day is enough to tell two bags apart; the minute of birth identifies a child.
  if (name === 'bornAt' && typeof value === 'number') return formatInstant(value, locale);
  if (name === 'test') return row ? say(row.name, locale) : word(`test.${plain}`, locale, plain);
  if (name === 'value' && typeof value === 'number') {
    const shown = row && 'shown' in row ? row.shown : undefined;
    if (!shown) return formatNumber(value, locale);
    const figure = formatNumber(value / shown.divisor, locale, { decimals: shown.decimals });
    return `${figure}${locale === 'zh' ? '' : ' '}${say(shown.unit, locale)}`;
  }
  if (name === 'reason' && isRejectReason(value)) return say(reasonWords[value].short, locale);
  if (typeof value === 'number') return plain.replace('-', '−');
  return word(`${name}.${plain}`, locale, plain);
}
