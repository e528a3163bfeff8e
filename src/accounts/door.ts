/** What another capability's actions need to run a door of their own: reading forms, beginning and ending sessions. */
export { deviceName } from './account.ts';
export { changePasswordStep, codeStep, passwordFieldOf, staffSignInStep } from './forms/account-forms.ts';
export { outcomeOf, refusedDetail } from './action-outcome.ts';
export {
  forgetFlow,
  knownDevice,
  readFlow,
  rememberDevice,
  rememberFlow,
} from './signing-in/browser-memory.ts';
export { changePassword } from './changing/change-password.ts';
export { endDevice, endDevices } from './changing/end-sessions.ts';
export { readForm, refusalText, typed } from './forms/refusal.ts';
export { comeIn } from './signing-in/come-in.ts';
export { beginSession, endSession } from './session.ts';
