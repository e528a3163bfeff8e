/** The ledger is published by quarters: often enough for the law (慈善法 79), seldom enough that nobody stands alone. */
import { addDays, asCivilDate, daysInMonth, partsOf, type CivilDate } from '#src/shared/civil-date.ts';

/** `2026-Q4`; text order is time order. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;
/** `2026-11`; text order is time order. */
export type Month = string;

export const monthOf = (date: CivilDate): Month => date.slice(0, 7);

const split = (quarter: Quarter): { year: number; part: number } => ({
  year: Number(quarter.slice(0, 4)),
  part: Number(quarter.slice(6)),
});
const join = (year: number, part: number): Quarter => `${year}-Q${part}` as Quarter;

export const quarterOf = (month: Month): Quarter =>
  join(Number(month.slice(0, 4)), Math.ceil(Number(month.slice(5, 7)) / 3));

export function quarterAfter(quarter: Quarter): Quarter {
  const { year, part } = split(quarter);
  return part === 4 ? join(year + 1, 1) : join(year, part + 1);
}
export function quarterBefore(quarter: Quarter): Quarter {
  const { year, part } = split(quarter);
  return part === 1 ? join(year - 1, 4) : join(year, part - 1);
}

const month = (year: number, number: number): Month => `${year}-${String(number).padStart(2, '0')}`;
export const firstMonthOf = (quarter: Quarter): Month => {
  const { year, part } = split(quarter);
  return month(year, part * 3 - 2);
};
export const lastMonthOf = (quarter: Quarter): Month => {
  const { year, part } = split(quarter);
  return month(year, part * 3);
};
export const yearOf = (quarter: Quarter): number => split(quarter).year;
export const partOf = (quarter: Quarter): number => split(quarter).part;

/** The first day on which a quarter may be published: so many days after it has ended. */
export function publishedFrom(quarter: Quarter, daysAfter: number): CivilDate {
  const last = lastMonthOf(quarter);
  const days = daysInMonth(Number(last.slice(0, 4)), Number(last.slice(5)));
  return addDays(asCivilDate(`${last}-${days}`), daysAfter);
}

/** The latest quarter that may be published on a day. */
export function latestPublishable(on: CivilDate, daysAfter: number): Quarter {
  const { year, month: number } = partsOf(on);
  let quarter = quarterBefore(quarterOf(month(year, number)));
  while (publishedFrom(quarter, daysAfter) > on) quarter = quarterBefore(quarter);
  return quarter;
}

/** What will be published next, and from when on. */
export function nextPublication(
  on: CivilDate,
  daysAfter: number,
): { readonly quarter: Quarter; readonly from: CivilDate } {
  const quarter = quarterAfter(latestPublishable(on, daysAfter));
  return { quarter, from: publishedFrom(quarter, daysAfter) };
}
