/** The door of charity for the pages: the check, what was given, the public ledger. Words and components they take from their rooms. */
export { codeOf, pageOfCode } from './eligibility/check-code.ts';
export { resultOf } from './eligibility/check-result.ts';
export { carried, continueCheck, firstPage } from './eligibility/check.ts';
export { eligibilityForm, situationOf } from './eligibility/eligibility-form.ts';
export { IMPACT } from './impact/figures.ts';
export { helpedWords, sumWords } from './impact/impact-words.ts';
export {
  dayWords,
  filterQuery,
  ledgerFile,
  ledgerPage,
  ledgerQuery,
  quarterWords,
} from './ledger/ledger-view.ts';
