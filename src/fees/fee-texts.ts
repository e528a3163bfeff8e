/** Text messages about money: the amount and where to look, nothing about health. */
import type { Vault } from '../platform/crypto/vault.ts';
import type { Outbox } from '../platform/outbox/outbox.ts';
import type { CivilDate } from '../shared/civil-date.ts';
import { formatDate, formatFen } from '../shared/format.ts';
import { localPath, messages, translator, type Locale } from '../shared/i18n.ts';
import type { Fen } from '../shared/money.ts';

/** What is needed of the families' store: the people who can sign in, with the phone opened. */
export interface FamilyPhones {
  guardiansOf(familyId: string): Promise<
    readonly {
      readonly accountId: string | null;
      readonly phone: string | null;
      readonly locale: Locale | null;
    }[]
  >;
}

const words = messages({
  due: {
    zh: '【山东省脐血库】合同签好了。这一笔是{amount}，最晚{date}付。付款：{link}',
    en: '[Shandong Cord Blood Bank] The contract is signed. {amount} is to be paid by {date} at the latest: {link}',
  },
  nextDue: {
    zh: '【山东省脐血库】下一期{amount}快到了，最晚{date}付。付款：{link}',
    en: '[Shandong Cord Blood Bank] The next payment of {amount} is due by {date}: {link}',
  },
  yearDue: {
    zh: '【山东省脐血库】下一年的保管费{amount}，最晚{date}付。付款：{link}',
    en: '[Shandong Cord Blood Bank] The storage fee for the next year, {amount}, is due by {date}: {link}',
  },
  paid: {
    zh: '【山东省脐血库】收到{amount}，收据号{receipt}。收据在“费用”里下载：{link}',
    en: '[Shandong Cord Blood Bank] We have received {amount}, receipt {receipt}. Download it under Fees: {link}',
  },
});

export type FeeText =
  | { readonly kind: 'due' | 'nextDue' | 'yearDue'; readonly amountFen: Fen; readonly dueOn: CivilDate }
  | { readonly kind: 'paid'; readonly amountFen: Fen; readonly receipt: string };

function feeText(text: FeeText, locale: Locale, origin: string): string {
  const t = translator(words, locale);
  const amount = formatFen(text.amountFen, locale);
  const link = origin + localPath(locale, '/family/fees');
  return text.kind === 'paid'
    ? t('paid', { amount, receipt: text.receipt, link })
    : t(text.kind, { amount, date: formatDate(text.dueOn, locale), link });
}

/**
 * Queues one message per guardian who has an account, each in their own language, in the transaction that made it true:
 * never lost, never twice.
 */
export async function textFamily(
  tx: { readonly families: FamilyPhones; readonly outbox: Outbox },
  deps: { readonly vault: Vault; readonly config: { readonly origin: string } },
  familyId: string,
  text: FeeText,
): Promise<void> {
  const told = new Set<string>();
  for (const { accountId, phone, locale } of await tx.families.guardiansOf(familyId)) {
    if (accountId === null || phone === null || told.has(phone)) continue;
    told.add(phone);
    const words = feeText(text, locale ?? 'zh', deps.config.origin);
    await tx.outbox.add('sms.send', {
      to: deps.vault.seal(phone, 'outbox'),
      text: deps.vault.seal(words, 'outbox'),
    });
  }
}
