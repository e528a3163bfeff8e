/** The console’s own rooms: what waits for whom, one box to find a family, and the way from a unit to its people. It owns no data. */
/** What waits now for these roles, each a link with a count. A fixed number of statements. */
export { deskWork, type Work } from './desk-work.ts';
/** Families and units by a number people read out, or by a guardian’s mobile. */
export { findAnything, type Found } from './find-anything.ts';
/** Enrolment, contract, orders and units of one family, as staff may know them. */
export { tiesOf, type Ties } from './ties.ts';
/** Names and phones of a unit’s family, masked; and shown for a purpose, which is written down first. */
export { familyOfUnit, isFamilyPurpose, FAMILY_PURPOSES, revealFamily } from './family-of-unit.ts';
