/**
 * Public pages the server makes for each visit, so the build cannot see them: prices change on their day without a new build.
 * The sitemap and the search take them from here. A test asks the running site and fails when a page is missing here, or
 * calls itself something else.
 */
import type { Text } from '#src/shared/i18n.ts';

export interface LivePage {
  /** Without the language. */
  readonly path: string;
  readonly title: Text;
  readonly description: Text;
  /** What else it can be found by, in whole sentences: the search shows them. */
  readonly says: Text | null;
}

export const LIVE_PAGES: readonly LivePage[] = [
  {
    path: '/prices',
    title: { zh: '一共多少钱', en: 'What it costs in all' },
    description: {
      zh: '保存脐带血的全部费用：每种缴法20年一共多少、中途不存能退多少、什么时候付。',
      en: 'Everything storage costs: each way to pay over 20 years, what comes back if you stop, and when it is due.',
    },
    says: {
      zh: '首年费用和以后每年的保管费，一次付清、分期和按年缴各是多少，退费办法，双胞胎的费用。先算清楚，不用登录。',
      en: 'The first year and every year after it: paid at once, in instalments or year by year. What is refunded, and what twins cost. Work it out without signing in.',
    },
  },
  {
    path: '/enrol',
    title: { zh: '报名保存脐带血', en: 'Enrol for cord blood storage' },
    description: {
      zh: '一页只问几样，随时可以停下，换手机也能接着填。现在不扣款：顾问收下、合同签好以后才付。',
      en: 'A few questions on each page. Stop whenever you like and go on from another phone. Nothing is charged now: you pay after we accept and the contract is signed.',
    },
    says: null,
  },
  {
    path: '/sign-in',
    title: { zh: '登录或注册', en: 'Sign in or register' },
    description: {
      zh: '用手机号和验证码登录山东省脐血库，第一次登录就会建好账号。',
      en: 'Sign in to Shandong Cord Blood Bank with your mobile number and a code. Your first sign-in makes the account.',
    },
    says: {
      zh: '登录以后查自己那一份脐带血：在哪里、检测结果、缴到哪一天，下载合同和收据。',
      en: 'Signed in, you see your own unit: where it is, its results, what is paid through when, your contract and receipts.',
    },
  },
  {
    path: '/sign-in/password',
    title: { zh: '用邮箱和密码登录', en: 'Sign in with e-mail and password' },
    description: {
      zh: '用邮箱和密码登录山东省脐血库。',
      en: 'Sign in to Shandong Cord Blood Bank with e-mail and password.',
    },
    says: null,
  },
  {
    path: '/register',
    title: { zh: '用邮箱注册', en: 'Register with e-mail' },
    description: {
      zh: '用邮箱注册山东省脐血库的账号。',
      en: 'Make an account at Shandong Cord Blood Bank with your e-mail address.',
    },
    says: null,
  },
  {
    path: '/reset-password',
    title: { zh: '重设密码', en: 'Choose a new password' },
    description: {
      zh: '忘了山东省脐血库账号的密码，可以通过邮箱重设。',
      en: 'Choose a new password for your account at Shandong Cord Blood Bank by mail.',
    },
    says: null,
  },
  {
    path: '/search',
    title: { zh: '搜索', en: 'Search' },
    description: {
      zh: '用您自己的话查：文章、名词、常见问题和办事的页面。也可以从全部主题里找。',
      en: 'Look things up in your own words: articles, terms, questions and every other page. Or choose from all topics.',
    },
    says: null,
  },
];
