/** The door of staff for the pages: the console’s door and team. Words and components they take from their rooms. */
export { staffSignIn } from './door/staff-door-actions.ts';
export {
  factorFields,
  firstSetUpStep,
  inviteStep,
  passwordFields,
  setUpStep,
  whoFields,
} from './staff-forms.ts';
