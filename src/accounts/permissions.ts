/**
 * The authorisation table: every route and every action, and who may use it. `admit()` looks itself up here, and a test
 * walks the build's own manifest: a route without a row fails.
 */
export const ROLES = [
  'counsellor',
  'lab',
  'finance',
  'claims',
  'charity-reviewer',
  'committee-member',
  'editor',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

export type Who =
  | 'anyone'
  /** Any signed-in person, with a family or not yet. */
  | 'account'
  /** A guardian: signed in and belonging to a family. Objects are looked up within that family. */
  | 'family'
  /** Staff who are signed in, whatever their roles. */
  | 'any-staff'
  | { readonly staff: readonly Role[] }
  | { readonly apiScope: string }
  | 'signed-webhook'
  /** Demo and test only; production answers 404. */
  | 'development';

/** Who makes events and stands at their door. */
const EVENT_STAFF = { staff: ['editor', 'administrator'] } as const satisfies Who;

/** Route pattern as Astro's manifest prints it → method → who. Pages answer GET and, for forms without JavaScript, POST. */
export const routes: Readonly<Record<string, { readonly GET?: Who; readonly POST?: Who }>> = {
  '/[...lang]': { GET: 'anyone' },
  '/[...lang]/home': { GET: 'anyone' },
  '/[...lang]/learn': { GET: 'anyone' },
  '/[...lang]/learn/[slug]': { GET: 'anyone' },
  '/[...lang]/glossary': { GET: 'anyone' },
  '/[...lang]/faq': { GET: 'anyone' },
  '/[...lang]/search': { GET: 'anyone' },
  '/[...lang]/rss.xml': { GET: 'anyone' },
  '/[...lang]/prices': { GET: 'anyone' },
  '/[...lang]/charity': { GET: 'anyone' },
  '/[...lang]/charity/aid-fund': { GET: 'anyone' },
  '/[...lang]/charity/kindling': { GET: 'anyone' },
  '/[...lang]/charity/public-bank': { GET: 'anyone' },
  '/[...lang]/charity/research-fund': { GET: 'anyone' },
  '/[...lang]/charity/eligibility': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/charity/ledger': { GET: 'anyone' },
  '/[...lang]/charity/ledger.csv': { GET: 'anyone' },
  '/[...lang]/about': { GET: 'anyone' },
  '/[...lang]/about/licence': { GET: 'anyone' },
  '/[...lang]/about/laboratory': { GET: 'anyone' },
  '/[...lang]/about/quality': { GET: 'anyone' },
  '/[...lang]/about/research': { GET: 'anyone' },
  '/[...lang]/about/immune-cells': { GET: 'anyone' },
  '/[...lang]/news': { GET: 'anyone' },
  '/[...lang]/news/[slug]': { GET: 'anyone' },
  '/[...lang]/contact': { GET: 'anyone' },
  '/[...lang]/hospitals': { GET: 'anyone' },
  '/[...lang]/privacy': { GET: 'anyone' },
  '/[...lang]/privacy/children': { GET: 'anyone' },
  '/[...lang]/terms': { GET: 'anyone' },
  '/[...lang]/accessibility': { GET: 'anyone' },
  '/.well-known/security.txt': { GET: 'anyone' },
  '/404': { GET: 'anyone' },
  '/500': { GET: 'anyone' },
  '/en/404': { GET: 'anyone' },
  '/en/500': { GET: 'anyone' },
  '/staff/404': { GET: 'anyone' },
  '/en/staff/404': { GET: 'anyone' },

  '/[...lang]/sign-in': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/sign-in/code': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/sign-in/password': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/register': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/register/[token]': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/reset-password': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/reset-password/[token]': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/invitation/[token]': { GET: 'anyone', POST: 'anyone' },

  '/[...lang]/events': { GET: 'anyone' },
  '/[...lang]/events/past': { GET: 'anyone' },
  '/[...lang]/events/[id]': { GET: 'anyone' },
  '/[...lang]/events/[id].ics': { GET: 'anyone' },
  '/[...lang]/events/[id]/book': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/events/[id]/code': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/events/[id]/find': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/events/booking/[token]': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/events/booking/[token]/cancel': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/events/booking/[token].ics': { GET: 'anyone' },

  '/[...lang]/enrol': { GET: 'anyone', POST: 'account' },
  '/[...lang]/enrol/[step]': { GET: 'account', POST: 'account' },
  '/[...lang]/enrol/submitted/[id]': { GET: 'family' },
  '/enrol/keep': { POST: 'account' },

  '/[...lang]/family': { GET: 'account' },
  '/[...lang]/family/enrolments/[id]': { GET: 'family', POST: 'family' },
  '/[...lang]/family/contracts/[id]': { GET: 'family', POST: 'family' },
  '/[...lang]/family/contracts/[id]/sign': { GET: 'family', POST: 'family' },
  '/family/contracts/[id].pdf': { GET: 'family' },
  '/[...lang]/family/fees': { GET: 'family' },
  '/[...lang]/family/orders/[id]': { GET: 'family', POST: 'family' },
  '/[...lang]/family/orders/[id]/return': { GET: 'family' },
  '/family/receipts/[id].pdf': { GET: 'family' },
  '/[...lang]/family/units/[din]': { GET: 'family', POST: 'family' },
  '/[...lang]/family/documents': { GET: 'family' },
  '/[...lang]/family/guardians': { GET: 'family', POST: 'family' },
  '/[...lang]/family/account': { GET: 'account', POST: 'account' },
  '/[...lang]/family/invitation': { GET: 'account', POST: 'account' },

  '/staff/sign-in': { GET: 'anyone', POST: 'anyone' },
  '/en/staff/sign-in': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/staff/set-up/[token]': { GET: 'anyone', POST: 'anyone' },
  '/[...lang]/staff': { GET: 'any-staff' },
  '/[...lang]/staff/account': { GET: 'any-staff', POST: 'any-staff' },
  '/[...lang]/staff/find': { GET: { staff: ['counsellor', 'lab'] }, POST: { staff: ['counsellor', 'lab'] } },
  '/[...lang]/staff/enrolments': { GET: { staff: ['counsellor'] }, POST: { staff: ['counsellor'] } },
  '/[...lang]/staff/enrolments/[id]': { GET: { staff: ['counsellor'] }, POST: { staff: ['counsellor'] } },
  '/[...lang]/staff/units': { GET: { staff: ['counsellor', 'lab'] } },
  '/[...lang]/staff/units/care': {
    GET: { staff: ['counsellor', 'lab', 'finance'] },
    POST: { staff: ['counsellor', 'lab'] },
  },
  '/[...lang]/staff/units/[din]': {
    GET: { staff: ['counsellor', 'lab'] },
    POST: { staff: ['counsellor'] },
  },
  '/[...lang]/staff/money': { GET: { staff: ['finance'] } },
  '/[...lang]/staff/money/[id]': { GET: { staff: ['finance'] }, POST: { staff: ['finance'] } },
  '/[...lang]/staff/events': { GET: EVENT_STAFF },
  '/[...lang]/staff/events/new': { GET: EVENT_STAFF, POST: EVENT_STAFF },
  '/[...lang]/staff/events/[id]': { GET: EVENT_STAFF, POST: EVENT_STAFF },
  '/[...lang]/staff/events/[id]/edit': { GET: EVENT_STAFF, POST: EVENT_STAFF },
  '/[...lang]/staff/events/[id]/door': { GET: EVENT_STAFF, POST: EVENT_STAFF },
  '/[...lang]/staff/events/[id]/registrants.csv': { POST: EVENT_STAFF },
  '/[...lang]/staff/team': { GET: { staff: ['administrator'] }, POST: { staff: ['administrator'] } },
  '/[...lang]/staff/audit': { GET: { staff: ['auditor', 'administrator'] } },

  '/api/v1/openapi.json': { GET: 'anyone' },
  '/api/[...path]': { GET: 'anyone', POST: 'anyone' },
  '/api/v1/units/[din]/events': { POST: { apiScope: 'units:write' } },
  '/api/v1/unit-events': { POST: { apiScope: 'units:write' } },
  '/webhooks/stripe': { POST: 'signed-webhook' },

  '/dev/outbox': { GET: 'development' },
};

/**
 * The row of a route. Some pages of the console are reached under an address that is spelled out instead of a pattern
 * (astro.config.mjs, `consoleFirst`): they have the row of the page they are.
 */
export const rowOf = (pattern: string): (typeof routes)[string] | undefined =>
  [pattern, pattern.replace(/^(?:\/en)?\/staff(?=\/)/, '/[...lang]/staff')]
    .filter((name) => Object.hasOwn(routes, name))
    .map((name) => routes[name])[0];

/** Whether somebody with these roles may open a page of the console; `path` as in the table, without its language. */
export function mayOpen(path: string, roles: readonly Role[]): boolean {
  const who = routes[`/[...lang]${path}`]?.GET;
  return (
    who === 'any-staff' ||
    (typeof who === 'object' && 'staff' in who && who.staff.some((role) => roles.includes(role)))
  );
}

/** Action name as in `src/actions/index.ts` → who. */
export const actions = {
  'accounts.sendSignInCode': 'anyone',
  'accounts.enterSignInCode': 'anyone',
  'accounts.signInWithPassword': 'anyone',
  'accounts.register': 'anyone',
  'accounts.confirmRegistration': 'anyone',
  'accounts.requestReset': 'anyone',
  'accounts.resetPassword': 'anyone',
  'accounts.signOut': 'anyone',
  'accounts.signOutEverywhere': 'account',
  'accounts.endSession': 'account',
  'accounts.sendPasswordCode': 'account',
  'accounts.changePassword': 'account',
  'accounts.changeLanguage': 'account',
  'accounts.sendPhoneCode': 'account',
  'accounts.changePhone': 'account',
  'accounts.sendEmailCode': 'account',
  'accounts.changeEmail': 'account',

  'families.inviteGuardian': 'family',
  'families.withdrawInvitation': 'family',
  'families.withdrawConsent': 'family',
  'families.sendInvitationCode': 'anyone',
  'families.acceptInvitation': 'anyone',
  'families.refuseInvitation': 'anyone',
  'families.renewInvitation': 'anyone',
  'families.acceptWaiting': 'account',
  'families.refuseWaiting': 'account',

  'enrolment.saveStep': 'account',
  'enrolment.submit': 'account',
  'enrolment.withdraw': 'family',
  'enrolment.decide': { staff: ['counsellor'] },
  'enrolment.proposeDecline': { staff: ['counsellor'] },
  'enrolment.answerDecline': { staff: ['counsellor'] },
  'enrolment.reveal': { staff: ['counsellor'] },
  'enrolment.find': { staff: ['counsellor'] },

  'events.book': 'anyone',
  'events.find': 'anyone',
  'events.sendAgain': 'anyone',
  'events.enterCode': 'anyone',
  'events.reduce': 'anyone',
  'events.cancel': 'anyone',
  'events.create': EVENT_STAFF,
  'events.edit': EVENT_STAFF,
  'events.publish': EVENT_STAFF,
  'events.cancelEvent': EVENT_STAFF,
  'events.changeCapacity': EVENT_STAFF,
  'events.bookForCaller': EVENT_STAFF,
  'events.cancelFor': EVENT_STAFF,
  'events.reveal': EVENT_STAFF,
  'events.findAtDoor': EVENT_STAFF,
  'events.checkIn': EVENT_STAFF,
  'events.undoCheckIn': EVENT_STAFF,
  'events.walkIn': EVENT_STAFF,

  'desk.find': { staff: ['counsellor', 'lab'] },
  'desk.revealFamily': { staff: ['counsellor'] },

  'contracts.sendCode': 'family',
  'contracts.sign': 'family',

  'fees.pay': 'family',
  'fees.settleHeld': { staff: ['finance'] },

  'staff.signIn': 'anyone',
  'staff.setUp': 'anyone',
  'staff.changePassword': 'any-staff',
  'staff.endSession': 'any-staff',
  'staff.signOutEverywhere': 'any-staff',
  'staff.invite': { staff: ['administrator'] },
  'staff.changeRoles': { staff: ['administrator'] },
  'staff.disable': { staff: ['administrator'] },
  'staff.enable': { staff: ['administrator'] },

  'units.decide': 'family',
  'units.askForCall': 'family',
  'units.takeCallBack': 'family',
  'units.closeTask': { staff: ['counsellor', 'lab'] },
  'units.showNumber': { staff: ['counsellor'] },
} as const satisfies Readonly<Record<string, Who>>;
