import { messages } from '#src/shared/i18n.ts';

export const laboratoryMessages = messages({
  version: {
    zh: '{version}起的标准。{source}',
    en: 'Requirements since {version}. {source}',
  },
  atLeast: { zh: '至少{value}', en: 'at least {value}' },
  atMost: { zh: '最多{value}', en: 'at most {value}' },
  nothingGrows: { zh: '什么都没长出来', en: 'nothing grows' },
  notFound: { zh: '没有测到', en: 'not found' },
  forInformation: { zh: '供医生参考', en: 'for the doctor' },
  typical: {
    zh: '发表的数据：一半的份高于{median}，最低{min}，最高{max}',
    en: 'Published: half of the units above {median}, lowest {min}, highest {max}',
  },
});
