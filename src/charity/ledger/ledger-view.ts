/** The public ledger as a page and a file show it. */
import type { ProgrammesPolicy } from '#src/content/policies.ts';
import { cityOf } from '#src/shared/areas/areas.ts';
import type { CivilDate } from '#src/shared/civil-date.ts';
import { csv } from '#src/shared/csv.ts';
import { formatDate, formatFen, formatNumber, monthName } from '#src/shared/format.ts';
import { say, translator, type Locale } from '#src/shared/i18n.ts';
import { sumFen } from '#src/shared/money.ts';
import { AID_IDS } from '../programmes/programme.ts';
import { DISEASE_GROUPS, ELSEWHERE } from './grant.ts';
import { ledgerMessages } from './ledger-messages.ts';
import type { LedgerFilter, LedgerStore, PublishedQuarter, PublishedRow } from './ledger-store.ts';
import { nextPublication, partOf, yearOf, type Month, type Quarter } from './quarter.ts';

export const ROWS_A_PAGE = 25;
const ROWS_A_READ = 500;

export interface LedgerQuery extends LedgerFilter {
  readonly after: number | null;
}

/** Reads an address; whatever makes no sense in it counts as not said. */
export function ledgerQuery(params: URLSearchParams): LedgerQuery {
  const programme = AID_IDS.find((id) => id === params.get('programme')) ?? null;
  const number = (name: string, pattern: RegExp): number | null => {
    const raw = params.get(name) ?? '';
    return pattern.test(raw) ? Number(raw) : null;
  };
  return { programme, year: number('year', /^20\d{2}$/), after: number('after', /^\d{1,12}$/) };
}

/** The query string of a filter, with a leading `?` unless it is empty. */
export function filterQuery({ programme, year }: LedgerFilter, after: number | null = null): string {
  const params = new URLSearchParams();
  if (programme !== null) params.set('programme', programme);
  if (year !== null) params.set('year', String(year));
  if (after !== null) params.set('after', String(after));
  return params.size > 0 ? `?${params.toString()}` : '';
}

const monthWords = (month: Month, locale: Locale): string =>
  translator(ledgerMessages, locale)('month', {
    year: month.slice(0, 4),
    month: monthName(Number(month.slice(5)), locale),
  });

export const quarterWords = (quarter: Quarter, locale: Locale): string =>
  translator(ledgerMessages, locale)('quarter', { year: yearOf(quarter), part: partOf(quarter) });

export interface ShownRow {
  readonly period: string;
  readonly programme: string;
  readonly city: string;
  readonly disease: string;
  readonly count: string;
  readonly amount: string;
}

const wordsOf = (row: PublishedRow, locale: Locale): { city: string; disease: string; programme: string } => {
  const t = translator(ledgerMessages, locale);
  const city = row.city === null || row.city === ELSEWHERE ? undefined : cityOf(row.city);
  return {
    programme: t(row.programme),
    city: row.city === null ? t('severalCities') : city ? say(city, locale) : t('elsewhere'),
    disease: row.diseaseGroup === null ? t('severalDiseases') : say(DISEASE_GROUPS[row.diseaseGroup], locale),
  };
};

export function shownRow(row: PublishedRow, locale: Locale): ShownRow {
  const t = translator(ledgerMessages, locale);
  const from = monthWords(row.fromMonth, locale);
  return {
    ...wordsOf(row, locale),
    period: row.fromMonth === row.toMonth ? from : t('months', { from, to: monthWords(row.toMonth, locale) }),
    count: formatNumber(row.count, locale),
    amount: formatFen(row.amountFen, locale, { fen: true }),
  };
}

export interface LedgerPage {
  readonly query: LedgerQuery;
  readonly years: readonly number[];
  readonly isEmpty: boolean;
  readonly rows: readonly ShownRow[];
  /** Of everything the filter lets through, not of this page alone. */
  readonly total: { readonly count: number; readonly amountFen: number };
  readonly older: string | null;
  readonly next: { readonly quarter: Quarter; readonly from: CivilDate };
}

const matches = ({ programme, year }: LedgerFilter, quarter: PublishedQuarter): boolean =>
  (programme === null || quarter.programme === programme) && (year === null || quarter.year === year);

/** One page of the ledger with the totals of its filter. Two statements, however long the ledger is. */
export async function ledgerPage(
  ledger: Pick<LedgerStore, 'page' | 'quarters'>,
  query: LedgerQuery,
  policy: ProgrammesPolicy,
  today: CivilDate,
  locale: Locale,
): Promise<LedgerPage> {
  const quarters = await ledger.quarters();
  const rows = await ledger.page(query, query.after, ROWS_A_PAGE + 1);
  const shown = rows.slice(0, ROWS_A_PAGE);
  const last = shown.at(-1);
  const counted = quarters.filter((quarter) => matches(query, quarter));
  return {
    query,
    years: [...new Set(quarters.filter((one) => one.rows > 0).map(({ year }) => year))],
    isEmpty: !quarters.some((one) => one.rows > 0),
    rows: shown.map((row) => shownRow(row, locale)),
    total: {
      count: counted.reduce((sum, { count }) => sum + count, 0),
      amountFen: sumFen(counted.map(({ amountFen }) => amountFen)),
    },
    older: rows.length > ROWS_A_PAGE && last ? filterQuery(query, last.id) : null,
    next: nextPublication(today, policy.ledger.publishDaysAfterQuarter),
  };
}

export const dayWords = (day: CivilDate, locale: Locale): string => formatDate(day, locale);

/** Everything a filter lets through as a file: the rows of the page, with amounts in yuan. */
export async function ledgerFile(
  ledger: Pick<LedgerStore, 'page'>,
  filter: LedgerFilter,
  locale: Locale,
): Promise<string> {
  const t = translator(ledgerMessages, locale);
  const lines: (readonly (string | number)[])[] = [
    [t('programme'), t('from'), t('to'), t('city'), t('disease'), t('count'), t('amountYuan')],
  ];
  for (let after: number | null = null; ;) {
    const rows: readonly PublishedRow[] = await ledger.page(filter, after, ROWS_A_READ);
    for (const row of rows) {
      const { programme, city, disease } = wordsOf(row, locale);
      lines.push([
        programme,
        row.fromMonth,
        row.toMonth,
        city,
        disease,
        row.count,
        (row.amountFen / 100).toFixed(2),
      ]);
    }
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_A_READ) return csv(lines);
    after = last.id;
  }
}
