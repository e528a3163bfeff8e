import { message, type Outbox } from '../../platform/outbox/outbox.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import { localPath, translator } from '../../shared/i18n.ts';
import type { Account } from '../account.ts';
import { letterMessages } from './letter-messages.ts';

interface TellDeps {
  readonly vault: Vault;
  readonly config: { readonly origin: string };
}

/** To the owner, who may not be the one who changed it: a letter, and a text where there is a phone. */
export async function tellPasswordChanged(deps: TellDeps, outbox: Outbox, account: Account): Promise<void> {
  const { vault } = deps;
  const t = translator(letterMessages, account.locale);
  if (account.phone !== null)
    await outbox.add('sms.send', message.sms(vault, account.phone, t('changed.password.text')));
  if (account.email === null) return;
  const reset = deps.config.origin + localPath(account.locale, '/reset-password');
  const text = t('changed.password', { reset });
  await outbox.add('mail.send', message.mail(vault, account.email, t('changed.subject'), text));
}

/** A letter to the address that no longer opens the account. */
export async function tellOldEmail(deps: TellDeps, outbox: Outbox, account: Account): Promise<void> {
  if (account.email === null) return;
  const t = translator(letterMessages, account.locale);
  await outbox.add(
    'mail.send',
    message.mail(deps.vault, account.email, t('changed.subject'), t('changed.email')),
  );
}

/** A text to the number that no longer signs in. */
export async function tellOldPhone(deps: TellDeps, outbox: Outbox, account: Account): Promise<void> {
  if (account.phone === null) return;
  const t = translator(letterMessages, account.locale);
  await outbox.add('sms.send', message.sms(deps.vault, account.phone, t('changed.phone')));
}
