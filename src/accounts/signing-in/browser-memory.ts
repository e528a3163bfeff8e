/**
 * What a browser keeps for us between two steps, sealed so that only we can read it: the sign-in under way, and which
 * accounts it has signed in to before. No phone number ever stands in an address or a form field.
 */
import type { Vault } from '../../platform/crypto/vault.ts';
import { DAY, MINUTE, SECOND, type Instant } from '../../shared/clock.ts';
import { COOKIE_OPTIONS, type Cookies } from '../session.ts';

export const FLOW_COOKIE = '__Host-flow';
export const DEVICE_COOKIE = '__Host-device';
const FLOW_LASTS = 15 * MINUTE;
const DEVICE_LASTS = 400 * DAY;
const MOST_ACCOUNTS = 6;

/** A code was sent and has not been entered yet. */
export interface CodeFlow {
  readonly purpose: 'sign-in' | 'change-phone' | 'change-email' | 'invitation' | 'book-event';
  readonly to: string;
  /** What the code is bound to; for signing in, this browser alone, so that nobody else can use up its guesses. */
  readonly subject: string;
  readonly sentAt: Instant;
  readonly next: string | null;
  /** What was filled in before the code and is used after it. */
  readonly carried?: Readonly<Record<string, string>>;
}

/** How this file reads a cookie that somebody may have tampered with: then there is none. */
function opened<T>(vault: Vault, cookies: Cookies, name: string): T | null {
  const value = cookies.get(name)?.value;
  if (!value) return null;
  try {
    return JSON.parse(vault.open(value, name)) as T;
  } catch {
    return null;
  }
}

export const rememberFlow = (vault: Vault, cookies: Cookies, flow: CodeFlow): void =>
  cookies.set(FLOW_COOKIE, vault.seal(JSON.stringify(flow), FLOW_COOKIE), {
    ...COOKIE_OPTIONS,
    maxAge: FLOW_LASTS / SECOND,
  });

export function readFlow(
  vault: Vault,
  cookies: Cookies,
  purpose: CodeFlow['purpose'],
  now: Instant,
): CodeFlow | null {
  const flow = opened<CodeFlow>(vault, cookies, FLOW_COOKIE);
  return flow?.purpose === purpose && now - flow.sentAt < FLOW_LASTS ? flow : null;
}

export const forgetFlow = (cookies: Cookies): void => cookies.delete(FLOW_COOKIE, COOKIE_OPTIONS);

interface Device {
  readonly id: string;
  readonly accounts: readonly string[];
}

/** This browser's name among our devices when the account has signed in here before, else null. */
export function knownDevice(vault: Vault, cookies: Cookies, accountId: string | undefined): string | null {
  const device = opened<Device>(vault, cookies, DEVICE_COOKIE);
  return device !== null && accountId !== undefined && device.accounts.includes(accountId) ? device.id : null;
}

export function rememberDevice(vault: Vault, cookies: Cookies, accountId: string): void {
  const device = opened<Device>(vault, cookies, DEVICE_COOKIE) ?? { id: vault.token(), accounts: [] };
  const accounts = [accountId, ...device.accounts.filter((id) => id !== accountId)].slice(0, MOST_ACCOUNTS);
  cookies.set(DEVICE_COOKIE, vault.seal(JSON.stringify({ id: device.id, accounts }), DEVICE_COOKIE), {
    ...COOKIE_OPTIONS,
    maxAge: DEVICE_LASTS / SECOND,
  });
}
