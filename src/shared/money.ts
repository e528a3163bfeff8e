/** Integer fen, CNY. Never a float of yuan. */
export type Fen = number;

/** `yuan(5800)` → 580000. For amounts written by people in policies and tests. */
export function yuan(amount: number): Fen {
  const fen = Math.round(amount * 100);
  if (!Number.isSafeInteger(fen) || Math.abs(fen - amount * 100) > 1e-6)
    throw new Error(`not a whole number of fen: ${amount}`);
  return fen;
}

export function assertFen(amount: Fen): Fen {
  if (!Number.isSafeInteger(amount)) throw new Error(`not integer fen: ${amount}`);
  return amount;
}

export const sumFen = (amounts: Iterable<Fen>): Fen => {
  let total = 0;
  for (const amount of amounts) total += assertFen(amount);
  return assertFen(total);
};

/** Equal parts that add up exactly; the odd fen go to the first parts. */
export function splitFen(total: Fen, parts: number): Fen[] {
  assertFen(total);
  if (!Number.isInteger(parts) || parts < 1) throw new Error(`cannot split into ${parts}`);
  const base = Math.trunc(total / parts);
  const odd = total - base * parts;
  return Array.from({ length: parts }, (_, i) => base + (i < Math.abs(odd) ? Math.sign(odd) : 0));
}

/** Shares a total in proportion to weights; adds up exactly (largest remainder, earlier first on a tie). */
export function shareFen(total: Fen, weights: readonly number[]): Fen[] {
  assertFen(total);
  const whole = weights.reduce((a, b) => a + b, 0);
  if (whole <= 0 || weights.some((w) => w < 0)) throw new Error('weights must be positive');
  const exact = weights.map((w) => (total * w) / whole);
  const shares = exact.map(Math.trunc);
  let left = total - shares.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, i) => ({ i, rest: Math.abs(value - Math.trunc(value)) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left === 0) break;
    shares[i] = (shares[i] as number) + Math.sign(left);
    left -= Math.sign(left);
  }
  return shares;
}
