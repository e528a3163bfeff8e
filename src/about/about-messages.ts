import { messages } from '#src/shared/i18n.ts';

/** Words the pages of this room share; what one page says lies in src/content/about. */
export const aboutMessages = messages({
  sources: { zh: '来源', en: 'Sources' },
  sourcesLine: {
    zh: '没有网址的，是没有找到原始网页，只读到转载或存稿。',
    en: 'Where there is no address, the original page was not found and only a copy was read.',
  },
  sourceCount: { zh: '{count}个来源', en: '{count} sources' },
  checkedOn: { zh: '{date}对照来源核对过', en: 'Compared with its sources on {date}' },
  notReviewed: { zh: '尚未经医学审阅', en: 'Not yet medically reviewed' },
  notCounsel: { zh: '尚未经律师确认', en: 'Not yet confirmed by counsel' },
  version: { zh: '版本{version}', en: 'Version of {version}' },
  'sure.read': { zh: '读过原文', en: 'read in full' },
  'sure.second-hand': { zh: '转述', en: 'at second hand' },
  'sure.inferred': { zh: '推断', en: 'inferred' },
  'sure.not-found': { zh: '没有查到', en: 'not found' },
  notConfigured: { zh: '待运营方填写', en: 'to be supplied by the operator' },
  limitOf: { zh: '要知道：', en: 'To know: ' },
  governs: {
    zh: '中文文本为准。',
    en: 'Where this page and the Chinese one differ, the Chinese governs.',
  },
});
