import type { AccountStore } from '../accounts/index.ts';
import type { JobHandler } from '../platform/outbox/outbox.ts';
import { ok } from '../shared/result.ts';
import type { Transact } from '../shared/transaction.ts';
import type { FamilyStore } from './family-store.ts';
import { mayBeInvited } from './guardian.ts';
import type { InvitationStore } from './invitation-store.ts';
import { inviteGuardian, type InviteDeps } from './invite-guardian.ts';

export interface FamilyJobDeps extends InviteDeps {
  readonly read: {
    readonly accounts: AccountStore;
    readonly families: FamilyStore;
    readonly invitations: InvitationStore;
    readonly enrolments: {
      byId(id: string): Promise<{ readonly familyId: string; readonly locale: 'zh' | 'en' } | null>;
    };
  };
  readonly transaction: InviteDeps['transaction'] & Transact<{ families: FamilyStore }>;
}

/** Topic → handler; the wiring subscribes them under the name `families`. */
export const familyJobs = (deps: FamilyJobDeps): Record<string, JobHandler> => ({
  /** A contract will be offered: whoever has to sign and has not joined gets a link. */
  'enrolment.accepted': async ({ enrolmentId }) => {
    const enrolment = await deps.read.enrolments.byId(String(enrolmentId));
    if (!enrolment) throw new Error('the accepted enrolment is gone');
    const { familyId, locale } = enrolment;
    // The link that is out there is as good as a new one: a job that runs twice sends once.
    if (await deps.read.invitations.openOf(familyId, deps.now())) return;
    for (const guardian of await deps.read.families.guardiansOf(familyId))
      if (mayBeInvited(guardian)) await inviteGuardian(deps, { familyId, guardianId: guardian.id, locale });
  },
  'account.phone-changed': async ({ accountId }) => {
    const account = await deps.read.accounts.byId(String(accountId));
    const phone = account?.phone;
    if (!phone) return;
    await deps.transaction(async ({ families }) => {
      await families.setPhoneOf(String(accountId), phone);
      return ok();
    });
  },
});
