/** The family's own front page: one look at enrolment, contract, fees and units together. It owns no data. */
export { familyOverview, type FamilyOverview, type Plate } from './family-overview.ts';
