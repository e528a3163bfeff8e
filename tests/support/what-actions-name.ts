/** What each action names, for the test that tries them with what belongs to others. */
import type { actions } from '../../src/accounts/permissions.ts';
import { enrolmentForm, formContext } from '../../src/enrolment/index.ts';
import type { FullHouse, Ids, Person } from './everybody.ts';

/** What an action names: who may use it, the form that names the object, and the page it stands on. */
export interface Names {
  readonly as: (house: FullHouse) => Person;
  readonly form: (ids: Ids, deps: FullHouse['deps']) => Readonly<Record<string, string>>;
  readonly at?: (ids: Ids, mine: Ids) => string;
  /** Staff see every family's: only what does not exist is refused. */
  readonly everybodys?: true;
}
const guardian = (one: FullHouse): Person => one.guardian;
const OPEN = { as: (one: FullHouse) => one.visitor, everybodys: true } as const;
const atEvent = (name: string) => (ids: Ids) => `/staff/events/${ids.event}${name}`;
const editor = { as: (one: FullHouse) => one.staff.editor, at: atEvent(''), everybodys: true } as const;
const door = { ...editor, at: (_: Ids, mine: Ids) => `/staff/events/${mine.event}/door` };
const counsellor = { as: (one: FullHouse) => one.staff.counsellor, everybodys: true } as const;
const administrator = { as: (one: FullHouse) => one.staff.administrator, everybodys: true } as const;
const SEATS = { name: '张三', phone: '13900000009', people: '1' };

/** A new action says here what it names, or why it names nothing. */
export const NAMES: Readonly<Record<keyof typeof actions, Names | string>> = {
  'accounts.sendSignInCode': 'a phone number, and answers alike for all',
  'accounts.enterSignInCode': 'what this browser keeps',
  'accounts.signInWithPassword': 'an address, and answers alike for all',
  'accounts.register': 'an address, and answers alike for all',
  'accounts.confirmRegistration': 'a token nobody can guess',
  'accounts.requestReset': 'an address, and answers alike for all',
  'accounts.resetPassword': 'a token nobody can guess',
  'accounts.signOut': 'this browser',
  'accounts.signOutEverywhere': 'oneself',
  'accounts.endSession': { as: guardian, form: ({ session }) => ({ session }) },
  'accounts.sendPasswordCode': 'oneself',
  'accounts.changePassword': 'oneself',
  'accounts.changeLanguage': 'oneself',
  'accounts.sendPhoneCode': 'oneself',
  'accounts.changePhone': 'oneself',
  'accounts.sendEmailCode': 'oneself',
  'accounts.changeEmail': 'oneself',

  'families.inviteGuardian': { as: guardian, form: (ids) => ({ guardian: ids.guardian }) },
  'families.withdrawInvitation': 'the own family’s one open invitation',
  'families.withdrawConsent': { as: guardian, form: ({ consent }) => ({ consent }) },
  'families.sendInvitationCode': 'a token nobody can guess',
  'families.acceptInvitation': 'a token nobody can guess',
  'families.refuseInvitation': 'a token nobody can guess',
  'families.renewInvitation': 'a token nobody can guess',
  'families.acceptWaiting': 'the invitation to the own, proved number',
  'families.refuseWaiting': 'the invitation to the own, proved number',

  'enrolment.saveStep': {
    as: guardian,
    form: ({ returned }, deps) => ({
      for: returned,
      step: enrolmentForm(formContext(deps)).steps[0]?.id ?? '',
    }),
  },
  'enrolment.submit': { as: guardian, form: ({ draft, returned }) => ({ draft, for: returned }) },
  'enrolment.withdraw': { as: guardian, form: ({ enrolment }) => ({ id: enrolment }) },
  'enrolment.decide': {
    ...counsellor,
    form: ({ enrolment }) => ({
      id: enrolment,
      version: '1',
      decision: 'accept',
      evidence: 'yes',
      health: 'yes',
    }),
  },
  'enrolment.proposeDecline': {
    ...counsellor,
    form: ({ enrolment }) => ({ id: enrolment, version: '1', why: 'other', words: '没有合作医院' }),
  },
  'enrolment.answerDecline': {
    ...counsellor,
    form: ({ enrolment }) => ({ id: enrolment, version: '1', answer: 'confirm' }),
  },
  'enrolment.reveal': {
    ...counsellor,
    form: ({ enrolment }) => ({ id: enrolment, purpose: 'call-the-family' }),
  },
  'enrolment.find': 'what was typed to search by; finding nothing is an answer',

  'desk.find': 'what was typed to search by; finding nothing is an answer',
  'desk.revealFamily': { ...counsellor, form: ({ din }) => ({ din, purpose: 'call-the-family' }) },

  'events.book': { ...OPEN, form: () => SEATS, at: ({ event }: Ids) => `/events/${event}/book` },
  'events.find': {
    ...OPEN,
    form: () => ({ phone: '13900000009' }),
    at: ({ event }: Ids) => `/events/${event}/find`,
  },
  'events.sendAgain': 'what this browser keeps',
  'events.enterCode': 'what this browser keeps',
  'events.reduce': {
    ...OPEN,
    form: () => ({ people: '1' }),
    at: ({ session }: Ids) => `/events/booking/${session}`,
  },
  'events.cancel': {
    ...OPEN,
    form: () => ({}),
    at: ({ session }: Ids) => `/events/booking/${session}/cancel`,
  },
  'events.create': 'nothing that is there already',
  'events.edit': 'walked below: its form has to be right before it looks for the event',
  'events.publish': { ...editor, form: () => ({ version: '1' }) },
  'events.cancelEvent': { ...editor, form: () => ({ version: '1', reasonZh: '停课', reasonEn: 'Off' }) },
  'events.changeCapacity': { ...editor, form: () => ({ version: '1', capacity: '20' }) },
  'events.bookForCaller': { ...editor, form: () => SEATS },
  'events.cancelFor': {
    ...door,
    at: (_, { event }) => `/staff/events/${event}`,
    form: ({ booking }) => ({ booking }),
  },
  'events.reveal': {
    ...door,
    at: (_, { event }) => `/staff/events/${event}`,
    form: ({ booking }) => ({ booking, purpose: 'call-registrant' }),
  },
  'events.findAtDoor': 'a code as typed; finding nobody is an answer',
  'events.checkIn': { ...door, form: ({ booking }) => ({ booking, people: '1' }) },
  'events.undoCheckIn': { ...door, form: ({ booking }) => ({ booking }) },
  'events.walkIn': { ...editor, at: atEvent('/door'), form: () => ({ people: '1' }) },

  'contracts.sendCode': { as: guardian, form: ({ contract }) => ({ contractId: contract }) },
  'contracts.sign': {
    as: guardian,
    form: ({ contract }) => ({ contractId: contract, name: '林样例', method: 'typed', code: '123456' }),
  },

  'fees.pay': { as: guardian, form: ({ order }) => ({ order }) },
  'fees.settleHeld': {
    as: (one) => one.staff.finance,
    everybodys: true,
    form: ({ held }) => ({ id: held, version: '1', decision: 'propose', reason: '退回' }),
  },

  'staff.signIn': 'an address, and answers alike for all',
  'staff.setUp': 'a token nobody can guess',
  'staff.changePassword': 'oneself',
  'staff.endSession': { as: (one) => one.staff.lab, form: ({ session }) => ({ session }) },
  'staff.signOutEverywhere': 'oneself',
  'staff.invite': 'somebody who is not there yet',
  'staff.changeRoles': { ...administrator, form: ({ account }) => ({ account, roles: 'lab' }) },
  'staff.disable': { ...administrator, form: ({ account }) => ({ account }) },
  'staff.enable': { ...administrator, form: ({ account }) => ({ account }) },

  'units.decide': { as: guardian, form: ({ din }) => ({ din, disposition: 'disposal', version: '1' }) },
  'units.askForCall': { as: guardian, form: ({ din }) => ({ din, slot: 'morning' }) },
  'units.takeCallBack': { as: guardian, form: ({ din }) => ({ din }) },
  // The id of another kind of work is no task.
  'units.closeTask': { ...counsellor, form: ({ held }) => ({ id: held, version: '1', outcome: 'reached' }) },
  'units.showNumber': { ...counsellor, form: ({ held }) => ({ id: held }) },
};
