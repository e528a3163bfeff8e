/**
 * What no page that educates may say: a price, an invitation to buy, a way to be reached by the seller, a promise
 * (广告法 17, 19, 46; the words of the bank's own list). Pure.
 */
import type { EventContent } from '../event.ts';

const NOT_HERE: readonly RegExp[] = [
  /[¥￥]\s?\d|\d+(?:\.\d+)?\s?(?:元|万元)|\b(?:RMB|CNY)\b/g,
  /优惠|打折|特价|立减|免费领|抽奖|礼包|赠送|名额有限|抓紧|立即报名|马上报名/g,
  /包治|根治|治愈率|保证治|国家级|最先进|唯一机会|独一无二|生命保险|生物保险|一份保险/g,
  /\b400-?\d{3}-?\d{4}\b|1[3-9]\d{9}/g,
  /\b(?:cures?|cured|guaranteed?|discount|special offer|free gift|hurry|life insurance|only chance|state-of-the-art)\b/gi,
];

/** The words found, as they stand; empty when the text is plain. */
export function sellingWords({ title, summary, covers, speaker, access }: EventContent): readonly string[] {
  const text = [title, summary, speaker, access]
    .flatMap(({ zh, en }) => [zh, en])
    .concat(covers.zh, covers.en)
    .join('\n');
  return [...new Set(NOT_HERE.flatMap((pattern) => text.match(pattern) ?? []))];
}
