/** The published check-character systems, each proved against published vectors in the tests. */

const WEIGHTS_11_2 = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** ISO 7064 mod 11-2 over 17 digits (GB 11643). */
export function mod11_2(digits: string): string {
  const sum = WEIGHTS_11_2.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10X98765432'[sum % 11] as string;
}

const ALPHABET_37 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

/** ISO 7064 mod 37-2 over letters and digits (ISBT 128): `G123498654321` → `H`. */
export function mod37_2(text: string): string {
  let sum = 0;
  for (const character of text) sum = ((sum + ALPHABET_37.indexOf(character)) * 2) % 37;
  return ALPHABET_37[(38 - sum) % 37] as string;
}

/** GB 32100: no I, O, S, V, Z. */
export const ALPHABET_31 = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100 check character over 17 characters: weights are powers of 3, mod 31. */
export function mod31(text: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of text) {
    sum += ALPHABET_31.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET_31[(31 - (sum % 31)) % 31] as string;
}
