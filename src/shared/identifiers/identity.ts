import type { CivilDate } from '../civil-date.ts';
import type { Text } from '../i18n.ts';
import { err, ok } from '../result.ts';
import type { Parsed } from './normalise.ts';
import { parseForeignResident, parsePassport, parseResidencePermit } from './other-documents.ts';
import { parseResidentId } from './resident-id.ts';

export const ID_KINDS = ['resident-id', 'passport', 'hmt-residence', 'foreign-pr'] as const;
export type IdDocumentKind = (typeof ID_KINDS)[number];

export const ID_KIND_NAMES: Readonly<Record<IdDocumentKind, Text>> = {
  'resident-id': { zh: '居民身份证', en: 'Resident identity card' },
  passport: { zh: '护照', en: 'Passport' },
  'hmt-residence': {
    zh: '港澳台居民居住证',
    en: 'Residence permit for Hong Kong, Macao or Taiwan residents',
  },
  'foreign-pr': { zh: '外国人永久居留身份证', en: 'Foreign permanent resident card' },
};

/** A number of one of the accepted documents, normalised, with the birth date where the number carries one. */
export interface Identity {
  readonly kind: IdDocumentKind;
  readonly number: string;
  readonly birthDate: CivilDate | null;
}

export const isIdKind = (value: string): value is IdDocumentKind =>
  (ID_KINDS as readonly string[]).includes(value);

export function parseIdentity(
  kind: IdDocumentKind,
  raw: string,
  today: CivilDate,
): Parsed<Identity, IdDocumentKind> {
  if (kind === 'passport') {
    const read = parsePassport(raw);
    return read.ok ? ok({ kind, number: read.value, birthDate: null }) : err(read.code, read.detail as Text);
  }
  const parse =
    kind === 'resident-id'
      ? parseResidentId
      : kind === 'hmt-residence'
        ? parseResidencePermit
        : parseForeignResident;
  const read = parse(raw, today);
  return read.ok
    ? ok({ kind, number: read.value.number, birthDate: read.value.birthDate })
    : err(kind, read.detail as Text);
}

/** Enough to recognise one's own card, too little to copy it: 370***********1234 → first 3 and last 4. */
export const maskIdNumber = (number: string): string =>
  number.length > 9
    ? `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`
    : `${number.slice(0, 1)}${'*'.repeat(Math.max(0, number.length - 3))}${number.slice(-2)}`;
