/** The door of accounts for the pages: the forms of signing in and of changing a sign-in, and what an action answered. Words and components they take from their rooms. */
export { outcomeOf, refusedDetail } from './action-outcome.ts';
export { passwordProofOf } from './changing/change-password.ts';
export { proofOf } from './changing/confirm-change.ts';
export {
  changeEmailStep,
  changePasswordStep,
  codeStep,
  confirmChangeStep,
  passwordStep,
  phoneStep,
} from './forms/account-forms.ts';
export { readFlow } from './signing-in/browser-memory.ts';
