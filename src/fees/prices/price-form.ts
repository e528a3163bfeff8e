/** The two questions of the calculator, as fields the form renderer knows, and how an answer in the address is read. Pure. */
import type { EnrolmentPolicy, FeesPolicy } from '../../content/policies.ts';
import type { Field } from '../../shared/form.ts';
import { fill, type Text } from '../../shared/i18n.ts';

interface Read {
  readonly value: number;
  readonly typed: string;
  readonly error: Text | null;
}
export interface Question {
  readonly field: Field;
  /** An answer from the address: absent means the usual one. */
  read(typed: string | null): Read;
}

const WHOLE: Text = {
  zh: '请填1到{most}之间的整数。下面先按{usual}计算。',
  en: 'Enter a whole number from 1 to {most}. What follows is for {usual}.',
};

/** Full-width digits and stray blanks are forgiven; a minus is not a blank: −1 babies are not one, and 2–5 is no number. */
const digits = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '');

function question(field: Field, most: number, usual: number): Question {
  return {
    field,
    read(typed) {
      if (typed === null) return { value: usual, typed: String(usual), error: null };
      const text = digits(typed);
      const value = /^\d{1,3}$/.test(text) ? Number(text) : 0;
      if (value >= 1 && value <= most) return { value, typed: String(value), error: null };
      const error = { zh: fill(WHOLE.zh, { most, usual }), en: fill(WHOLE.en, { most, usual }) };
      return { value: usual, typed: typed.slice(0, 20), error };
    },
  };
}

/** The most babies one contract can name, and the years of the term, come from the policies in force. */
export function priceForm(
  fees: FeesPolicy,
  enrolment: EnrolmentPolicy,
): { readonly babies: Question; readonly years: Question } {
  return {
    babies: question(
      {
        kind: 'number',
        name: 'babies',
        label: { zh: '几个宝宝', en: 'How many babies' },
        hint: { zh: '双胞胎填2，每个宝宝一份。', en: 'For twins enter 2; each baby is a unit of its own.' },
        missing: { zh: '请填宝宝的数量。', en: 'Enter how many babies.' },
      },
      enrolment.maxBabies,
      1,
    ),
    years: question(
      {
        kind: 'number',
        name: 'years',
        label: { zh: '打算存几年', en: 'How many years to store' },
        hint: {
          zh: fill('最长{years}年。不确定的话，多试几个数。', { years: fees.termYears }),
          en: fill('At most {years}. If you are not sure, try a few.', { years: fees.termYears }),
        },
        missing: { zh: '请填年数。', en: 'Enter how many years.' },
      },
      fees.termYears,
      fees.termYears,
    ),
  };
}
