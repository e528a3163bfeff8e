/** Keys of other systems: what they may do, and how a presented key is recognised. */

export const API_SCOPES = ['units:write'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly revokedAt: number | null;
}

const PREFIX = 'sck_';
/** 256 random bits in base64url after a prefix that leak scanners can recognise. */
const SHAPE = /^sck_[A-Za-z0-9_-]{43}$/;

export const newSecret = (token: string): string => `${PREFIX}${token}`;

/** The secret in an `Authorization: Bearer …` header, or null when there is none worth looking up. */
export function presentedSecret(header: string | null): string | null {
  const secret = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
  return secret !== undefined && SHAPE.test(secret) ? secret : null;
}
