/** What happens to contracts after a commit elsewhere: offers are made, PDFs are set, old offers end. */
import type { PlanId } from '../content/policies.ts';
import type { EnrolmentFacts, EnrolmentStore } from '../enrolment/index.ts';
import type { JobHandler } from '../platform/outbox/outbox.ts';
import type { Result } from '../shared/result.ts';
import type { AbsentReason, GuardianRole, SignerTerms } from './contract.ts';
import { createOffer, type CreateOffer, type OfferDeps } from './offer/create-offer.ts';
import { lapseOffer } from './offer/lapse-offer.ts';
import type { GuardianBook, GuardianContact, StaffNames } from './people.ts';
import { storePdf, type StorePdfDeps } from './paper/store-pdf.ts';

export interface ContractJobDeps extends OfferDeps, Omit<StorePdfDeps, 'read' | 'transaction'> {
  readonly read: StorePdfDeps['read'] & {
    readonly enrolments: EnrolmentStore;
    readonly families: GuardianBook;
    readonly staff: StaffNames;
  };
}

const idIn = (payload: Record<string, unknown>, name: string): string => {
  const id = payload[name];
  if (typeof id !== 'string') throw new Error(`the job has no ${name}`);
  return id;
};

/** A refused job is a fault for the worker: it is tried again, then raised. */
const mustSucceed = (result: Result<unknown, string>): void => {
  if (!result.ok) throw Object.assign(new Error(`refused: ${result.code}`), { code: result.code });
};

/** The people of the form, matched to the family's guardians by the slot they fill. */
function offerOf(
  enrolment: { readonly id: string; readonly familyId: string; readonly facts: EnrolmentFacts },
  people: readonly GuardianContact[],
  counsellor: string | null,
): CreateOffer {
  const { facts } = enrolment;
  const signer = (role: GuardianRole, person: EnrolmentFacts['mother']): SignerTerms => {
    const guardian = people.find((one) => one.role === role);
    if (!guardian) throw new Error(`the family of enrolment ${enrolment.id} has no guardian "${role}"`);
    return {
      guardianId: guardian.id,
      role,
      name: person.name,
      idKind: person.idKind,
      idNumber: person.idNumber,
    };
  };
  const absent = 'absent' in facts.other ? facts.other.absent : null;
  return {
    enrolmentId: enrolment.id,
    familyId: enrolment.familyId,
    product: facts.product,
    plan: facts.plan as PlanId,
    locale: facts.locale,
    babies: facts.babies,
    dueDate: facts.dueDate,
    hospital: facts.hospital,
    address: facts.address,
    guardians: [
      signer('mother', facts.mother),
      ...('absent' in facts.other ? [] : [signer('other', facts.other)]),
    ],
    absent: absent === null ? null : { role: 'other', reason: absent satisfies AbsentReason },
    counsellor,
  };
}

/** Topic → handler; the wiring subscribes them under the name `contracts`. */
export const contractJobs = (deps: ContractJobDeps): Record<string, JobHandler> => ({
  'enrolment.accepted': async (payload) => {
    const enrolment = await deps.read.enrolments.byId(idIn(payload, 'enrolmentId'));
    if (!enrolment) throw new Error('the accepted enrolment is gone');
    const people = await deps.read.families.guardiansOf(enrolment.familyId);
    const accepted =
      enrolment.decidedBy === null ? null : await deps.read.staff.byAccount(enrolment.decidedBy);
    mustSucceed(await createOffer(deps, offerOf(enrolment, people, accepted?.name ?? null)));
  },
  'contract.signed': (payload) => storePdf(deps, { contractId: idIn(payload, 'contractId') }),
  'contract.offer-ends': async (payload) =>
    mustSucceed(await lapseOffer(deps, { contractId: idIn(payload, 'contractId') })),
});
