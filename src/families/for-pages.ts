/** The door of families for the pages: joining a family, and what may be withdrawn. Words and components they take from their rooms. */
export { invitationWaiting } from './invitation-waiting.ts';
export { consentStep, identityWording, joinStep } from './join-step.ts';
export { linkState } from './renew-invitation.ts';
export { isNecessary } from './withdraw-consent.ts';
