/** What somebody fills in to book, as data. */
import { answerOf, type Answers, type Field, type RawAnswer, type Step } from '../../shared/form.ts';
import { parseEmail, parseMobile, sentence } from '../../shared/identifiers/index.ts';
import type { Text } from '../../shared/i18n.ts';
import { fill } from '../../shared/i18n.ts';
import { expectOk } from '../../shared/result.ts';
import { bookingMessages as words } from './booking-messages.ts';

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u;
const LONGEST_NAME = 30;

/** As typed, single-spaced: what people are called is theirs to say, so there is little to check. */
export const tidyName = (raw: string): string => raw.replace(/\s+/gu, ' ').trim().normalize('NFC');

const checkName = (raw: RawAnswer): Text | null =>
  typeof raw === 'string' && INVISIBLE.test(tidyName(raw)) ? words.nameInvisible : null;

const name: Field = {
  kind: 'text',
  name: 'name',
  label: words.name,
  hint: words.nameHint,
  autocomplete: 'name',
  width: 'w10',
  maxLength: LONGEST_NAME,
  check: checkName,
  missing: words.nameMissing,
};

const phone: Field = {
  kind: 'tel',
  name: 'phone',
  label: words.phone,
  hint: words.phoneHint,
  autocomplete: 'tel',
  check: sentence(parseMobile),
  missing: words.phoneMissing,
};

const email: Field = {
  kind: 'email',
  name: 'email',
  label: words.email,
  hint: words.emailHint,
  autocomplete: 'email',
  optional: true,
  check: sentence(parseEmail),
};

/** 2个人 · 2 people. */
export const peopleWords = (count: number): Text =>
  count === 1
    ? words['people.1']
    : { zh: fill(words['people.n'].zh, { count }), en: fill(words['people.n'].en, { count }) };

/** One to `most`, nothing chosen beforehand. */
export const peopleField = (most: number, label: Text = words.people): Field => ({
  kind: 'radio',
  name: 'people',
  label,
  options: Array.from({ length: most }, (_, at) => ({ value: String(at + 1), label: peopleWords(at + 1) })),
  missing: words.peopleMissing,
});

export const bookingStep = (most: number): Step => ({
  id: 'book',
  title: words.bookTitle,
  short: words.bookTitle,
  fields: [peopleField(most), name, phone, email],
});

export const findStep: Step = {
  id: 'find',
  title: words.findTitle,
  short: words.findTitle,
  fields: [{ ...phone, hint: words.findLead }],
};

export interface BookingAnswers {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly people: number;
}

/** Of answers that were checked. */
export const bookingAnswers = (answers: Answers): BookingAnswers => {
  const address = answerOf(answers, 'email').trim();
  return {
    name: tidyName(answerOf(answers, 'name')),
    phone: expectOk(parseMobile(answerOf(answers, 'phone'))),
    email: address === '' ? null : expectOk(parseEmail(address)),
    people: Number(answerOf(answers, 'people')),
  };
};
