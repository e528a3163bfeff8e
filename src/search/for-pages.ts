/** The door of search for the pages: how many were found. Words and components they take from their rooms. */
export { statusLine } from './status-line.ts';
