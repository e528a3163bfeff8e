/** Front door of the public benefit programmes: who may be helped, and the public ledger of what was given. */
export { assess, assessAll, type Assessment, type Finding, type Verdict } from './programmes/assess.ts';
export {
  AID_IDS,
  answerBy,
  programmeOf,
  tierFor,
  type AidId,
  type AidProgramme,
  type Programme,
  type ProgrammeId,
} from './programmes/programme.ts';
export type { Situation } from './programmes/situation.ts';
export { DISEASE_GROUPS, type DiseaseGroup, type Grant } from './ledger/grant.ts';
export { grantStore, type GrantStore, type NewGrant } from './ledger/grant-store.ts';
export { ledgerStore, type LedgerStore } from './ledger/ledger-store.ts';
export { publishLedger, type PublishDeps } from './ledger/publish-ledger.ts';
