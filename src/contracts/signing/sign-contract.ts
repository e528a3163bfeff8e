import { checkCode, tryCode, type ChallengeStore, type CheckCodeDeps } from '../../accounts/index.ts';
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import { newId } from '../../shared/ids.ts';
import { next } from '../../shared/machines/machine.ts';
import { err, ok, type Err, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { contractMachine, type Contract, type ContractState, type SignCommand } from '../contract.ts';
import { limitsOf } from '../text/contract-document.ts';
import { documentSha256 } from '../text/contract-html.ts';
import type { ContractStore } from '../contract-store.ts';
import { isSameName, readDrawnMark } from './mark.ts';
import { signingOf } from './signing-of.ts';
import { tell, type NoticeDeps } from '../notice.ts';
import type { GuardianBook } from '../people.ts';

export interface SignDeps extends Omit<CheckCodeDeps, 'transaction'>, NoticeDeps {
  readonly read: { readonly contracts: ContractStore; readonly families: GuardianBook };
  readonly transaction: Transact<{
    challenges: ChallengeStore;
    contracts: ContractStore;
    families: GuardianBook;
    audit: AuditTrail;
    outbox: Outbox;
  }>;
}

export type SignRefusal =
  | 'not-found'
  | 'wrong-state'
  | 'not-yours-to-do'
  | 'offer-ended'
  | 'not-a-signer'
  | 'text-changed'
  | 'limits-not-confirmed'
  | 'mark-missing'
  | 'name-missing'
  | 'name-differs'
  | 'code-missing'
  | 'code-again'
  | 'wrong-code'
  | 'code-spent'
  | 'changed-meanwhile';

/** Everything the signer has to correct, so that nobody meets one mistake after the other. */
export const problemsOf = (refused: Err<SignRefusal>): readonly SignRefusal[] =>
  Array.isArray(refused.detail) ? (refused.detail as readonly SignRefusal[]) : [refused.code];

export interface Signed {
  readonly contractId: string;
  readonly state: ContractState;
}

interface Stage {
  readonly contract: Contract;
  readonly to: ContractState;
  readonly mark: string;
}
/** Theirs to sign, but the form is not complete. */
interface Incomplete {
  readonly contract: Contract;
  readonly wrong: readonly [SignRefusal, ...SignRefusal[]];
}

/**
 * One guardian signs. The code proves the phone, the hash proves the text, each limit was confirmed on its own.
 *
 * A second press of the same button answers as the first did: there is one signature per guardian. The last signature puts
 * the contract in force, and only then is money asked for (电商法 49). What can be corrected is refused all at once
 * (`problemsOf`); the code is used up only by a signature (`code-again`: it was right and stays good).
 */
export async function signContract(deps: SignDeps, cmd: SignCommand): Promise<Result<Signed, SignRefusal>> {
  const before = await check(deps.read.contracts, deps.now(), cmd);
  if (!before.ok) return before;
  if (before.value === 'signed-before') return signedBefore(deps, cmd);

  const phone = (await deps.read.families.guardiansOf(cmd.familyId)).find(
    (one) => one.id === cmd.guardianId && one.accountId === cmd.accountId,
  )?.phone;
  if (!phone) return err('not-a-signer');
  const entered = {
    purpose: 'sign-contract',
    subject: before.value.contract.documentSha256,
    phone,
    code: cmd.code,
  } as const;
  // An empty box is not a guess.
  const missing = cmd.code.trim() === '';
  if ('wrong' in before.value) {
    const [first, ...others] = before.value.wrong;
    const tried = missing ? err('code-missing') : await tryCode(deps, entered);
    return err(first, [first, ...others, tried.ok ? 'code-again' : tried.code]);
  }
  if (missing) return err('code-missing');
  const proof = await checkCode(deps, entered);
  if (!proof.ok) {
    // The other half of a double click has used the code and waits in front of us for the database.
    const meanwhile = await signedBefore(deps, cmd);
    return meanwhile.ok ? meanwhile : proof;
  }

  return deps.transaction(async ({ contracts, families, audit, outbox }) => {
    const now = deps.now();
    const checked = await check(contracts, now, cmd);
    if (!checked.ok) return checked;
    if (checked.value === 'signed-before') return err('changed-meanwhile');
    if ('wrong' in checked.value) return err(checked.value.wrong[0]);
    const { contract, to, mark } = checked.value;
    // Two signatures are two people: whatever slot an account stands in now, it signs a contract once.
    if ((await contracts.signaturesOf(contract.id)).some((one) => one.accountId === cmd.accountId))
      return err('not-a-signer');
    const { documents } = await contracts.textOf(contract.id);
    const limits = documents[0] ? limitsOf(documents[0]).map(({ id }) => id) : [];
    const inForce = to === 'signed';
    if (!(await contracts.save(contract, { state: to, ...(inForce ? { signedAt: now } : {}) })))
      return err('changed-meanwhile');
    const signatureId = newId('signature', now);
    await contracts.addSignature({
      id: signatureId,
      contractId: contract.id,
      guardianId: cmd.guardianId,
      accountId: cmd.accountId,
      method: cmd.mark.method,
      mark,
      documentSha256: contract.documentSha256,
      challengeId: proof.value.challengeId,
      signedAt: now,
      device: cmd.device,
    });
    await audit.record({
      action: 'contract.signature',
      actor: cmd.actor,
      object: { kind: 'contract', id: contract.id },
      details: {
        signatureId,
        guardianId: cmd.guardianId,
        documentSha256: contract.documentSha256,
        method: cmd.mark.method,
        challengeId: proof.value.challengeId,
        // Only what this contract asks: what else was posted is nobody's record.
        confirmedLimits: cmd.confirmedLimits.filter((id) => limits.includes(id)),
        device: cmd.device,
        state: to,
      },
    });
    const people = await families.guardiansOf(contract.familyId);
    if (inForce) {
      await outbox.add('contract.signed', { contractId: contract.id });
      await tell(
        deps,
        outbox,
        'in-force',
        contract,
        people.filter((one) => contract.signers.includes(one.id)),
      );
    } else {
      const signedBy = [...contract.signedBy, cmd.guardianId];
      const { waitingFor, toJoin } = signingOf({ ...contract, state: to, signedBy }, people, now);
      // Whoever has not joined could not open the contract: their way in is the invitation.
      const able = people.filter((one) => waitingFor.includes(one.id) && !toJoin.includes(one.id));
      await tell(deps, outbox, 'other-signed', contract, able);
    }
    return ok<Signed>({ contractId: contract.id, state: to });
  });
}

/** Every rule that needs no code. `signed-before` when this guardian's signature is already there. */
async function check(
  contracts: ContractStore,
  now: number,
  cmd: SignCommand,
): Promise<Result<Stage | Incomplete | 'signed-before', SignRefusal>> {
  const contract = await contracts.forFamily(cmd.contractId, cmd.familyId);
  if (!contract) return err('not-found');
  if (contract.signedBy.includes(cmd.guardianId)) return ok('signed-before');
  const { documents, html } = await contracts.textOf(contract.id);
  const limits = documents[0] ? limitsOf(documents[0]) : [];
  const to = next(contractMachine, contract.state, 'sign', 'family', {
    now,
    offerEndsAt: contract.offerEndsAt,
    signers: contract.signers,
    signedBy: contract.signedBy,
    guardianId: cmd.guardianId,
    shownSha256: cmd.shownSha256,
    offeredSha256: contract.documentSha256,
    heldSha256: documentSha256(html),
    limitsConfirmed: limits.every((limit) => cmd.confirmedLimits.includes(limit.id)),
  });
  // The machine asks for the limits last of all that concerns the signer: whoever meets that rule may sign otherwise.
  if (!to.ok && to.code !== 'limits-not-confirmed') return to as Err<SignRefusal>;
  const signer = contract.terms.guardians.find((one) => one.guardianId === cmd.guardianId);
  if (!signer) return err('not-a-signer');
  const mark = readMark(cmd.mark, signer.name);
  if (to.ok && mark.ok) return ok({ contract, to: to.value, mark: mark.value });
  return mark.ok
    ? ok({ contract, wrong: ['limits-not-confirmed'] })
    : ok({ contract, wrong: to.ok ? [mark.code] : ['limits-not-confirmed', mark.code] });
}

function readMark(
  mark: SignCommand['mark'],
  name: string,
): Result<string, 'mark-missing' | 'name-missing' | 'name-differs'> {
  if (mark.method === 'typed' && mark.name.trim() === '') return err('name-missing');
  if (mark.method === 'typed') return isSameName(mark.name, name) ? ok(name) : err('name-differs');
  const path = readDrawnMark(mark.path);
  return path === null ? err('mark-missing') : ok(path);
}

/** Asked inside a transaction, so that it queues behind a signature being written at this moment. */
const signedBefore = (deps: SignDeps, cmd: SignCommand): Promise<Result<Signed, SignRefusal>> =>
  deps.transaction<Signed, SignRefusal, undefined>(async ({ contracts }) => {
    const contract = await contracts.forFamily(cmd.contractId, cmd.familyId);
    if (!contract) return err('not-found');
    if (!contract.signedBy.includes(cmd.guardianId)) return err('changed-meanwhile');
    return ok({ contractId: contract.id, state: contract.state });
  });
