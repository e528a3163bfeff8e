import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPolicies } from '../../content/policies.ts';
import { asksForNothing, backBy, fallenAway, refundDue } from './refund-due.ts';
import { refundTiming } from '../prices/refund-timing.ts';

const policy = loadPolicies().refunds.version('2026-01-01');
const paid = (lines: readonly { baby?: number; amountFen: number }[], sequence = 1) => ({
  id: `ord_${sequence}`,
  paymentId: `pi_${sequence}`,
  paidAt: 1,
  sequence,
  lines: lines.map((line) => ({ kind: 'first-payment', label: { zh: '', en: '' }, ...line })),
});
const unit = (id: string, baby: number, state: string, rejectReason: string | null = null) => ({
  id,
  din: id,
  baby,
  state,
  rejectReason,
});

describe('what comes back for a unit that fell away', () => {
  it('is what was paid for it less the cost of testing; everything when it was our mistake or nothing was collected', () => {
    const orders = [paid([{ baby: 1, amountFen: 580_000 }])];
    const back = (state: string, reason: string | null) =>
      refundDue(policy, unit('u', 1, state, reason), orders)?.backFen;
    expect(back('rejected', 'clotted')).toBe(532_000);
    expect(back('rejected', 'processing')).toBe(580_000);
    expect(back('not-collected', null)).toBe(580_000);
  });

  it('never loses a fen of a line all babies share, and keeps the cost of testing from the earliest payment', () => {
    const shared = [1, 2, 3].map(
      (baby) =>
        refundDue(policy, unit('u', baby, 'not-collected'), [
          paid([{ baby: 3, amountFen: 0 }, { amountFen: 100 }]),
        ])?.paidFen,
    );
    expect(shared).toEqual([34, 33, 33]);
    const instalments = [
      paid([{ baby: 1, amountFen: 70_000 }], 2),
      paid([{ baby: 1, amountFen: 30_000 }], 1),
    ];
    expect(refundDue(policy, unit('u', 1, 'rejected', 'clotted'), instalments)).toMatchObject({
      paidFen: 100_000,
      testCostFen: 48_000,
      parts: [{ orderId: 'ord_2', amountFen: 52_000 }],
    });
  });

  it('is due for a baby only when no other unit took the place of the one that was not collected', () => {
    const first = unit('unt_1', 1, 'not-collected');
    expect(fallenAway([first])).toEqual([first]);
    expect(fallenAway([first, unit('unt_2', 1, 'kit-dispatched')])).toEqual([]);
    const twins = [unit('unt_1', 1, 'stored'), unit('unt_2', 2, 'rejected', 'contamination')];
    expect(fallenAway(twins).map(({ baby }) => baby)).toEqual([2]);
    const both = {
      lines: paid([
        { baby: 1, amountFen: 1 },
        { baby: 2, amountFen: 1 },
      ]).lines,
    };
    expect(asksForNothing(both, twins), 'the stored twin is still paid for').toBe(false);
    expect(asksForNothing({ lines: both.lines.slice(1) }, twins)).toBe(true);
  });

  it('comes within the days of the policy, in the very sentence of the contract', () => {
    expect(backBy(policy, Date.parse('2026-11-22T23:30:00+08:00'))).toBe('2026-12-07');
    for (const locale of ['zh', 'en'] as const) {
      const contract = readFileSync(
        path.join(
          import.meta.dirname,
          `../../content/contracts/cord-blood-storage/2026-11-25.${locale}.yaml`,
        ),
        'utf8',
      );
      const inText = { zh: '{refundFrom}', en: '{refundFrom}' };
      const sentence = refundTiming({ payWithinDays: 15, countedFrom: inText }, locale);
      expect(contract).toContain(sentence.replace('15', '{refundDays}').replace(/[。.]$/, ''));
    }
  });
});
