/**
 * A family's way through the house, told with the use cases people's own clicks call: nothing is written behind the product's
 * back. Each step has an instant, so that a whole cast can be played in the order things happened.
 */
import { acceptInvitation } from '../../../src/families/answer-invitation.ts';
import { accountOfPhone, sendCode } from '../../../src/accounts/index.ts';
import { sendSigningCode } from '../../../src/contracts/signing/send-signing-code.ts';
import { signContract } from '../../../src/contracts/signing/sign-contract.ts';
import { limitsOf } from '../../../src/contracts/index.ts';
import type { Deps } from '../../../src/deps.ts';
import {
  confirmDecline,
  decideEnrolment,
  ENROLMENT_FORM,
  enrolmentForm,
  formContext,
  saveStep,
  submitEnrolment,
  proposeDecline,
} from '../../../src/enrolment/index.ts';
import { HEALTH_QUESTIONS } from '../../../src/enrolment/form/health.ts';
import { applyPaymentEvent, startCheckout } from '../../../src/fees/index.ts';
import type { Actor } from '../../../src/shared/actor.ts';
import { journey as journeyOf, type Answers } from '../../../src/shared/form.ts';
import type { Locale } from '../../../src/shared/i18n.ts';
import { expectOk } from '../../../src/shared/result.ts';
import type { Person } from './person.ts';

export interface FamilyTraits {
  readonly locale: Locale;
  readonly mother: Person;
  /** The other guardian, or why there is none to sign. */
  readonly other: Person | { readonly absent: 'single-parent' | 'deceased' | 'abroad' | 'unreachable' };
  readonly babies?: number;
  readonly plan?: 'yearly' | 'prepaid' | 'instalments-12' | 'instalments-24';
  /** `YYYY-MM-DD`. */
  readonly dueDate: string;
  readonly birthCity?: string;
  readonly hospital?: string;
  /** A health question answered with yes, and what was said about it. */
  readonly health?: { readonly question: string; readonly detail: string };
}

const typed = (civil: string): string =>
  civil
    .split('-')
    .map((part) => String(Number(part)))
    .join('-');

const personAnswers = (who: 'mother' | 'other', person: Person): Answers => ({
  [`${who}Name`]: person.name,
  [`${who}IdKind`]: person.idKind,
  [`${who}IdNumber`]: person.idNumber,
  ...(person.birthDate === undefined ? {} : { [`${who}BirthDate`]: person.birthDate }),
  [`${who}Mobile`]: person.mobile,
});

/** Everything this family types into the enrolment form. */
export function answersOf(traits: FamilyTraits, deps: Deps): Answers {
  const { mother, other, health } = traits;
  const answers: Record<string, string> = {
    birthCity: traits.birthCity ?? '370100',
    dueDate: typed(traits.dueDate),
    babies: String(traits.babies ?? 1),
    applicant: 'mother',
    ...(personAnswers('mother', mother) as Record<string, string>),
    otherPresent: 'absent' in other ? 'absent' : 'present',
    ...('absent' in other
      ? { absentReason: other.absent, absentDeclaration: 'yes' }
      : (personAnswers('other', other) as Record<string, string>)),
    homeCity: '370100',
    homeDistrict: '370102',
    homeLine: '样例路 1 号样例小区 2 号楼 301',
    hospital: traits.hospital ?? 'jinan-mch',
    ...Object.fromEntries(
      HEALTH_QUESTIONS.map(({ name }) => [name, name === health?.question ? 'yes' : 'no']),
    ),
    ...(health ? { [`${health.question}Detail`]: health.detail } : {}),
    plan: traits.plan ?? 'yearly',
  };
  for (const consent of formContext(deps).consents)
    if (consent.necessary) answers[`consent-${consent.id}`] = 'yes';
  return answers;
}

/** One family in the house; the methods are the clicks, in the order a family makes them. */
export class FamilyInHouse {
  readonly deps: Deps;
  readonly traits: FamilyTraits;
  accountId = '';
  otherAccountId = '';
  familyId = '';
  enrolmentId = '';
  contractId = '';

  constructor(deps: Deps, traits: FamilyTraits) {
    this.deps = deps;
    this.traits = traits;
  }

  private get actor(): Actor {
    return { kind: 'family', id: this.accountId };
  }

  /** The newest text to a phone; what it says is all a person has. */
  private async newestSms(mobile: string, wanted: RegExp): Promise<string> {
    await this.deps.runJobs();
    const messages = await this.deps.read.devMessages.newest({ recipient: mobile, limit: 10 });
    for (const { body } of messages) {
      const found = wanted.exec(body)?.[1];
      if (found !== undefined) return found;
    }
    throw new Error(`no text to ${mobile} matches ${String(wanted)}`);
  }

  private readonly codeFor = (mobile: string): Promise<string> =>
    this.newestSms(mobile, /(?<!\d)(\d{6})(?!\d)/);

  async signsUp(): Promise<void> {
    const { mother, locale } = this.traits;
    this.accountId = expectOk(await accountOfPhone(this.deps, mother.mobile, locale)).accountId;
  }

  /** Fills in the form up to and including `last`, or all of it. */
  async fillsIn(last?: string): Promise<void> {
    const answers = answersOf(this.traits, this.deps);
    const steps = journeyOf(enrolmentForm(formContext(this.deps)), answers);
    const upTo = last === undefined ? steps.length : steps.findIndex(({ id }) => id === last) + 1;
    for (const step of steps.slice(0, upTo)) {
      const draft = await this.deps.read.drafts.ofAccount(this.accountId, ENROLMENT_FORM);
      expectOk(
        await saveStep(this.deps, {
          accountId: this.accountId,
          familyId: null,
          subject: null,
          step: step.id,
          answers: Object.fromEntries(step.fields.map(({ name }) => [name, answers[name] ?? ''])),
          seen: draft?.version ?? 0,
        }),
      );
    }
  }

  async submits(): Promise<void> {
    const draft = await this.deps.read.drafts.ofAccount(this.accountId, ENROLMENT_FORM);
    if (!draft) throw new Error('nothing to submit');
    const { locale } = this.traits;
    const { accountId, actor } = this;
    this.enrolmentId = expectOk(
      await submitEnrolment(this.deps, {
        actor,
        accountId,
        familyId: null,
        locale,
        draftId: draft.id,
        subject: null,
      }),
    ).id;
    this.familyId = (await this.deps.read.families.ofAccount(accountId))?.id ?? '';
    await this.deps.runJobs();
  }

  async isDecidedOn(
    staffId: string,
    decision: Parameters<typeof decideEnrolment>[1]['decision'],
  ): Promise<void> {
    const enrolment = await this.deps.read.enrolments.byId(this.enrolmentId);
    if (!enrolment) throw new Error('no enrolment to decide on');
    const actor: Actor = { kind: 'staff', id: staffId };
    expectOk(
      await decideEnrolment(this.deps, { actor, id: enrolment.id, version: enrolment.version, decision }),
    );
    await this.deps.runJobs();
    this.contractId = (await this.deps.read.contracts.ofEnrolment(this.enrolmentId))?.id ?? '';
  }

  /** Puts one page right that was returned, and sends everything again. */
  async corrects(step: string, changes: Readonly<Record<string, string>>): Promise<void> {
    const answers = { ...answersOf(this.traits, this.deps), ...changes };
    const page = enrolmentForm(formContext(this.deps)).steps.find(({ id }) => id === step);
    const by = { actor: this.actor, accountId: this.accountId, familyId: this.familyId };
    expectOk(
      await saveStep(this.deps, {
        ...by,
        subject: this.enrolmentId,
        step,
        answers: Object.fromEntries((page?.fields ?? []).map(({ name }) => [name, answers[name] ?? ''])),
        seen: 0,
      }),
    );
    const draft = await this.deps.read.drafts.ofSubject(this.enrolmentId);
    const { locale } = this.traits;
    const sent = { ...by, locale, draftId: draft?.id ?? '', subject: this.enrolmentId };
    expectOk(await submitEnrolment(this.deps, sent));
    await this.deps.runJobs();
  }

  private readonly as = async (id: string) => ({
    actor: { kind: 'staff', id } as const,
    id: this.enrolmentId,
    version: (await this.deps.read.enrolments.byId(this.enrolmentId))?.version ?? 0,
  });

  async isToBeDeclined(by: string, words: string): Promise<void> {
    expectOk(await proposeDecline(this.deps, { ...(await this.as(by)), reason: 'health', words }));
  }

  /** One counsellor proposes, another confirms. */
  async isDeclined(by: { readonly first: string; readonly second: string }, words: string): Promise<void> {
    await this.isToBeDeclined(by.first, words);
    expectOk(await confirmDecline(this.deps, await this.as(by.second)));
    await this.deps.runJobs();
  }

  isAccepted = (staffId: string): Promise<void> =>
    this.isDecidedOn(staffId, { action: 'accept', evidenceChecked: 'absent' in this.traits.other });

  /** The second guardian follows the link in the text, and proves the phone. */
  async otherJoins(): Promise<void> {
    const { other, locale } = this.traits;
    if ('absent' in other) return;
    const token = await this.newestSms(other.mobile, /\/invitation\/([\w-]+)/);
    const invitation = await this.deps.read.invitations.byToken(token, this.deps.now());
    if (!invitation) throw new Error('the invitation is gone');
    const subject = invitation.id;
    expectOk(await sendCode(this.deps, { purpose: 'invitation', phone: other.mobile, subject, locale }));
    const code = await this.codeFor(other.mobile);
    this.otherAccountId = expectOk(
      await acceptInvitation(this.deps, { token, code, agreed: true, locale }),
    ).accountId;
  }

  private async signs(person: Person, accountId: string): Promise<void> {
    const { deps, contractId, familyId } = this;
    const { locale } = this.traits;
    const guardianId = (await deps.read.families.ofAccount(accountId))?.guardianId ?? '';
    const contract = await deps.read.contracts.forFamily(contractId, familyId);
    if (!contract) throw new Error('no contract to sign');
    const signer = { contractId, familyId, guardianId, accountId };
    expectOk(await sendSigningCode(deps, { ...signer, locale, address: '127.0.0.1' }));
    const [document] = (await deps.read.contracts.textOf(contractId)).documents;
    if (!document) throw new Error('a contract without a text');
    expectOk(
      await signContract(deps, {
        ...signer,
        actor: { kind: 'family', id: accountId },
        shownSha256: contract.documentSha256,
        confirmedLimits: limitsOf(document).map(({ id }) => id),
        mark: { method: 'typed', name: person.name },
        code: await this.codeFor(person.mobile),
        device: 'sample',
      }),
    );
    await deps.runJobs();
  }

  motherSigns = (): Promise<void> => this.signs(this.traits.mother, this.accountId);

  async otherSigns(): Promise<void> {
    const { other } = this.traits;
    if (!('absent' in other)) await this.signs(other, this.otherAccountId);
  }

  /** Pays what is due first; the provider of the seed answers at once. */
  async pays(): Promise<void> {
    const { deps, familyId } = this;
    const order = (await deps.read.orders.ofContract(this.contractId)).find(({ state }) => state === 'open');
    if (!order) throw new Error('nothing to pay');
    expectOk(
      await startCheckout(deps, {
        orderId: order.id,
        familyId,
        locale: this.traits.locale,
        actor: this.actor,
      }),
    );
    expectOk(
      await applyPaymentEvent(deps, {
        id: `evt_sample_${order.id}`,
        type: 'checkout.session.completed',
        kind: 'paid',
        orderId: order.id,
        checkoutId: `cs_sample_${order.id}`,
        paymentId: `pi_sample_${order.id}`,
        amountFen: order.amountFen,
        currency: 'cny',
      }),
    );
    await deps.runJobs();
  }

  async contractNumber(): Promise<string> {
    const contract = await this.deps.read.contracts.forFamily(this.contractId, this.familyId);
    if (!contract) throw new Error('no contract');
    return contract.number;
  }
}
