/** An amount of money and its sample mark are one component: a price that is confirmed loses the mark everywhere at once. */
import { describe, expect, it } from 'vitest';
import { ourFiles, read } from './files.ts';

/** A formatted amount that ends its element, and a mark put after it by hand. */
const BY_HAND = /formatFen\([^{}]*\)\}\s*(?:<\/\w+>\s*)*(?:\{[^{}]*&&\s*)?<Sample/;

describe('the sample mark', () => {
  it('is put beside an amount by Money and nowhere by hand', () => {
    const found = ourFiles.filter(
      (file) => file.endsWith('.astro') && !file.endsWith('/Money.astro') && BY_HAND.test(read(file)),
    );
    expect(found).toEqual([]);
  });
  it('would be seen if it were', () => {
    for (const hand of [
      '<b class="num">{formatFen(order.amountFen, locale)}</b> {sample && <Sample locale={locale} />}',
      '{formatFen(a, locale)} <Sample locale={locale} />',
    ])
      expect(hand).toMatch(BY_HAND);
  });
});
