import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import type { Clock } from '../../shared/clock.ts';
import { next } from '../../shared/machines/machine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { awaitsSignature, contractMachine } from '../contract.ts';
import type { ContractStore } from '../contract-store.ts';
import { tell, type NoticeDeps } from '../notice.ts';
import type { GuardianBook } from '../people.ts';

export interface LapseDeps extends NoticeDeps {
  readonly now: Clock;
  readonly transaction: Transact<{
    contracts: ContractStore;
    families: GuardianBook;
    audit: AuditTrail;
    outbox: Outbox;
  }>;
}

/** Ends an offer whose last day has passed. Harmless for a contract that was signed in time. */
export const lapseOffer = (
  deps: LapseDeps,
  cmd: { contractId: string },
): Promise<Result<undefined, string>> =>
  deps.transaction(async ({ contracts, families, audit, outbox }) => {
    const contract = await contracts.byId(cmd.contractId);
    if (!contract) return err('not-found');
    if (!awaitsSignature(contract.state)) return ok();
    const to = next(contractMachine, contract.state, 'lapse', 'system', {
      now: deps.now(),
      offerEndsAt: contract.offerEndsAt,
      signers: contract.signers,
      signedBy: contract.signedBy,
      guardianId: null,
      shownSha256: '',
      offeredSha256: contract.documentSha256,
      heldSha256: contract.documentSha256,
      limitsConfirmed: false,
    });
    if (!to.ok) return to;
    if (!(await contracts.save(contract, { state: to.value }))) return err('changed-meanwhile');
    await audit.record({
      action: 'contract.lapsed',
      actor: { kind: 'system', id: 'contracts' },
      object: { kind: 'contract', id: contract.id },
      details: { signedBy: contract.signedBy },
    });
    const people = await families.guardiansOf(contract.familyId);
    await tell(
      deps,
      outbox,
      'lapsed',
      contract,
      people.filter((one) => contract.signers.includes(one.id)),
    );
    return ok();
  });
