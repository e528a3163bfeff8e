import { messages } from '#src/shared/i18n.ts';

export const qualityMessages = messages({
  'within.hours': { zh: '{within}小时以内', en: 'Within {within} hours' },
  'within.working-days': { zh: '{within}个工作日以内', en: 'Within {within} working days' },
  'within.days-before': { zh: '提前{within}天', en: '{within} days before' },
  how: { zh: '怎么说', en: 'How' },
  then: { zh: '然后', en: 'Then' },
  seen: { zh: '在哪里看到：{where}', en: 'Where you see it: {where}' },
  firstYear: {
    zh: '第一份年度数字还没有公布。公布以前，这里不写任何比例。',
    en: 'The first yearly figures have not been published. Until they are, no rate stands here.',
  },
});
