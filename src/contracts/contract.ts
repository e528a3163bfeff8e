/** What a contract is: its states, who may move it, and the rules that refuse. */
import type { Actor } from '../shared/actor.ts';
import type { CivilDate } from '../shared/civil-date.ts';
import type { Instant } from '../shared/clock.ts';
import type { Locale } from '../shared/i18n.ts';
import type { Guard, Machine } from '../shared/machines/machine.ts';
import type { PlanId } from '../content/policies.ts';

export const CONTRACT_STATES = ['offered', 'partly-signed', 'signed', 'lapsed', 'terminated'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];
export type ContractAction = 'sign' | 'lapse' | 'terminate';

export type GuardianRole = 'mother' | 'other';
export type IdKind = 'resident-id' | 'passport' | 'hmt-residence' | 'foreign-pr';
export type AbsentReason = 'single-parent' | 'deceased' | 'abroad' | 'unreachable';

export interface SignerTerms {
  readonly guardianId: string;
  readonly role: GuardianRole;
  readonly name: string;
  readonly idKind: IdKind | null;
  readonly idNumber: string | null;
}

/** Everything merged into the text; kept sealed. */
export interface ContractTerms {
  readonly number: string;
  readonly locale: Locale;
  readonly product: 'cord-blood' | 'immune-cells';
  readonly offeredOn: CivilDate;
  /** The last day on which the offer can be accepted. */
  readonly offerEndsOn: CivilDate;
  readonly guardians: readonly SignerTerms[];
  readonly absent: { readonly role: GuardianRole; readonly reason: AbsentReason } | null;
  readonly address: string;
  readonly babies: number;
  readonly dueDate: CivilDate;
  readonly hospital: string;
  readonly plan: PlanId;
  /** Whom to ask: the published number, null until the operator has one, and who accepted the enrolment. */
  readonly contact: { readonly phone: string | null; readonly counsellor: string | null };
  readonly policies: {
    readonly fees: string;
    readonly refunds: string;
    readonly thresholds: string;
    readonly enrolment: string;
  };
}

/** A contract without its text: what lists and other capabilities need. */
export interface ContractSummary {
  readonly id: string;
  readonly number: string;
  readonly familyId: string;
  readonly enrolmentId: string;
  readonly state: ContractState;
  readonly locale: Locale;
  readonly plan: PlanId;
  /** Version of the fees policy the contract was made under. */
  readonly policyVersion: string;
  readonly documentSha256: string;
  /** Guardians whose signature the contract needs. */
  readonly signers: readonly string[];
  /** Those of them who have signed. */
  readonly signedBy: readonly string[];
  readonly offeredAt: Instant;
  readonly offerEndsAt: Instant;
  readonly signedAt: Instant | null;
  readonly pdfFileId: string | null;
  readonly version: number;
}

export interface Contract extends ContractSummary {
  readonly template: string;
  readonly templateVersion: string;
  readonly terms: ContractTerms;
}

export interface Signature {
  readonly id: string;
  readonly contractId: string;
  readonly guardianId: string;
  readonly accountId: string;
  readonly method: 'drawn' | 'typed';
  /** SVG path data of a drawn signature, or the typed name. */
  readonly mark: string;
  readonly documentSha256: string;
  readonly challengeId: string;
  readonly signedAt: Instant;
  readonly device: string | null;
}

export interface ContractFacts {
  readonly now: Instant;
  readonly offerEndsAt: Instant;
  readonly signers: readonly string[];
  readonly signedBy: readonly string[];
  /** The guardian who is signing; null when nobody is. */
  readonly guardianId: string | null;
  /** The hash the person was shown, the hash the contract was offered with, and the hash of the text we hold now. */
  readonly shownSha256: string;
  readonly offeredSha256: string;
  readonly heldSha256: string;
  /** Every clause that limits the bank's duties was confirmed on its own. */
  readonly limitsConfirmed: boolean;
}
type Rule = Guard<ContractFacts>;
/** All that decides whether one person may sign now, whatever the text says and whatever they have ticked. */
type SignerRule = Guard<Pick<ContractFacts, 'now' | 'offerEndsAt' | 'signers' | 'signedBy' | 'guardianId'>>;

/** 民法典 481: an offer is accepted within its period or not at all. */
const offerOpen: SignerRule = (f) => (f.now < f.offerEndsAt ? null : 'offer-ended');
const offerOver: Rule = (f) => (f.now >= f.offerEndsAt ? null : 'offer-still-open');
/** 电子签名法 13 (一)(二): the signature must be the signer's own. */
const isSigner: SignerRule = (f) =>
  f.guardianId !== null && f.signers.includes(f.guardianId) ? null : 'not-a-signer';
const notYetSigned: SignerRule = (f) =>
  f.guardianId !== null && f.signedBy.includes(f.guardianId) ? 'already-signed' : null;
/** 电子签名法 13 (三)(四): any change to the signature or to the text must be detectable. */
const textUnchanged: Rule = (f) =>
  f.shownSha256 === f.offeredSha256 && f.heldSha256 === f.offeredSha256 ? null : 'text-changed';
/** 民法典 496: a limit that was not pointed out is not part of the contract; 解释 10: a single box proves nothing. */
const limitsConfirmed: Rule = (f) => (f.limitsConfirmed ? null : 'limits-not-confirmed');

const isLast = (f: ContractFacts): boolean =>
  f.signers.every((signer) => signer === f.guardianId || f.signedBy.includes(signer));
const completes: Rule = (f) => (isLast(f) ? null : 'others-have-to-sign');
const leavesOthers: Rule = (f) => (isLast(f) ? 'nobody-left-to-sign' : null);

/** Asked by the machine when somebody signs, and by `signingOf` whenever a page or a letter speaks of signing. */
export const SIGNER_RULES: readonly SignerRule[] = [isSigner, notYetSigned, offerOpen];
const mayBeSigned: readonly Rule[] = [...SIGNER_RULES, textUnchanged, limitsConfirmed];

export const contractMachine = {
  name: 'contract',
  initial: 'offered',
  states: CONTRACT_STATES,
  final: ['lapsed', 'terminated'],
  transitions: [
    {
      from: ['offered', 'partly-signed'],
      on: 'sign',
      to: 'signed',
      by: 'family',
      guards: [...mayBeSigned, completes],
    },
    {
      from: 'offered',
      on: 'sign',
      to: 'partly-signed',
      by: 'family',
      guards: [...mayBeSigned, leavesOthers],
    },
    {
      from: 'partly-signed',
      on: 'sign',
      to: 'partly-signed',
      by: 'family',
      guards: [...mayBeSigned, leavesOthers],
    },
    { from: ['offered', 'partly-signed'], on: 'lapse', to: 'lapsed', by: 'system', guards: [offerOver] },
    { from: 'signed', on: 'terminate', to: 'terminated', by: ['family', 'staff'] },
  ],
} as const satisfies Machine<ContractState, ContractAction, ContractFacts>;

/** Still waiting for somebody's signature. */
export const awaitsSignature = (state: ContractState): boolean =>
  state === 'offered' || state === 'partly-signed';

export interface SignCommand {
  readonly contractId: string;
  readonly familyId: string;
  readonly guardianId: string;
  readonly accountId: string;
  readonly actor: Actor;
  /** The hash the page was rendered with. */
  readonly shownSha256: string;
  /** Ids of the limits ticked, one by one. */
  readonly confirmedLimits: readonly string[];
  readonly mark:
    { readonly method: 'drawn'; readonly path: string } | { readonly method: 'typed'; readonly name: string };
  readonly code: string;
  readonly device: string | null;
}

/** The form field that confirms a limit: one box each. */
export const limitFieldName = (limitId: string): string => `confirm.${limitId}`;
