import { cityOf } from '#src/shared/areas/areas.ts';
import { answerOf, type Answers, type Option, type Step } from '#src/shared/form.ts';
import { parseAddressLine, sentence } from '#src/shared/identifiers/index.ts';
import { printable, type FormContext } from './context.ts';
import { cityOptions, ELSEWHERE } from './pregnancy.ts';

const livesElsewhere = (answers: Answers): boolean => answerOf(answers, 'homeCity') === ELSEWHERE;

/** Two pages, so that the district list fits the city without a script. */
export const homeCityStep: Step = {
  id: 'home-city',
  title: { zh: '采集包寄到哪个市', en: 'Which city should the kit go to?' },
  short: { zh: '联系', en: 'Contact' },
  intro: {
    zh: '采集包寄到家里，生产时带去医院。住在外省也可以，只要在山东生。',
    en: 'The kit goes to your home and you take it to the hospital. You may live elsewhere, as long as the birth is in Shandong.',
  },
  fields: [
    {
      kind: 'select',
      name: 'homeCity',
      label: { zh: '现在住的市', en: 'City' },
      options: cityOptions({ zh: '山东省以外', en: 'Outside Shandong' }),
      missing: { zh: '请选一个市。', en: 'Choose a city.' },
    },
  ],
};

export const addressStep = (context: FormContext): Step => ({
  id: 'address',
  title: { zh: '联系地址', en: 'Your address' },
  short: { zh: '联系', en: 'Contact' },
  fields: [
    {
      kind: 'select',
      name: 'homeDistrict',
      label: { zh: '区、县', en: 'District or county' },
      visibleWhen: (answers) => !livesElsewhere(answers),
      options: (answers): Option[] =>
        (cityOf(answerOf(answers, 'homeCity'))?.districts ?? []).map(({ code, zh, en }) => ({
          value: code,
          label: { zh, en },
        })),
      missing: { zh: '请选区、县。', en: 'Choose a district or county.' },
    },
    {
      kind: 'text',
      name: 'homeRegion',
      label: { zh: '省、市、区县', en: 'Province, city and district' },
      visibleWhen: livesElsewhere,
      maxLength: 120,
      autocomplete: 'address-level1',
      missing: { zh: '请写省、市、区县，例如江苏省徐州市云龙区。', en: 'Enter province, city and district.' },
      check: printable(context, sentence(parseAddressLine)),
    },
    {
      kind: 'textarea',
      name: 'homeLine',
      label: { zh: '街道、小区、门牌号', en: 'Street, building and door number' },
      maxLength: 240,
      autocomplete: 'street-address',
      missing: {
        zh: '请写到门牌号，快递才能送到。',
        en: 'Enter it down to the door number, so that the courier finds you.',
      },
      check: printable(context, sentence(parseAddressLine)),
    },
  ],
});

export const OTHER_HOSPITAL = 'other';

/** The directory is a sample: it claims no cooperation, and any hospital can be typed. */
export const hospitalStep = (context: FormContext): Step => ({
  id: 'hospital',
  title: { zh: '在哪家医院生', en: 'The hospital' },
  short: { zh: '医院', en: 'Hospital' },
  intro: {
    zh: '收下报名后，顾问会与医院联系，安排采集人员。',
    en: 'Once we accept, a counsellor arranges the collection with the hospital.',
  },
  fields: [
    {
      kind: 'radio',
      name: 'hospital',
      label: { zh: '医院', en: 'Hospital' },
      options: (answers): Option[] => [
        ...context.hospitals.hospitals
          .filter((hospital) => hospital.city === answerOf(answers, 'birthCity'))
          .map((hospital) => ({ value: hospital.id, label: { zh: hospital.name, en: hospital.en } })),
        {
          value: OTHER_HOSPITAL,
          label: { zh: '别的医院', en: 'Another hospital' },
          hint: { zh: '在下面写名称', en: 'Enter its name below' },
        },
      ],
      missing: {
        zh: '请选医院；不在列表里，就选“别的医院”。',
        en: 'Choose the hospital; if it is not listed, choose “Another hospital”.',
      },
    },
    {
      kind: 'text',
      name: 'hospitalName',
      label: { zh: '别的医院的名称', en: 'Name of the other hospital' },
      hint: {
        zh: '选了“别的医院”才填。写全称，例如平邑县人民医院。',
        en: 'Only for another hospital. Give its full name.',
      },
      optional: true,
      maxLength: 80,
      check: printable(context, (answer) =>
        [...String(answer).trim()].length < 4
          ? {
              zh: '名称太短，认不出是哪家。请写全称。',
              en: 'This is too short to tell which hospital it is. Give the full name.',
            }
          : null,
      ),
    },
  ],
  check: (answers): Record<string, { zh: string; en: string }> =>
    answerOf(answers, 'hospital') === OTHER_HOSPITAL && answerOf(answers, 'hospitalName').trim() === ''
      ? { hospitalName: { zh: '请写医院的全称。', en: 'Enter the full name of the hospital.' } }
      : {},
});
