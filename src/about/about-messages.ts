import { messages } from '#src/shared/i18n.ts';

/** Words the pages of this room share; what one page says lies in src/content/about. */
export const aboutMessages = messages({
  room: { zh: '公开与核对', en: 'Open to check' },
  find: { zh: '找到我们', en: 'Find us' },
  rules: { zh: '规则', en: 'The rules' },
  about: { zh: '我们是谁', en: 'Who we are' },
  licence: { zh: '执业许可与监督', en: 'Licence and oversight' },
  laboratory: { zh: '实验室与保存', en: 'Laboratory and storage' },
  quality: { zh: '质量承诺', en: 'Quality promises' },
  research: { zh: '研究与人员', en: 'Research and people' },
  immuneCells: { zh: '免疫细胞项目', en: 'Immune cells' },
  news: { zh: '新闻', en: 'News' },
  contact: { zh: '电话、来信与投诉', en: 'Phone, post, complaints' },
  hospitals: { zh: '医院目录', en: 'Hospitals' },
  privacy: { zh: '隐私说明', en: 'Privacy' },
  children: { zh: '儿童隐私', en: 'Children’s privacy' },
  terms: { zh: '使用条款', en: 'Terms of use' },
  accessibility: { zh: '无障碍声明', en: 'Accessibility' },

  sources: { zh: '来源', en: 'Sources' },
  sourcesLine: {
    zh: '没有网址的，是没有找到原始网页，只读到转载或存稿。',
    en: 'Where there is no address, the original page was not found and only a copy was read.',
  },
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
