import { say, type Locale, type Text } from '#src/shared/i18n.ts';
import { messageOf } from '#src/shared/outcomes.ts';
import { refusalMessages } from '../enrolment-messages.ts';
import { counsellorMessages } from './counsellor-messages.ts';
import { declineMessages } from './decline-messages.ts';

const WORDS: Readonly<Record<string, Text>> = {
  ...refusalMessages,
  'purpose-missing': counsellorMessages.purposeMissing,
  'too-long': counsellorMessages.tooLong,
  'decline-reason-missing': declineMessages.whyMissing,
  'nothing-proposed': declineMessages.nothingProposed,
};
const FIELDS: Readonly<Record<string, string>> = {
  'evidence-missing': 'evidence',
  'health-not-seen': 'purpose',
  'reason-missing': 'words',
  'decline-reason-missing': 'why',
  'too-long': 'words',
  'purpose-missing': 'purpose',
};

/** Why a decision or a reveal was refused, and the field to mend; the page's own words before the house's. */
export function refusalLine(code: string, locale: Locale): { readonly name: string; readonly text: string } {
  const own = WORDS[code];
  return { name: FIELDS[code] ?? '', text: own ? say(own, locale) : messageOf(code, locale) };
}
