/** Money that has to go back, or fits no claim of ours: what it is, and how two people of finance settle it. Pure. */
import type { Instant } from '../../shared/clock.ts';
import type { Guard, Machine } from '../../shared/machines/machine.ts';

export const HELD_STATES = ['held', 'proposed', 'returning', 'returned', 'closed'] as const;
export type HeldState = (typeof HELD_STATES)[number];
export type HeldAction =
  | 'propose'
  | 'withdraw'
  | 'confirm-return'
  | 'confirm-close'
  | 'provider-refuses'
  | 'money-went-back'
  | 'no-longer-due';

export const HELD_REASONS = [
  'other-amount',
  'second-payment',
  'payment-of-another-order',
  /** Paid rightly, for a unit that then could not be stored or was not collected. */
  'unit-fell-away',
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

export interface HeldMoney {
  readonly id: string;
  readonly orderId: string;
  readonly paymentId: string;
  readonly why: HeldReason;
  /** The unit that fell away; empty for a payment that fits no claim. */
  readonly forUnit: string;
  /** What the order asked for when the money came. */
  readonly owedFen: number;
  /** What may go back, in the smallest unit of `currency`: the payment, or the part of it that was for the unit. */
  readonly receivedAmount: number;
  readonly currency: string;
  readonly receivedAt: Instant;
  readonly state: HeldState;
  /** Why it is settled this way, in the proposer's words. */
  readonly reason: string | null;
  readonly proposedBy: string | null;
  readonly proposedAt: Instant | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
  readonly version: number;
}

/**
 * We send back only what our books hold: money of another currency is not booked, and a payment that is booked on another
 * order has paid that order. Those are settled outside and closed here, by two people as well.
 */
export const isReturnable = (held: Pick<HeldMoney, 'why' | 'currency'>): boolean =>
  held.currency === 'cny' && held.why !== 'payment-of-another-order';

export interface HeldFacts {
  readonly returnable: boolean;
  readonly reasonGiven: boolean;
  readonly proposedBy: string | null;
  readonly staffId: string | null;
}
type Rule = Guard<HeldFacts>;

const reasonGiven: Rule = (f) => (f.reasonGiven ? null : 'reason-missing');
/** Four eyes: whoever proposed cannot be the one who confirms. */
const anotherPerson: Rule = (f) =>
  f.staffId !== null && f.staffId !== f.proposedBy ? null : 'needs-another-person';
const returnable: Rule = (f) => (f.returnable ? null : 'not-returnable');
const notReturnable: Rule = (f) => (f.returnable ? 'return-instead' : null);

export const heldMachine = {
  name: 'held-money',
  initial: 'held',
  states: HELD_STATES,
  final: ['returned', 'closed'],
  transitions: [
    { from: 'held', on: 'propose', to: 'proposed', by: 'staff', guards: [reasonGiven] },
    { from: 'proposed', on: 'withdraw', to: 'held', by: 'staff' },
    {
      from: 'proposed',
      on: 'confirm-return',
      to: 'returning',
      by: 'staff',
      guards: [anotherPerson, returnable],
    },
    {
      from: 'proposed',
      on: 'confirm-close',
      to: 'closed',
      by: 'staff',
      guards: [anotherPerson, notReturnable],
    },
    { from: 'returning', on: 'provider-refuses', to: 'held', by: 'system' },
    // Another kit left for a baby whose first one came back unused: what was paid is needed after all.
    { from: ['held', 'proposed'], on: 'no-longer-due', to: 'closed', by: 'system' },
    // Also when somebody sent it back at the provider, past this house.
    { from: ['held', 'proposed', 'returning'], on: 'money-went-back', to: 'returned', by: 'system' },
  ],
} as const satisfies Machine<HeldState, HeldAction, HeldFacts>;

/** The same table with its types kept for `next()`. */
export const heldTable: Machine<HeldState, HeldAction, HeldFacts> = heldMachine;

/** For what a clock, an event or the provider does: no guard of it looks at facts. */
export const NO_HELD_FACTS: HeldFacts = {
  returnable: false,
  reasonGiven: false,
  proposedBy: null,
  staffId: null,
};

export const isOpen = (state: HeldState): boolean => state !== 'returned' && state !== 'closed';
