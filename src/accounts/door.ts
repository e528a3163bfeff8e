/** What another capability's actions need to run a door of their own: reading forms, beginning and ending sessions. */
export { deviceName } from './account.ts';
export {
  changePasswordFields,
  changePasswordStep,
  codeStep,
  staffSignInStep,
} from './forms/account-forms.ts';
export { outcomeOf, refusedDetail } from './action-outcome.ts';
export {
  forgetFlow,
  knownDevice,
  readFlow,
  rememberDevice,
  rememberFlow,
} from './signing-in/browser-memory.ts';
export { changePassword } from './changing/change-account.ts';
export { readForm, refusalText, typed } from './forms/refusal.ts';
export { beginSession, endAllSessions, endSession } from './session.ts';
