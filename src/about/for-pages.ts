/** The door of about for the pages: how to report a weakness. Words and components they take from their rooms. */
export { securityTxt } from './contact/security-txt.ts';
