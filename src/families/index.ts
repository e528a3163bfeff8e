/** The front door of families: who belongs together, and what they agreed to. */
export { familyJobs } from './family-jobs.ts';
export { familyStore, type FamilyStore } from './family-store.ts';
export {
  mayBeInvited,
  type AbsentReason,
  type Consent,
  type Guardian,
  type GuardianRole,
  type PresentGuardian,
} from './guardian.ts';
export { invitationStore, type Invitation, type InvitationStore } from './invitation-store.ts';
export { invitationStandings, standingOf, type InvitationStanding } from './invitation-standing.ts';
export { inviteGuardian, withdrawInvitation } from './invite-guardian.ts';
