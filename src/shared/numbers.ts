/**
 * The numbers people see and read out on the phone: `HT-2026-000123-7` = kind, year, running number, check digit.
 * The check digit is ISO 7064 mod 11,10 over kind (A = 10 …), year and running number; it finds every wrong digit and
 * nearly every swap.
 */
import { err, ok, type Result } from './result.ts';
import type { Text } from './i18n.ts';

/** BM 报名 · HT 合同 · DD 订单 · SJ 收据 · LP 理赔 · JZ 救助 · CJ 采集. */
export const NUMBER_KINDS = ['BM', 'HT', 'DD', 'SJ', 'LP', 'JZ', 'CJ'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** ISO 7064 mod 11,10 (pure digits): `0794` → 5. */
export function mod11_10(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10;
}

/** `caseNumber('HT', 2026, 123)` → `HT-2026-000123-…`. */
export function caseNumber(kind: NumberKind, year: number, running: number): string {
  const body = `${year}${String(running).padStart(6, '0')}`;
  const letters = [...kind].map((letter) => String(letter.charCodeAt(0) - 55)).join('');
  return `${kind}-${year}-${String(running).padStart(6, '0')}-${mod11_10(letters + body)}`;
}

const WRONG: Text = {
  zh: '这个编号对不上校验位，可能有一位写错了。请对照短信或合同再看一遍，样子是HT-2026-000123-4。',
  en: 'The last digit of this number does not fit the others, so one of them is probably wrong. Check it against the text message or contract; it looks like HT-2026-000123-4.',
};

/** Reads a number as people type it: lower case, spaces, full-width, hyphens left out. */
export function parseCaseNumber(raw: string): Result<string, 'case-number', Text> {
  const plain = raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const parts = /^([A-Z]{2})(\d{4})(\d{6,9})(\d)$/.exec(plain);
  const kind = NUMBER_KINDS.find((known) => known === parts?.[1]);
  if (!parts || !kind) return err('case-number', WRONG);
  const number = caseNumber(kind, Number(parts[2]), Number(parts[3]));
  return number.endsWith(`-${parts[4]}`) ? ok(number) : err('case-number', WRONG);
}
