import type { Clock } from '../../shared/clock.ts';
import { isActive } from '../staff-member.ts';
import type { StaffStore } from '../staff-store.ts';
import { currentTotp } from '../totp.ts';

/**
 * What the seeded staff's authenticators show now, for the demo's message viewer. In production nobody may ask: it answers
 * with nothing there.
 */
export async function currentCodes(deps: {
  readonly now: Clock;
  readonly config: { readonly mode: 'demo' | 'test' | 'production' };
  readonly read: { readonly staff: StaffStore };
}): Promise<
  readonly {
    readonly email: string;
    readonly name: string;
    readonly roles: readonly string[];
    readonly code: string;
  }[]
> {
  if (deps.config.mode === 'production') return [];
  const everybody = await deps.read.staff.all();
  return everybody.flatMap((member) =>
    isActive(member) && member.totpSecret !== null && member.email !== null
      ? [
          {
            email: member.email,
            name: member.name,
            roles: member.roles,
            code: currentTotp(member.totpSecret, deps.now()),
          },
        ]
      : [],
  );
}
