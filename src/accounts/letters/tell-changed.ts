import type { Outbox } from '../../platform/outbox/outbox.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import { localPath, translator } from '../../shared/i18n.ts';
import type { Account } from '../account.ts';
import { letterMessages } from './letter-messages.ts';

interface TellDeps {
  readonly vault: Vault;
  readonly config: { readonly origin: string };
}

/** A letter to the owner, who may not be the one who changed it. */
export async function tellPasswordChanged(deps: TellDeps, outbox: Outbox, account: Account): Promise<void> {
  if (account.email === null) return;
  const t = translator(letterMessages, account.locale);
  const reset = deps.config.origin + localPath(account.locale, '/reset-password');
  await outbox.add('mail.send', {
    to: deps.vault.seal(account.email, 'outbox'),
    subject: t('changed.subject'),
    text: deps.vault.seal(t('changed.password', { reset }), 'outbox'),
  });
}

/** A letter to the address that no longer opens the account. */
export async function tellOldEmail(deps: TellDeps, outbox: Outbox, account: Account): Promise<void> {
  if (account.email === null) return;
  const t = translator(letterMessages, account.locale);
  await outbox.add('mail.send', {
    to: deps.vault.seal(account.email, 'outbox'),
    subject: t('changed.subject'),
    text: deps.vault.seal(t('changed.email'), 'outbox'),
  });
}

/** A text to the number that no longer signs in. */
export async function tellOldPhone(deps: TellDeps, outbox: Outbox, account: Account): Promise<void> {
  if (account.phone === null) return;
  const t = translator(letterMessages, account.locale);
  await outbox.add('sms.send', {
    to: deps.vault.seal(account.phone, 'outbox'),
    text: deps.vault.seal(t('changed.phone'), 'outbox'),
  });
}
