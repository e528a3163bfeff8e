/** /.well-known/security.txt (RFC 9116): where a weakness of the site is reported. Pure. */
import { asCivilDate } from '../../shared/civil-date.ts';

/**
 * Until this day somebody stands behind the contact; readers distrust the file afterwards. Whoever confirms that the contact
 * still works moves it on, by less than a year (RFC 9116, 2.5.5); a test asks for it 30 days before.
 */
export const SECURITY_TXT_EXPIRES = asCivilDate('2027-10-31');

interface Settings {
  /** Without a slash at the end. */
  readonly origin: string;
  /** mailto:, https: or tel:, from the build settings. Without one the contact page is named. */
  readonly contact: string | null;
}

/** The file, one field a line. */
export const securityTxt = ({ origin, contact }: Settings): string =>
  [
    `Contact: ${contact ?? `${origin}/contact`}`,
    `Expires: ${SECURITY_TXT_EXPIRES}T00:00:00.000Z`,
    'Preferred-Languages: zh, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    `Policy: ${origin}/contact`,
    '',
  ].join('\n');
