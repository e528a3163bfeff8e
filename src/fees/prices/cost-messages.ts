import { messages } from '#src/shared/i18n.ts';

/** What plans add up to over the term, in words, chart and table. */
export const costMessages = messages({
  chartTitle: { zh: '{years}年，|一共多少', en: 'What {years} years add up to' },
  firstYear: { zh: '首年', en: 'First year' },
  sameInAll: {
    zh: '{names}的合计与“{once}”相同。',
    en: '{names}: the same in all as “{once}”.',
  },
  cheaper: {
    zh: '“{yearly}”累计付的钱，要到第{year}年才超过“{once}”。中途不存了，“{once}”退没用到的整年，“{yearly}”没有可退的。',
    en: '“{yearly}” only overtakes “{once}” in year {year}. If you stop earlier, “{once}” gives back the whole years not used; “{yearly}” has nothing to give back.',
  },
  neverDearer: {
    zh: '“{yearly}”在{years}年里一直不比“{once}”贵。',
    en: '“{yearly}” never costs more than “{once}” within {years} years.',
  },
  chartLabel: { zh: '{years}年累计费用图。{lines}', en: 'Cumulative cost over {years} years. {lines}' },
  chartLine: {
    zh: '{name}：第1年{first}，第{years}年{last}。',
    en: '{name}: {first} in year 1, {last} in year {years}.',
  },
  year: { zh: '第{year}年', en: 'Year {year}' },
  asTable: { zh: '用表格看', en: 'See it as a table' },
  byEndOf: { zh: '到第几年底', en: 'By the end of year' },
});
