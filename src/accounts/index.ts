/** The front door of accounts: who is who, and proving it. */
export { deviceName, maskEmail, type Account } from './account.ts';
export { authenticatorCode, newPassword, workEmail } from './account-forms.ts';
export { accountStore, type AccountStore } from './account-store.ts';
export { accessLinkStore, type AccessLink, type AccessLinkStore } from './access-link-store.ts';
export { challengeStore, type ChallengeStore } from './challenge-store.ts';
export { checkCode, type CheckCodeDeps } from './check-code.ts';
export { passwordHasher, type PasswordHasher } from './password.ts';
export { passwordFault } from './password-rules.ts';
export { ROLES, type Role } from './permissions.ts';
export { keepNext, ownPath, withNext } from './return-path.ts';
export {
  CODE_LASTS,
  RESEND_AFTER,
  sendCode,
  type CodePurpose,
  type CodeSent,
  type SendCodeDeps,
} from './send-code.ts';
export { accountOfPhone } from './sign-in-by-code.ts';
export { tryPassword, type PasswordTry, type PasswordTryDeps } from './sign-in-by-password.ts';
export { accountJobs } from './account-jobs.ts';
export { sessionStore, type SessionKind, type SessionStore } from './session-store.ts';
export * as accountDoor from './door.ts';
export type { Refused } from './refusal.ts';
