/** What is kept of a provider's event, in words of our own: pages read these, never the provider's names. */
import type { DeclineReason } from '../../platform/payments/index.ts';

/** Names the try: what was said of an earlier one says nothing about the one under way. */
export const pendingNote = (checkoutId: string): string => `pending: ${checkoutId}`;

const REASONS = [
  'declined',
  'insufficient-funds',
  'expired-card',
  'refused-by-payer',
  'other',
] as const satisfies readonly DeclineReason[];

export const declinedNote = (reason: DeclineReason): string => `declined: ${reason}`;

/** Why the try was refused; null when the note is about something else. */
export const declinedReason = (note: string | null): DeclineReason | null =>
  REASONS.find((reason) => note === declinedNote(reason)) ?? null;
