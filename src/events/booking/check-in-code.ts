/**
 * Check-in codes: four digits and one that checks them (ISO 7064 mod 11,10), read out at a door and typed on a number pad.
 * Unique within one event. A code opens nothing by itself: staff see whom it stands for.
 */
import { mod11_10 } from '../../shared/numbers.ts';

export const CODES = 10_000;

/** `completeCode(482)` → `0482` and its check digit. */
export const completeCode = (number: number): string => {
  const digits = String(number).padStart(4, '0');
  return digits + mod11_10(digits);
};

/** Reads a code as people type it, full-width or with a space; null when it has a digit too many or the check fails. */
export function readCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{5}$/.test(digits) && completeCode(Number(digits.slice(0, 4))) === digits ? digits : null;
}

/** 482 73, for reading out. */
export const groupCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
