import { messages } from '#src/shared/i18n.ts';

export const newsMessages = messages({
  title: { zh: '新闻', en: 'News' },
  heading: { zh: '有来源的|才写', en: 'Only what |has a source' },
  description: {
    zh: '和脐带血、规则、公益有关的事，每一条写明发生在哪天、从哪里知道。',
    en: 'What happened around cord blood, its rules and the charity programmes. Each item says when, and how we know.',
  },
  lead: {
    zh: '这里不登活动照片和表扬，只写对您有用的事：发生了什么，和您有什么关系。',
    en: 'No ceremonies and no praise. Only what is of use to you: what happened, and what it means.',
  },
  list: { zh: '新的在前', en: 'Newest first' },
  listAside: {
    zh: '日期是事情发生的那天，不是登出来的那天',
    en: 'The date is the day it happened, not the day it was posted',
  },
  happened: { zh: '发生', en: 'Happened' },
  written: { zh: '写下', en: 'Written' },
  writtenLater: { zh: '{date}，按当时的公开资料补写', en: '{date}, later, from what was public' },
  sources: { zh: '来源', en: 'Sources' },
  newer: { zh: '后来的', en: 'Later' },
  older: { zh: '更早的', en: 'Earlier' },
  neighbours: { zh: '前后的新闻', en: 'Items before and after' },
});
