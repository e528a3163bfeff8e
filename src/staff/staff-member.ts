import type { Role } from '../accounts/index.ts';
import type { Instant } from '../shared/clock.ts';

export interface StaffMember {
  readonly accountId: string;
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  /** Base 32; null until they have set up their second factor. */
  readonly totpSecret: string | null;
  readonly disabledAt: Instant | null;
  readonly version: number;
}

/** Can sign in today. */
export const isActive = (member: StaffMember): boolean =>
  member.disabledAt === null && member.totpSecret !== null;
