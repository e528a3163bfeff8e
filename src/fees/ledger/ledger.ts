/** Double entry: every posting sums to zero, so the rows of an order do too, whatever happened to it. Pure. */
import type { Fen } from '../../shared/money.ts';

export const ACCOUNTS = [
  /** 应收: what the family owes for an order. */
  'receivable',
  /** 在途资金: money the payment provider holds for us. */
  'cash-at-provider',
  /** 预收（合同负债）: money for storage not yet given. */
  'deferred-income',
  /** 待查: money that arrived and belongs to no claim of ours: another amount, or a second payment. */
  'unallocated',
] as const;
export type Account = (typeof ACCOUNTS)[number];

export interface Entry {
  readonly account: Account;
  /** Debit positive, credit negative. */
  readonly amountFen: Fen;
}

export interface Posting {
  /** Names what happened, so that the same thing can never be posted twice: `payment:pi_…`. */
  readonly transactionId: string;
  readonly memo: string;
  readonly entries: readonly Entry[];
}

export interface BookedEntry extends Entry {
  readonly transactionId: string;
}

function move(transactionId: string, memo: string, debit: Account, credit: Account, amountFen: Fen): Posting {
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0) throw new Error(`cannot post ${amountFen} fen`);
  return {
    transactionId,
    memo,
    entries: [
      { account: debit, amountFen },
      { account: credit, amountFen: -amountFen },
    ],
  };
}

export const orderOpened = (orderId: string, amountFen: Fen): Posting =>
  move(`order:${orderId}`, 'order opened', 'receivable', 'deferred-income', amountFen);

export const orderPaid = (paymentId: string, amountFen: Fen): Posting =>
  move(`payment:${paymentId}`, 'payment received', 'cash-at-provider', 'receivable', amountFen);

/** The money is real even when it fits no claim. */
export const strayPayment = (paymentId: string, amountFen: Fen): Posting =>
  move(
    `payment:${paymentId}`,
    'payment held for a person to look at',
    'cash-at-provider',
    'unallocated',
    amountFen,
  );

export const refundTransaction = (paymentId: string, refundedFen: Fen): string =>
  `refund:${paymentId}:${refundedFen}`;

/** `refundedFen` is the provider's running total of the payment; only what is new is posted, or null when nothing is. */
export function refunded(
  paymentId: string,
  refundedFen: Fen,
  booked: readonly BookedEntry[],
  settled: boolean,
): Posting | null {
  const before = refundedSoFar(paymentId, booked);
  if (refundedFen <= before) return null;
  return move(
    refundTransaction(paymentId, refundedFen),
    'refund',
    settled ? 'deferred-income' : 'unallocated',
    'cash-at-provider',
    refundedFen - before,
  );
}

export const refundedSoFar = (paymentId: string, booked: readonly BookedEntry[]): Fen =>
  booked
    .filter(
      (entry) =>
        entry.account === 'cash-at-provider' && entry.transactionId.startsWith(`refund:${paymentId}:`),
    )
    .reduce((sum, entry) => sum - entry.amountFen, 0);

export const isBooked = (transactionId: string, booked: readonly BookedEntry[]): boolean =>
  booked.some((entry) => entry.transactionId === transactionId);

export const balanceOf = (account: Account, booked: readonly Entry[]): Fen =>
  booked.filter((entry) => entry.account === account).reduce((sum, entry) => sum + entry.amountFen, 0);
