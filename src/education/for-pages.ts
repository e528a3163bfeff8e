/** The door of education for the pages: the order of reading, and articles as addresses. Words and components they take from their rooms. */
export { byLetter, shownSynonyms } from './glossary-order.ts';
export { inPlace, minutesOf, partsOf, placeIn, readingOrder, shortWay } from './reading.ts';
export { SCENE_OF } from './scenes.ts';
