/**
 * What only the operator can supply: filing numbers, the licence, how to be reached. Fixed when the site is built, so that
 * prerendered pages carry it too; an empty slot stays visibly dashed.
 */
import { parseCivilDate, type CivilDate } from '#src/shared/civil-date.ts';
import { parseOpeningHours, type OpeningHours } from '#src/shared/opening-hours.ts';

export interface Site {
  readonly licenceNumber: string | null;
  /** The authority named on the licence, as written on it. */
  readonly licenceIssuer: string | null;
  readonly licenceIssued: CivilDate | null;
  /** The last day on which the licence is valid. */
  readonly licenceUntil: CivilDate | null;
  readonly icpNumber: string | null;
  readonly psbNumber: string | null;
  /** Staffed, for people who would rather speak (无障碍环境建设法 39). */
  readonly servicePhone: string | null;
  readonly serviceHours: OpeningHours | null;
  /** For letters and paper forms, in Chinese, as it goes on an envelope. */
  readonly postalAddress: string | null;
  /** Where weaknesses are reported (RFC 9116): mailto:, https: or tel:. */
  readonly securityContact: string | null;
}

declare global {
  interface ImportMetaEnv {
    readonly LICENCE_NUMBER?: string;
    readonly LICENCE_ISSUER?: string;
    readonly LICENCE_ISSUED?: string;
    readonly LICENCE_UNTIL?: string;
    readonly ICP_NUMBER?: string;
    readonly PSB_NUMBER?: string;
    readonly SERVICE_PHONE?: string;
    readonly SERVICE_HOURS?: string;
    readonly POSTAL_ADDRESS?: string;
    readonly SECURITY_CONTACT?: string;
  }
}

/** Whether there is a way to us besides this site. Without one, no page may tell anybody to call or write. */
export const isReachable = ({
  servicePhone,
  postalAddress,
}: Pick<Site, 'servicePhone' | 'postalAddress'>): boolean => servicePhone !== null || postalAddress !== null;

const given = (value: string | undefined): string | null => value?.trim() || null;

/** A wrong value stops the build: a licence that seems to run for ever is worse than an empty slot. */
function givenAs<T>(
  name: string,
  value: string | undefined,
  read: (text: string) => T | null,
  how: string,
): T | null {
  const text = given(value);
  if (text === null) return null;
  const found = read(text);
  if (found === null) throw new Error(`${name} is "${text}". Write it as ${how}.`);
  return found;
}

export const site: Site = {
  licenceNumber: given(import.meta.env.LICENCE_NUMBER),
  licenceIssuer: given(import.meta.env.LICENCE_ISSUER),
  licenceIssued: givenAs('LICENCE_ISSUED', import.meta.env.LICENCE_ISSUED, parseCivilDate, '2026-01-31'),
  licenceUntil: givenAs('LICENCE_UNTIL', import.meta.env.LICENCE_UNTIL, parseCivilDate, '2026-01-31'),
  icpNumber: given(import.meta.env.ICP_NUMBER),
  psbNumber: given(import.meta.env.PSB_NUMBER),
  servicePhone: given(import.meta.env.SERVICE_PHONE),
  serviceHours: givenAs(
    'SERVICE_HOURS',
    import.meta.env.SERVICE_HOURS,
    parseOpeningHours,
    'Mo-Fr 08:30-17:30; Sa 09:00-12:00',
  ),
  postalAddress: given(import.meta.env.POSTAL_ADDRESS),
  securityContact: givenAs(
    'SECURITY_CONTACT',
    import.meta.env.SECURITY_CONTACT,
    (text) => (/^(mailto:\S+@\S+|https:\/\/\S+|tel:\+?[\d-]+)$/.test(text) ? text : null),
    'mailto:…, https://… or tel:…',
  ),
};
