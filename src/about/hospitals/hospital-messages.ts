import { messages } from '#src/shared/i18n.ts';

export const hospitalMessages = messages({
  cities: { zh: '山东的16个市', en: 'The 16 cities of Shandong' },
  all: { zh: '全部', en: 'All' },
  shown: { zh: '现在列出：{city}', en: 'Now showing: {city}' },
  none: {
    zh: '还没有列出医院，不等于不能办。报名时直接填医院的名称，顾问去核对。',
    en: 'None is listed yet, which does not mean it cannot be done. Type the hospital’s name when you enrol, and a counsellor checks.',
  },
  ask: { zh: '怎么问我们', en: 'How to ask us' },
  version: { zh: '{version}的名录。{source}', en: 'Directory of {version}. {source}' },
});
