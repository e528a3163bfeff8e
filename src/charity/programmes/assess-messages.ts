import { messages } from '#src/shared/i18n.ts';

/** The age sentence is put together from these, because its numbers and days are worked out. */
export const assessMessages = messages({
  age: { zh: '今天{years}周岁。办法是{rule}。', en: 'The patient is {years} today. The rule: {rule}.' },
  ageUnderOne: {
    zh: '今天还不满1周岁。办法是{rule}。',
    en: 'The patient is not yet one year old. The rule: {rule}.',
  },
  ageUntil: {
    zh: '从{date}起就不在这个年龄里了。年龄按第一次收到申请的那天算，所以请早一点来。',
    en: 'From {date} this is no longer so. Age counts on the day an application first reaches us, so come early.',
  },
  ageFrom: { zh: '{date}起就在这个年龄里了。', en: 'From {date} the age will be right.' },
  ageOnTreatmentDay: {
    zh: '年龄按治疗那天算，日子定了再看。',
    en: 'Age counts on the day of the treatment, so this can be answered once there is a date.',
  },
});
