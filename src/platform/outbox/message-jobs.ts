import type { Vault } from '../crypto/vault.ts';
import type { Mailer } from '../mail/mail.ts';
import type { SmsSender } from '../sms/sms.ts';
import type { JobHandler } from './outbox.ts';

/** Sends what `message.sms` and `message.mail` sealed. */
export const messageJobs = (deps: {
  vault: Vault;
  mail: Mailer;
  sms: SmsSender;
}): Record<string, JobHandler> => ({
  'sms.send': async ({ to, text }) => {
    await deps.sms.send({
      to: deps.vault.open(String(to), 'outbox'),
      text: deps.vault.open(String(text), 'outbox'),
    });
  },
  'mail.send': async ({ to, subject, text }) => {
    await deps.mail.send({
      to: deps.vault.open(String(to), 'outbox'),
      subject: String(subject),
      text: deps.vault.open(String(text), 'outbox'),
    });
  },
});
