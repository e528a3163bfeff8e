/** How a contract page opens: where the signing stands for whoever is looking, and what comes next. Pure. */
import { formatDate } from '../../shared/format.ts';
import { fill, type Locale } from '../../shared/i18n.ts';
import { contractMessages } from '../contract-messages.ts';
import type { Signing } from './signing-of.ts';

export interface StandingFacts {
  readonly signing: Signing;
  /** The guardian who is looking; null for an account that is none. */
  readonly me: string | null;
  readonly nameOf: (guardianId: string) => string;
  /** When it came into force, as a date in words. */
  readonly signedOn: string;
  /** The first payment has arrived. */
  readonly paid: boolean;
}

type Key = keyof typeof contractMessages & `${'head' | 'lead'}.${string}`;

/** The heading and the sentence below it. */
export function standingWords(
  facts: StandingFacts,
  locale: Locale,
): { readonly head: string; readonly lead: string } {
  const { signing, me, paid } = facts;
  const names = (ids: readonly string[]): string =>
    ids.map(facts.nameOf).join(locale === 'zh' ? '、' : ' and ');
  const params = {
    lastDay: formatDate(signing.lastDay, locale),
    date: facts.signedOn,
    others: names(signing.waitingFor),
    joining: names(signing.toJoin),
  };
  const words = (head: Key, lead: Key) => ({
    head: fill(contractMessages[head][locale], params),
    lead: fill(contractMessages[lead][locale], params),
  });
  switch (signing.phase) {
    case 'lapsed':
      return words('head.lapsed', 'lead.lapsed');
    case 'in-force':
      return words('head.signed', paid ? 'lead.signedAndPaid' : 'lead.signed');
    case 'ended':
      return words('head.terminated', 'lead.terminated');
    case 'open': {
      const refusal = signing.refusal(me);
      if (refusal === null) return words('head.offered', 'lead.offered');
      if (refusal !== 'already-signed') return words('head.not-signer', 'lead.not-signer');
      return words('head.waiting', signing.toJoin.length > 0 ? 'lead.waitingToJoin' : 'lead.waiting');
    }
  }
}
