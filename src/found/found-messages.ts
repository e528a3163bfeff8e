import { messages } from '#src/shared/i18n.ts';

export const foundMessages = messages({
  feedTitle: { zh: '山东省脐血库：新文章和消息', en: 'Shandong Cord Blood Bank: new articles and news' },
  feedDescription: {
    zh: '科普文章和库里的消息。每个数字都写明来源和年份。',
    en: 'Articles and news. Every figure names its source and year.',
  },
});
