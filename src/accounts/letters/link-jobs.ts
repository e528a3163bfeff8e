import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import type { JobHandler, Outbox } from '../../platform/outbox/outbox.ts';
import { DAY, HOUR, type Clock } from '../../shared/clock.ts';
import { localPath, translator, type Locale } from '../../shared/i18n.ts';
import { ok } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { AccessLinkStore } from '../links/access-link-store.ts';
import type { AccountStore } from '../account-store.ts';
import { LINK_TOPICS } from '../links/ask-for-link.ts';
import { letterMessages } from './letter-messages.ts';

export interface AccountJobDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly config: { readonly origin: string };
  readonly transaction: Transact<{
    accounts: AccountStore;
    accessLinks: AccessLinkStore;
    audit: AuditTrail;
    outbox: Outbox;
  }>;
}

const REGISTRATION_LASTS = DAY;
const RESET_LASTS = HOUR;

/** Writes the letters people asked for. A job that runs twice writes twice: a second link harms nobody. */
export function accountJobs(deps: AccountJobDeps): Record<string, JobHandler> {
  const asked = (payload: Record<string, unknown>): { email: string; locale: Locale } => ({
    email: deps.vault.open(String(payload['email']), 'outbox'),
    locale: payload['locale'] === 'en' ? 'en' : 'zh',
  });
  const letter = (to: string, subject: string, text: string): Record<string, unknown> => ({
    to: deps.vault.seal(to, 'outbox'),
    subject,
    text: deps.vault.seal(text, 'outbox'),
  });
  const at = (locale: Locale, path: string): string => `${deps.config.origin}${localPath(locale, path)}`;

  return {
    async [LINK_TOPICS.registration](payload) {
      const { email, locale } = asked(payload);
      await deps.transaction(async ({ accounts, accessLinks, outbox }) => {
        const known = await accounts.byEmail(email);
        const t = translator(letterMessages, known?.locale ?? locale);
        if (known) {
          const door = known.isStaff ? '/staff/sign-in' : '/sign-in/password';
          const text = t('register.known', {
            signIn: at(known.locale, door),
            reset: at(known.locale, '/reset-password'),
          });
          await outbox.add('mail.send', letter(email, t('register.subject'), text));
          return ok();
        }
        const token = deps.vault.token();
        const createdAt = deps.now();
        await accessLinks.insert(token, {
          purpose: 'email-verification',
          accountId: null,
          email,
          payload: { locale },
          createdAt,
          expiresAt: createdAt + REGISTRATION_LASTS,
        });
        const text = t('register.new', { link: at(locale, `/register/${token}`) });
        await outbox.add('mail.send', letter(email, t('register.subject'), text));
        return ok();
      });
    },

    async [LINK_TOPICS.reset](payload) {
      const { email } = asked(payload);
      await deps.transaction(async ({ accounts, accessLinks, audit, outbox }) => {
        const account = await accounts.byEmail(email);
        if (!account) return ok();
        const token = deps.vault.token();
        const createdAt = deps.now();
        await accessLinks.withdraw('password-reset', account.id, createdAt);
        await accessLinks.insert(token, {
          purpose: 'password-reset',
          accountId: account.id,
          email,
          payload: {},
          createdAt,
          expiresAt: createdAt + RESET_LASTS,
        });
        const t = translator(letterMessages, account.locale);
        const text = t('reset.text', { link: at(account.locale, `/reset-password/${token}`) });
        await outbox.add('mail.send', letter(email, t('reset.subject'), text));
        await audit.record({
          action: 'account.reset-requested',
          actor: { kind: 'system', id: 'outbox' },
          object: { kind: 'account', id: account.id },
        });
        return ok();
      });
    },
  };
}
