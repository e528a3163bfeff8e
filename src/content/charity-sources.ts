/**
 * Where the figures and rules about the programmes come from. No address is given where only a copy was seen, or where the
 * page names a sick child.
 */
import type { Text } from '#src/shared/i18n.ts';

export interface CharitySource {
  readonly title: Text;
  /** The day or month the source was published, in words. */
  readonly date: Text;
  readonly url: string | null;
  /** What a reader should know before relying on it. */
  readonly note: Text | null;
}

export const CHARITY_SOURCES = {
  'qilu-2023': {
    title: { zh: '齐鲁壹点报道', en: 'Report by Qilu Yidian' },
    date: { zh: '2023年初', en: 'early 2023' },
    url: null,
    note: {
      zh: '报道里的数字由库方提供，没有看到审计报告。',
      en: 'Its figures were supplied by the bank; we have seen no audit of them.',
    },
  },
  'release-2021': {
    title: { zh: '山东省脐血库年度新闻稿', en: 'Year-end press release of the bank' },
    date: { zh: '2021年初', en: 'early 2021' },
    url: null,
    note: {
      zh: '只见到转载，没有找到首发的地方。',
      en: 'Only a copy was seen; where it first appeared was not found.',
    },
  },
  'opening-2018': {
    title: { zh: '齐鲁晚报报道（枣庄站启动）', en: 'Qilu Evening News on the Zaozhuang opening' },
    date: { zh: '2018年5月8日', en: '8 May 2018' },
    url: null,
    note: null,
  },
  'meeting-2021': {
    title: { zh: '救助基金管理委员会评审的报道', en: 'Report of a meeting of the fund’s committee' },
    date: { zh: '2021年3月11日', en: '11 March 2021' },
    url: null,
    note: {
      zh: '这篇报道写出了一个孩子的全名、家乡和病，所以这里不放链接。',
      en: 'It prints a child’s full name, town and illness, so we do not link to it.',
    },
  },
  'interview-2014': {
    title: { zh: '凤凰网山东频道采访库方人员', en: 'Interview with bank staff, ifeng Shandong' },
    date: { zh: '2014年3月1日', en: '1 March 2014' },
    url: null,
    note: {
      zh: '说的是公共库当时的办法，红十字公共库2019年才批准。',
      en: 'It describes the public bank of that time; the Red Cross public bank was approved in 2019.',
    },
  },
  'charity-law': {
    title: { zh: '慈善法（2023年修正）第26、27条', en: 'Charity Law (as amended 2023), articles 26 and 27' },
    date: { zh: '2024年9月5日起施行', en: 'in force since 5 September 2024' },
    url: null,
    note: { zh: '这是我们自己的理解，不是律师意见。', en: 'This is our own reading, not counsel’s.' },
  },
  'civil-code': {
    title: { zh: '民法典第1006、1259条', en: 'Civil Code, articles 1006 and 1259' },
    date: { zh: '2021年1月1日起施行', en: 'in force since 1 January 2021' },
    url: null,
    note: { zh: '这是我们自己的理解，不是律师意见。', en: 'This is our own reading, not counsel’s.' },
  },
  guardianship: {
    title: {
      zh: '民法典第27、31条；最高人民法院总则编解释第13条',
      en: 'Civil Code, articles 27 and 31; Supreme People’s Court on its General Part, article 13',
    },
    date: { zh: '2021年1月1日、2022年3月1日起施行', en: 'in force since 1 January 2021 and 1 March 2022' },
    url: null,
    note: { zh: '这是我们自己的理解，不是律师意见。', en: 'This is our own reading, not counsel’s.' },
  },
  'order-818': {
    title: {
      zh: '国务院令第818号',
      en: 'State Council Order 818',
    },
    date: { zh: '2026年5月1日起施行', en: 'in force since 1 May 2026' },
    url: null,
    note: { zh: '这是我们自己的理解，不是律师意见。', en: 'This is our own reading, not counsel’s.' },
  },
  'jinan-2023': {
    title: {
      zh: '济南市红十字会申请指南',
      en: 'Guide of the Red Cross of Jinan',
    },
    date: { zh: '2023年8月18日', en: '18 August 2023' },
    url: null,
    note: null,
  },
  'angel-2024': {
    title: {
      zh: '中国红十字基金会小天使基金申请指南，见地方红十字会网页',
      en: 'Little Angel fund of the Chinese Red Cross Foundation, guide on a local Red Cross page',
    },
    date: { zh: '2024年8月5日', en: '5 August 2024' },
    url: null,
    note: null,
  },
  'acog-771': {
    title: {
      zh: 'ACOG第771号委员会意见',
      en: 'ACOG Committee Opinion No. 771',
    },
    date: { zh: '2019年3月', en: 'March 2019' },
    url: 'https://www.acog.org/clinical/clinical-guidance/committee-opinion/articles/2019/03/umbilical-cord-blood-banking',
    note: null,
  },
  'banking-cohorts-2015': {
    title: {
      zh: 'Journal of Blood Medicine综述里的三组采集数据',
      en: 'Three series of collections reviewed in the Journal of Blood Medicine',
    },
    date: { zh: '2015年', en: '2015' },
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC4340371',
    note: {
      zh: '是别的国家和别的库，只说明一个大概。',
      en: 'Other banks in other countries: an indication, no more.',
    },
  },
} as const satisfies Readonly<Record<string, CharitySource>>;

export type CharitySourceId = keyof typeof CHARITY_SOURCES;
export const charitySource = (id: CharitySourceId): CharitySource => CHARITY_SOURCES[id];
