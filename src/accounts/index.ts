/** The front door of accounts: who is who, and proving it. */
export {
  deviceName,
  FIRST_VERSION,
  maskEmail,
  provedAndChanged,
  provedBy,
  type Account,
  type Proved,
} from './account.ts';
export { authenticatorCode, newPassword, workEmail } from './forms/account-forms.ts';
export { accountStore, type AccountStore } from './account-store.ts';
export { accessLinkStore, type AccessLink, type AccessLinkStore } from './links/access-link-store.ts';
export { challengeStore, type ChallengeStore } from './codes/challenge-store.ts';
export { checkCode, tryCode, type CheckCodeDeps } from './codes/check-code.ts';
export { passwordHasher, type PasswordHasher } from './passwords/password.ts';
export { passwordFault } from './passwords/password-rules.ts';
export { ROLES, type Role } from './permissions.ts';
export { keepNext, ownPath, withNext } from './signing-in/return-path.ts';
export {
  CODE_LASTS,
  RESEND_AFTER,
  sendCode,
  type CodePurpose,
  type CodeSent,
  type SendCodeDeps,
} from './codes/send-code.ts';
export { accountOfPhone } from './signing-in/sign-in-by-code.ts';
export { tryPassword, type PasswordTry, type PasswordTryDeps } from './signing-in/sign-in-by-password.ts';
export { accountJobs } from './letters/link-jobs.ts';
export { sessionStore, type SessionKind, type SessionStore } from './session-store.ts';
export * as accountDoor from './door.ts';
export type { Refused } from './forms/refusal.ts';
