/** Text messages about a contract: what happened and where to go, never who or what is in it. */
import type { Vault } from '../platform/crypto/vault.ts';
import type { Outbox } from '../platform/outbox/outbox.ts';
import { localPath, translator, type Locale } from '../shared/i18n.ts';
import { contractMessages } from './contract-messages.ts';
import type { GuardianContact } from './people.ts';

type Notice = 'offered' | 'other-signed' | 'in-force' | 'lapsed';

export interface NoticeDeps {
  readonly vault: Vault;
  readonly config: { readonly origin: string };
}

/** Texts everybody in `to` who has a phone; part of the caller's transaction. */
export async function tell(
  deps: NoticeDeps,
  outbox: Outbox,
  notice: Notice,
  contract: {
    readonly id: string;
    readonly number: string;
    readonly locale: Locale;
    readonly lastDay: string;
  },
  to: readonly GuardianContact[],
): Promise<void> {
  const t = translator(contractMessages, contract.locale);
  const link = `${deps.config.origin}${localPath(contract.locale, `/family/contracts/${contract.id}`)}`;
  const text = t(`sms.${notice}`, { number: contract.number, lastDay: contract.lastDay, link });
  for (const { phone } of to) {
    if (phone === null) continue;
    await outbox.add('sms.send', {
      to: deps.vault.seal(phone, 'outbox'),
      text: deps.vault.seal(text, 'outbox'),
    });
  }
}
