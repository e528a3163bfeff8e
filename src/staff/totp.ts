/** Time-based codes (RFC 6238): SHA-1, 30 seconds, 6 digits, because that is what authenticator apps read. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createTOTPKeyURI, generateHOTP } from '@oslojs/otp';
import { SECOND, type Instant } from '../shared/clock.ts';

const STEP = 30 * SECOND;
const DIGITS = 6;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const ISSUER = '山东省脐血库';

/** 160 random bits in base 32, as authenticator apps take them. */
export function newTotpSecret(): string {
  return [...randomBytes(32)].map((byte) => ALPHABET[byte & 31]).join('');
}

function bytesOf(secret: string): Uint8Array {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const character of secret) {
    buffer = (buffer << 5) | ALPHABET.indexOf(character);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 0xff);
    }
    buffer &= 0xff;
  }
  return Uint8Array.from(bytes);
}

const stepAt = (now: Instant): number => Math.floor(now / STEP);

const codeAt = (secret: string, step: number): string => generateHOTP(bytesOf(secret), BigInt(step), DIGITS);

/** The code an authenticator shows now; the demo's message viewer and tests need it. */
export const currentTotp = (secret: string, now: Instant): string => codeAt(secret, stepAt(now));

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * The 30-second step this code belongs to, or null. A phone's clock may be one step off either way (RFC 6238 §5.2); the
 * caller stores the step, and a code of that step or an earlier one is refused.
 */
export function totpStep(secret: string, typed: string, now: Instant): number | null {
  const code = typed.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{6}$/.test(code)) return null;
  const here = stepAt(now);
  return [here, here - 1, here + 1].find((step) => same(codeAt(secret, step), code)) ?? null;
}

/** What the QR code says. The name helps people who have several accounts. */
export const totpUri = (secret: string, account: string): string =>
  createTOTPKeyURI(ISSUER, account, bytesOf(secret), STEP / SECOND, DIGITS);

/** For typing by hand: groups of four. */
export const groupedSecret = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');
