import type { ConsentTexts } from '../content/consents.ts';
import type { AuditTrail } from '../platform/audit/audit-trail.ts';
import type { Actor } from '../shared/actor.ts';
import type { Clock } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Transact } from '../shared/transaction.ts';
import type { FamilyStore } from './family-store.ts';
import type { Consent } from './guardian.ts';

export interface WithdrawDeps {
  readonly now: Clock;
  readonly consents: ConsentTexts;
  readonly transaction: Transact<{ families: FamilyStore; audit: AuditTrail }>;
}

/** A consent the service cannot do without ends with the contract, not by itself (PIPL 15, 16). */
export const isNecessary = (
  consents: ConsentTexts,
  consent: Pick<Consent, 'purpose' | 'textVersion'>,
): boolean =>
  consents.current(consent.textVersion).find((text) => text.id === consent.purpose)?.necessary ?? true;

/** Withdraws one's own optional consent (PIPL 15). Another family's, and the other guardian's, is `not-found`. */
export async function withdrawConsent(
  deps: WithdrawDeps,
  cmd: { readonly consentId: string; readonly familyId: string; readonly actor: Actor },
): Promise<Result<undefined, 'not-found' | 'consent-necessary' | 'already-done'>> {
  return deps.transaction(async ({ families, audit }) => {
    const consent = (await families.consentsOf(cmd.familyId)).find((one) => one.id === cmd.consentId);
    if (!consent || consent.accountId !== cmd.actor.id) return err('not-found');
    if (isNecessary(deps.consents, consent)) return err('consent-necessary');
    if (!(await families.withdrawConsent(consent.id, cmd.familyId, deps.now()))) return err('already-done');
    await audit.record({
      action: 'consent.withdrawn',
      actor: cmd.actor,
      object: { kind: 'consent', id: consent.id },
      details: { purpose: consent.purpose, textVersion: consent.textVersion },
    });
    return ok();
  });
}
