/** The door of families for the pages: joining a family, and what may be withdrawn. Words and components they take from their rooms. */
export { identityWording, joinStep } from './join-step.ts';
export { isNecessary } from './withdraw-consent.ts';
