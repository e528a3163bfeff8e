/** Names of hospitals as a reader knows them. */
import type { Locale } from '../shared/i18n.ts';
import type { HospitalsPolicy } from './policies.ts';

/**
 * A hospital of the directory has an English form; a name that was typed, or that only the laboratory knows, stays as it came.
 * `name` is the Chinese one, as records keep it.
 */
export const hospitalIn = (policy: HospitalsPolicy, name: string, locale: Locale): string =>
  (locale === 'en' && policy.hospitals.find((hospital) => hospital.name === name)?.en) || name;
