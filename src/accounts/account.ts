import type { Instant } from '../shared/clock.ts';
import type { Locale } from '../shared/i18n.ts';

/** A person who can sign in. What they may do comes from a guardian row or a staff row. */
export interface Account {
  readonly id: string;
  /** 11 digits. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly emailVerifiedAt: Instant | null;
  readonly passwordHash: string | null;
  readonly passwordChangedAt: Instant | null;
  readonly locale: Locale;
  readonly version: number;
  /** Staff come in by their own door, with a second factor; the family door does not know them. */
  readonly isStaff: boolean;
}

/**
 * Whom a door has proved, and the version their account had then. A session begins only while that version stands: whoever
 * signs in with a password that is being changed this very moment does not stay in with it.
 */
export interface Proved {
  readonly accountId: string;
  readonly version: number;
}
export const provedBy = ({ id, version }: Pick<Account, 'id' | 'version'>): Proved => ({
  accountId: id,
  version,
});
/** The same after one change of the account, which counts its version up by one. */
export const provedAndChanged = ({ id, version }: Pick<Account, 'id' | 'version'>): Proved => ({
  accountId: id,
  version: version + 1,
});
/** A new account's. */
export const FIRST_VERSION = 1;

/** Addresses differ by case in theory only; look-ups and uniqueness ignore it. */
export const emailKey = (email: string): string => email.toLowerCase();

/** li***@example.com: enough to recognise one's own. */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@');
  const name = [...email.slice(0, at)];
  return `${name.slice(0, Math.min(2, name.length - 1)).join('')}***${email.slice(at)}`;
};

/** A short name for a device from its User-Agent, to recognise it in a list; never used to decide anything. */
export function deviceName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const first = (pairs: readonly (readonly [RegExp, string])[]): string | undefined =>
    pairs.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = first([
    [/MicroMessenger/, 'WeChat'],
    [/AlipayClient/, 'Alipay'],
    [/Edg\//, 'Edge'],
    [/HuaweiBrowser/, 'Huawei'],
    [/MiuiBrowser/, 'Mi'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ]);
  const system = first([
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'Mac'],
    [/Linux/, 'Linux'],
  ]);
  return [browser, system].filter((part) => part !== undefined).join(', ') || null;
}
