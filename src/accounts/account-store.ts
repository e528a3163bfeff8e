import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { accounts, staff } from '#db/schema/index.ts';
import type { Vault } from '../platform/crypto/vault.ts';
import type { Instant } from '../shared/clock.ts';
import type { Locale } from '../shared/i18n.ts';
import { emailKey, type Account } from './account.ts';

const PHONE = 'account.phone';
const EMAIL = 'account.email';

export interface NewAccount {
  readonly id: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly emailVerifiedAt?: Instant | null;
  readonly passwordHash?: string | null;
  readonly locale: Locale;
  readonly at: Instant;
}

/** The only SQL on accounts. Phones and addresses are sealed; look-ups go through their blind index. */
export const accountStore = (db: Db, vault: Vault) => {
  const phoneIndex = (phone: string): string => vault.index(phone, 'phone');
  const emailIndex = (email: string): string => vault.index(emailKey(email), 'email');

  const one = async (where: SQL): Promise<Account | null> => {
    const [row] = await db
      .select({ account: accounts, staffId: staff.accountId })
      .from(accounts)
      .leftJoin(staff, eq(staff.accountId, accounts.id))
      .where(where)
      .limit(1);
    if (!row) return null;
    const { id, phone, email, emailVerifiedAt, passwordHash, passwordChangedAt, locale, version } =
      row.account;
    return {
      id,
      phone: phone === null ? null : vault.open(phone, PHONE),
      email: email === null ? null : vault.open(email, EMAIL),
      emailVerifiedAt,
      passwordHash,
      passwordChangedAt,
      locale,
      version,
      isStaff: row.staffId !== null,
    };
  };

  const change = async (account: Account, set: Partial<typeof accounts.$inferInsert>): Promise<boolean> => {
    const saved = await db
      .update(accounts)
      .set({ ...set, version: sql`${accounts.version} + 1` })
      .where(and(eq(accounts.id, account.id), eq(accounts.version, account.version)))
      .returning({ id: accounts.id });
    return saved.length > 0;
  };

  return {
    byId: (id: string): Promise<Account | null> => one(eq(accounts.id, id)),
    byPhone: (phone: string): Promise<Account | null> => one(eq(accounts.phoneIndex, phoneIndex(phone))),
    byEmail: (email: string): Promise<Account | null> => one(eq(accounts.emailIndex, emailIndex(email))),

    /** False when the phone or the address already has an account. */
    async create(account: NewAccount): Promise<boolean> {
      const made = await db
        .insert(accounts)
        .values({
          id: account.id,
          phone: account.phone === null ? null : vault.seal(account.phone, PHONE),
          phoneIndex: account.phone === null ? null : phoneIndex(account.phone),
          email: account.email === null ? null : vault.seal(account.email, EMAIL),
          emailIndex: account.email === null ? null : emailIndex(account.email),
          emailVerifiedAt: account.emailVerifiedAt ?? null,
          passwordHash: account.passwordHash ?? null,
          passwordChangedAt: account.passwordHash ? account.at : null,
          locale: account.locale,
          createdAt: account.at,
        })
        .onConflictDoNothing()
        .returning({ id: accounts.id });
      return made.length > 0;
    },
    /** These four answer false when the account changed since it was read. */
    setPassword: (account: Account, passwordHash: string, at: Instant): Promise<boolean> =>
      change(account, { passwordHash, passwordChangedAt: at }),
    setPhone: (account: Account, phone: string): Promise<boolean> =>
      change(account, { phone: vault.seal(phone, PHONE), phoneIndex: phoneIndex(phone) }),
    setEmail: (account: Account, email: string, verifiedAt: Instant): Promise<boolean> =>
      change(account, {
        email: vault.seal(email, EMAIL),
        emailIndex: emailIndex(email),
        emailVerifiedAt: verifiedAt,
      }),
    setLocale: (account: Account, locale: Locale): Promise<boolean> => change(account, { locale }),
  };
};
export type AccountStore = ReturnType<typeof accountStore>;
