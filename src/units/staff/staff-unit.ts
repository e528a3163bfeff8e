/** What staff see of a unit: everything the laboratory reported, nothing about the family's health. */
import type { Deps } from '../../deps.ts';
import { say, type Locale } from '../../shared/i18n.ts';
import { thresholdsOn } from '../lab/judge-result.ts';
import { isRejectReason, reasonWords } from '../rejected/reject-reasons.ts';
import { eventLine, eventName } from './staff-event-words.ts';
import { pageOf, type UnitPage } from '../page/unit-page.ts';
import type { StoredEvent, UnitCursor } from '../unit-store.ts';

/** An event with its words. */
export type ToldEvent = StoredEvent & { readonly name: string; readonly line: string };

export interface StaffUnitPage extends UnitPage {
  readonly events: readonly ToldEvent[];
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
  const tests = thresholdsOn(deps.policies.thresholds.all, page.rulesVersion).products[unit.product];
  return {
    ...page,
    events: events.map((event) => ({
      ...event,
      name: eventName(event, locale),
      line: eventLine(event, tests, locale),
    })),
    contractNumber,
  };
}

export const reasonShort = (reason: string | null, locale: Locale): string =>
  isRejectReason(reason) ? say(reasonWords[reason].short, locale) : '';

/** The last row of a page, for the link to the next. */
export const unitKey = (unit: UnitCursor): string => `${unit.lastEventAt}.${unit.id}`;
export function readUnitKey(raw: string | null): UnitCursor | null {
  const parts = /^(\d{1,15})\.(unt_[0-9a-z]{26})$/.exec(raw ?? '');
  return parts ? { lastEventAt: Number(parts[1]), id: String(parts[2]) } : null;
}
