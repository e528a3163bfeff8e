import { messages } from '#src/shared/i18n.ts';

/** Words on and under the pictures. */
export const chartMessages = messages({
  and: { zh: '、', en: ', ' },
  crosses: {
    zh: '{lower}要到第{year}年，累计才超过{higher}。存到第{before}年为止，{lower}花得少。',
    en: '“{lower}” overtakes “{higher}” only in year {year}. Up to year {before} it costs less.',
  },
  never: {
    zh: '存满{years}年，{lower}累计一直不比{higher}多。',
    en: 'Over {years} years, “{lower}” never comes to more than “{higher}”.',
  },
  firstYear: { zh: '第1年', en: 'Year 1' },
  asTable: { zh: '用表格看', en: 'Show as a table' },
  caption: { zh: '到每年年底，一共付了多少', en: 'What has been paid in all by the end of each year' },
  byEndOf: { zh: '到第几年底', en: 'By the end of' },
  year: { zh: '第{year}年', en: 'year {year}' },
  born: { zh: '出生', en: 'Born' },
  now: { zh: '现在', en: 'Now' },
});
