/** What staff see of a unit: everything the laboratory reported, nothing about the family's health. */
import type { Deps } from '../deps.ts';
import { formatInstant } from '../shared/format.ts';
import { say, type Locale } from '../shared/i18n.ts';
import { isRejectReason, reasonWords } from './rejected/reject-reasons.ts';
import { pageOf, type UnitPage } from './unit-page.ts';
import type { StoredEvent, UnitCursor } from './unit-store.ts';

export interface StaffUnitPage extends UnitPage {
  readonly events: readonly StoredEvent[];
  readonly contractNumber: string | null;
}

/** By number alone; the guard of the page decides who may look. */
export async function staffUnitPage(
  deps: Pick<Deps, 'now' | 'policies' | 'read'>,
  din: string,
  locale: Locale,
): Promise<StaffUnitPage | null> {
  const unit = await deps.read.units.byDin(din);
  if (!unit) return null;
  const [page, events, contractNumber] = await Promise.all([
    pageOf(deps, unit, locale),
    deps.read.units.eventsOf(unit.id),
    unit.contractId === null ? null : deps.read.units.contractNumber(unit.contractId),
  ]);
  return { ...page, events, contractNumber };
}

/** `hospital 济南市妇幼保健院 · sex female`: the reported facts on one line. */
export const eventLine = (event: Pick<StoredEvent, 'data'>, locale: Locale): string =>
  Object.entries(event.data)
    .map(([name, value]) =>
      name === 'bornAt' && typeof value === 'number'
        ? `${name} ${formatInstant(value, locale, { time: true })}`
        : `${name} ${String(value)}`,
    )
    .join(' · ');

export const reasonShort = (reason: string | null, locale: Locale): string =>
  isRejectReason(reason) ? say(reasonWords[reason].short, locale) : '';

/** The last row of a page, for the link to the next. */
export const unitKey = (unit: UnitCursor): string => `${unit.lastEventAt}.${unit.id}`;
export function readUnitKey(raw: string | null): UnitCursor | null {
  const parts = /^(\d{1,15})\.(unt_[0-9a-z]{26})$/.exec(raw ?? '');
  return parts ? { lastEventAt: Number(parts[1]), id: String(parts[2]) } : null;
}
