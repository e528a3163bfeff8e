/** Every identifier people type: `parseX(raw)` answers the normalised value, or a sentence saying what to do. */
export * from './contact.ts';
export * from './credit-code.ts';
export * from './din.ts';
export * from './identity.ts';
export * from './mobile.ts';
export { plain, sentence, type Parsed } from './normalise.ts';
export * from './other-documents.ts';
export * from './person-name.ts';
export { parseResidentId, type ReadResidentId, type ResidentId } from './resident-id.ts';
