/** Signing out elsewhere: a device that was left behind, or all of them. */
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Actor } from '../../shared/actor.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { SessionStore } from '../session-store.ts';

interface EndSessionDeps {
  readonly transaction: Transact<{ sessions: SessionStore; audit: AuditTrail }>;
}
interface Owner {
  readonly accountId: string;
  readonly actor: Actor;
}

/** Ends one of the person's own sessions, named by the hash that the list of devices shows. */
export const endDevice = (
  deps: EndSessionDeps,
  { accountId, actor }: Owner,
  sessionHash: string,
): Promise<Result<undefined, 'not-found'>> =>
  deps.transaction(async ({ sessions, audit }) => {
    if (!(await sessions.removeOf(accountId, sessionHash))) return err('not-found');
    await audit.record({
      action: 'account.session-ended',
      actor,
      object: { kind: 'account', id: accountId },
    });
    return ok();
  });

/** Ends every session of the account; the caller clears this browser's cookie. */
export const endDevices = (
  deps: EndSessionDeps,
  { accountId, actor }: Owner,
): Promise<Result<undefined, never>> =>
  deps.transaction(async ({ sessions, audit }) => {
    await sessions.removeAllOf(accountId);
    await audit.record({
      action: 'account.signed-out-everywhere',
      actor,
      object: { kind: 'account', id: accountId },
    });
    return ok();
  });
