/**
 * What no page that educates may say, from PRODUCT's words and the sources' own list of what must not be claimed. Inside a
 * quoted warning (“…”) the words may stand: a page has to be able to name what others promise.
 */
export const FORBIDDEN_CLAIMS: readonly (readonly [RegExp, string])[] = [
  [/包治|根治|治愈率|保证治|百分之百|100[%％]有效/, 'promises a cure'],
  [/国家级|最先进|唯一机会|独一无二|千载难逢/, 'a superlative no advertisement may use'],
  [/生物保险|生命保险|人寿保险|一份保险/, 'storage as insurance'],
  [/永久保存|永远保存|终身有效/, 'permanent storage'],
  [/治疗80多?种|80多?种疾病|八十多?种/, 'eighty diseases'],
  [/\bcures?\b|\bcured\b|\bcuring\b/i, 'cure'],
  [/\bguarantee(s|d)?\b/i, 'guarantee'],
  [/biological insurance|biologic insurance|life insurance/i, 'storage as insurance'],
  [/once-in-a-lifetime|only chance|state-of-the-art|world-class|leading bank/i, 'a superlative'],
  [/stored (for ever|forever|permanently|indefinitely)/i, 'permanent storage'],
  [/80 (different )?diseases|eighty diseases/i, 'eighty diseases'],
];

/** No price, no invitation to act, no way to be reached: the medical advertising rules, and good manners. */
export const SELLING: readonly (readonly [RegExp, string])[] = [
  [/[¥￥]\s?\d|\d+(\.\d+)?\s?(元|万元)|RMB|CNY/, 'a price'],
  [/立即|马上(报名|办理|预约)|欢迎(报名|办理|咨询|来电)|点击|抓紧|优惠|免费领/, 'an invitation'],
  [
    /\b(enrol|sign up|book|order|call us|contact us) (now|today)\b|special offer|discount\b/i,
    'an invitation',
  ],
  [/\b400-?\d{3}-?\d{4}\b|1[3-9]\d{9}|@[\w-]+\.(com|cn)/, 'a way to be reached'],
];

/** The text without its quoted warnings. */
export const outsideQuotes = (text: string): string => text.replaceAll(/“[^”]*”/g, '');

/** Everything in a text that must not stand there, in words. */
export const faultsIn = (text: string): readonly string[] =>
  [...FORBIDDEN_CLAIMS, ...SELLING].flatMap(([pattern, what]) => {
    const found = pattern.exec(outsideQuotes(text))?.[0];
    return found === undefined ? [] : [`${what}: ${found}`];
  });
