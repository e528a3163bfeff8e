/** Who has signed, who must, who still has to join, until when, and what one person can do about it. Pure; asked everywhere. */
import { today, type CivilDate } from '../../shared/civil-date.ts';
import type { Instant } from '../../shared/clock.ts';
import { awaitsSignature, SIGNER_RULES, type ContractSummary } from '../contract.ts';

/** What has become of one signer. `invited`: a link is on their phone; `not-joined`: no link works at the moment. */
export type SignerStanding = 'signed' | 'to-sign' | 'invited' | 'not-joined';

/** What is needed of a family's guardians. */
export interface SigningGuardian {
  readonly id: string;
  /** Null until they have joined with an account of their own. */
  readonly accountId: string | null;
}

/** An invitation whose link still works. */
export interface OpenInvitation {
  readonly guardianId: string;
  readonly expiresAt: Instant;
}

/** Why somebody cannot sign now; the same words as a refused signature. */
export type CannotSign = 'already-signed' | 'not-a-signer' | 'offer-ended' | 'wrong-state';

export interface Signing {
  /** `open`: it can still be signed. `lapsed` from the first moment after its last day, before the job has written it down. */
  readonly phase: 'open' | 'lapsed' | 'in-force' | 'ended';
  /** The last day on which it can be signed, in Shandong. */
  readonly lastDay: CivilDate;
  readonly signers: readonly { readonly guardianId: string; readonly standing: SignerStanding }[];
  /** Guardians whose signature is missing while the offer is open. */
  readonly waitingFor: readonly string[];
  /** Those of them who must join first. */
  readonly toJoin: readonly string[];
  /** Null when this guardian may sign now. Whoever is no guardian (`null`) is refused like any stranger. */
  readonly refusal: (guardianId: string | null) => CannotSign | null;
}

type SignedContract = Pick<ContractSummary, 'state' | 'signers' | 'signedBy' | 'offerEndsAt'>;

/** Where the signing of a contract stands. `invitation`: the family's open one, where it was read. */
export function signingOf(
  contract: SignedContract,
  guardians: readonly SigningGuardian[],
  now: Instant,
  invitation: OpenInvitation | null = null,
): Signing {
  const { state, signers, signedBy, offerEndsAt } = contract;
  const standing = (guardianId: string): SignerStanding => {
    if (signedBy.includes(guardianId)) return 'signed';
    const joined = guardians.find((one) => one.id === guardianId)?.accountId !== null;
    if (joined) return 'to-sign';
    return invitation?.guardianId === guardianId && now < invitation.expiresAt ? 'invited' : 'not-joined';
  };
  const phase = phaseOf(state, now < offerEndsAt);
  const all = signers.map((guardianId) => ({ guardianId, standing: standing(guardianId) }));
  const waiting = phase === 'open' ? all.filter((one) => one.standing !== 'signed') : [];
  const ids = (list: typeof all): readonly string[] => list.map((one) => one.guardianId);
  return {
    phase,
    // The offer ends as its last day is over: the instant itself already belongs to the day after.
    lastDay: today(offerEndsAt - 1),
    signers: all,
    waitingFor: ids(waiting),
    toJoin: ids(waiting.filter((one) => one.standing !== 'to-sign')),
    refusal: (guardianId) => {
      if (guardianId !== null && signedBy.includes(guardianId)) return 'already-signed';
      if (!awaitsSignature(state)) return 'wrong-state';
      for (const rule of SIGNER_RULES) {
        const refused = rule({ now, offerEndsAt, signers, signedBy, guardianId });
        if (refused !== null) return refused as CannotSign;
      }
      return null;
    },
  };
}

function phaseOf(state: ContractSummary['state'], inTime: boolean): Signing['phase'] {
  if (awaitsSignature(state)) return inTime ? 'open' : 'lapsed';
  return state === 'signed' ? 'in-force' : state === 'lapsed' ? 'lapsed' : 'ended';
}

/** The contract that waits for this guardian's signature, if there is one that can still be signed. */
export const contractToSign = <C extends SignedContract>(
  contracts: readonly C[],
  guardianId: string,
  now: Instant,
): C | null =>
  contracts.find((contract) => signingOf(contract, [], now).refusal(guardianId) === null) ?? null;
