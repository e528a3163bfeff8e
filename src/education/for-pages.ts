/** The door of education for the pages: the order of reading, and articles as addresses. Words and components they take from their rooms. */
export { inPlace, placeIn, readingOrder } from './reading.ts';
