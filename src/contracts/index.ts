/** The front door of contracts: offering, signing and keeping what a family and the bank agreed. */
export {
  contractMachine,
  limitFieldName,
  type AbsentReason,
  type Contract,
  type ContractState,
  type ContractSummary,
  type ContractTerms,
  type Signature,
} from './contract.ts';
/** Who has signed, who must, until when, and what one person can do: asked by pages, letters and the family home. */
export {
  contractToSign,
  signingOf,
  type CannotSign,
  type SignerStanding,
  type Signing,
} from './signing/signing-of.ts';
/** The words and steps of that standing. */
export { standingWords } from './signing/standing-words.ts';
export { signingSteps } from './signing/signing-steps.ts';
/** Structure of the text, and the clauses to confirm one by one. */
export { limitsOf, type ContractDocument } from './text/contract-document.ts';
export { hashTail } from './text/contract-html.ts';
/** `contractStore(db, vault)`: one line in the wiring, named `contracts`. */
export { contractStore, type ContractStore } from './contract-store.ts';
export { contractMessages } from './contract-messages.ts';
/** A refused signature as sentences beside their fields. */
export { signingProblems } from './signing/signing-problems.ts';
export { maskPhone } from './people.ts';
/** Topic → handler for the outbox: one line in the wiring. */
export { contractJobs, type ContractJobDeps } from './contract-jobs.ts';
