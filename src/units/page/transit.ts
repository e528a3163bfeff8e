/** What the temperature logger reported of the way to the bank, for the picture on the unit's page. Pure. */
import type { Instant } from '../../shared/clock.ts';
import type { StoredEvent } from '../unit-store.ts';

export interface Transit {
  readonly collectedAt: Instant;
  readonly pickedUpAt: Instant;
  readonly receivedAt: Instant;
  readonly lowest: number;
  readonly highest: number;
  readonly alarm: boolean;
  readonly logger: string | null;
  /** The axis: whole fives of degrees around what was measured, with one in the middle. */
  readonly axis: { readonly from: number; readonly to: number };
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Null unless the logger's lowest and highest are known, and between which instants it measured. */
export function transitOf(events: readonly StoredEvent[]): Transit | null {
  const at = (kind: StoredEvent['kind']) => events.find((event) => event.kind === kind);
  const [collected, pickedUp, received] = [at('collected'), at('picked-up'), at('received')];
  const lowest = number(received?.data['minCelsius']);
  const highest = number(received?.data['maxCelsius']);
  if (!collected || !pickedUp || !received || lowest === null || highest === null) return null;
  const logger = received.data['logger'] ?? pickedUp.data['logger'];
  return {
    collectedAt: collected.at,
    pickedUpAt: pickedUp.at,
    receivedAt: received.at,
    lowest,
    highest,
    alarm: received.data['alarm'] === true,
    logger: typeof logger === 'string' ? logger : null,
    axis: axisOf(lowest, highest),
  };
}

function axisOf(lowest: number, highest: number): Transit['axis'] {
  const from = Math.floor((lowest - 2) / 5) * 5;
  const to = Math.ceil((highest + 2) / 5) * 5;
  if ((to - from) % 10 === 0) return { from, to };
  return lowest - from < to - highest ? { from: from - 5, to } : { from, to: to + 5 };
}
