/** Text messages about a contract: what happened and where to go, never who or what is in it. */
import type { Vault } from '../platform/crypto/vault.ts';
import type { Outbox } from '../platform/outbox/outbox.ts';
import { formatDate } from '../shared/format.ts';
import { localPath, translator, type Locale } from '../shared/i18n.ts';
import type { ContractTerms } from './contract.ts';
import { contractMessages } from './contract-messages.ts';
import type { GuardianContact } from './people.ts';

type Notice = 'offered' | 'other-signed' | 'in-force' | 'lapsed';

export interface NoticeDeps {
  readonly vault: Vault;
  readonly config: { readonly origin: string };
}

/** Texts everybody in `to` who has a phone, each in their own language; part of the caller's transaction. */
export async function tell(
  deps: NoticeDeps,
  outbox: Outbox,
  notice: Notice,
  contract: {
    readonly id: string;
    readonly number: string;
    readonly locale: Locale;
    readonly terms: Pick<ContractTerms, 'offerEndsOn'>;
  },
  to: readonly GuardianContact[],
): Promise<void> {
  for (const { phone, locale: own, accountId } of to) {
    if (phone === null) continue;
    const locale = own ?? contract.locale;
    const text = translator(contractMessages, locale)(`sms.${notice}`, {
      number: contract.number,
      lastDay: formatDate(contract.terms.offerEndsOn, locale),
      // Nobody reads a contract before they have joined: the link leads them to their invitation, through signing in.
      link:
        deps.config.origin +
        localPath(locale, accountId === null ? '/family/invitation' : `/family/contracts/${contract.id}`),
    });
    await outbox.add('sms.send', {
      to: deps.vault.seal(phone, 'outbox'),
      text: deps.vault.seal(text, 'outbox'),
    });
  }
}
