import type { CivilDate } from '#src/shared/civil-date.ts';
import type { Answers, RawAnswer } from '#src/shared/form.ts';
import type { Instant } from '#src/shared/clock.ts';
import type { Locale } from '#src/shared/i18n.ts';
import type { IdDocumentKind } from '#src/shared/identifiers/index.ts';
import type { Machine } from '#src/shared/machines/machine.ts';

export type EnrolmentState = 'submitted' | 'returned' | 'accepted' | 'declined' | 'withdrawn';
export type EnrolmentAction = 'accept' | 'return' | 'decline' | 'resubmit' | 'withdraw';

export interface EnrolmentMoveFacts {
  /** The other guardian is absent and the counsellor has not confirmed the evidence for it. */
  readonly evidenceMissing: boolean;
  /** A health answer is flagged and this counsellor has not read it, or has not said so. */
  readonly healthUnseen: boolean;
  /** Steps named for correction, when returning. */
  readonly returnedSteps: number;
  /** Reason given, when declining. */
  readonly reasonGiven: boolean;
  /** Somebody else proposed to decline: two counsellors have looked before a family is turned away. */
  readonly secondPerson: boolean;
  /** Every step is complete, when sending again. */
  readonly complete: boolean;
  /** Pages named for correction where nothing was changed and nothing said, when sending again. */
  readonly unanswered: number;
}

/** 报名: what a family sends, and what a counsellor decides. Signing and paying come after, in contracts and fees. */
export const enrolmentMachine = {
  name: 'enrolment',
  initial: 'submitted',
  states: ['submitted', 'returned', 'accepted', 'declined', 'withdrawn'],
  final: ['accepted', 'declined', 'withdrawn'],
  transitions: [
    {
      from: 'submitted',
      on: 'accept',
      to: 'accepted',
      by: 'staff',
      guards: [
        (facts) => (facts.evidenceMissing ? 'evidence-missing' : null),
        (facts) => (facts.healthUnseen ? 'health-not-seen' : null),
      ],
    },
    {
      from: 'submitted',
      on: 'return',
      to: 'returned',
      by: 'staff',
      guards: [(facts) => (facts.returnedSteps === 0 ? 'nothing-to-correct' : null)],
    },
    {
      from: ['submitted', 'returned'],
      on: 'decline',
      to: 'declined',
      by: 'staff',
      guards: [
        (facts) => (facts.reasonGiven ? null : 'reason-missing'),
        (facts) => (facts.secondPerson ? null : 'needs-another-person'),
      ],
    },
    {
      from: 'returned',
      on: 'resubmit',
      to: 'submitted',
      by: 'family',
      guards: [
        (facts) => (facts.complete ? null : 'incomplete'),
        (facts) => (facts.unanswered > 0 ? 'not-answered' : null),
      ],
    },
    { from: ['submitted', 'returned'], on: 'withdraw', to: 'withdrawn', by: 'family' },
  ],
} as const satisfies Machine<EnrolmentState, EnrolmentAction, EnrolmentMoveFacts>;

export const NO_FACTS: EnrolmentMoveFacts = {
  evidenceMissing: false,
  healthUnseen: false,
  returnedSteps: 0,
  reasonGiven: false,
  secondPerson: false,
  complete: false,
  unanswered: 0,
};

/** A health answer other than “no”: an enrolment is not accepted before a counsellor has read it. */
export const hasHealthFlag = (flags: readonly string[]): boolean =>
  flags.some((flag) => flag.startsWith('health:'));

/** What a counsellor should look at before deciding; worded in the messages. */
export type EnrolmentFlag =
  | 'absent-guardian'
  | 'birth-soon'
  | 'before-recommended-week'
  | 'multiple-birth'
  | 'hospital-typed'
  | 'mother-under-18'
  | IdentityDoubt
  | 'address-elsewhere'
  | `health:${string}`;

export interface PersonFacts {
  readonly name: string;
  readonly idKind: IdDocumentKind;
  readonly idNumber: string;
  readonly birthDate: CivilDate | null;
  readonly mobile: string;
}

export type AbsentReason = 'single-parent' | 'deceased' | 'abroad' | 'unreachable';

/** The answers of an enrolment as values: what contracts, families and the laboratory need to know. */
export interface EnrolmentFacts {
  readonly product: 'cord-blood';
  readonly locale: Locale;
  readonly plan: string;
  readonly babies: number;
  readonly dueDate: CivilDate;
  /** Name of the hospital, in Chinese where it is from the directory. */
  readonly hospital: string;
  /** Code of the hospital's city, `37xx00`. */
  readonly city: string;
  /** Which guardian filled the form in. */
  readonly applicant: 'mother' | 'other';
  readonly mother: PersonFacts;
  readonly other: PersonFacts | { readonly absent: AbsentReason };
  /** Full postal address on one line, in Chinese place names. */
  readonly address: string;
}

/** What makes a mother's document look like somebody else's: to be checked on the phone, never a refusal. */
export type IdentityDoubt = 'mother-id-male' | 'mother-age-unlikely';

export interface ReturnedStep {
  readonly step: string;
  readonly reason: string;
}

/** One time an enrolment went back and came again. */
export interface Round {
  /** Why it went back, in the counsellor's words. */
  readonly reasons: readonly ReturnedStep[];
  readonly returnedAt: Instant | null;
  readonly returnedBy: string | null;
  readonly sentAgainAt: Instant;
  /** What the family changed: field name → the answer before, null where there was none. */
  readonly before: Readonly<Record<string, RawAnswer | null>>;
}

export interface Enrolment {
  readonly id: string;
  readonly number: string;
  readonly familyId: string;
  readonly accountId: string;
  readonly product: 'cord-blood' | 'immune-cells';
  readonly state: EnrolmentState;
  readonly plan: string;
  readonly dueDate: CivilDate;
  readonly babies: number;
  readonly hospital: string;
  readonly city: string;
  readonly answers: Answers;
  readonly shown: unknown;
  readonly locale: Locale;
  readonly flags: readonly string[];
  readonly returnedFor: readonly ReturnedStep[] | null;
  /** What the family reads; while the enrolment is not declined yet, what a counsellor proposes that it reads. */
  readonly declineReason: string | null;
  /** Earlier rounds, oldest first; sealed with the answers. */
  readonly rounds: readonly Round[];
  readonly submittedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly version: number;
}

/** One draft makes one enrolment, whatever is clicked how often. */
export const enrolmentIdOf = (draftId: string): string => `enr_${draftId.slice(4)}`;
