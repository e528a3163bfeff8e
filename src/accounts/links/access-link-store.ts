import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { accessLinks } from '#db/schema/index.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import type { Instant } from '../../shared/clock.ts';

export type LinkPurpose = (typeof accessLinks.$inferSelect)['purpose'];

export interface AccessLink {
  readonly purpose: LinkPurpose;
  readonly accountId: string | null;
  readonly email: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

const EMAIL = 'access-link.email';

/** The only SQL on links that make or restore access. A link is found by the hash of its token and used once. */
export const accessLinkStore = (db: Db, vault: Vault) => {
  const good = (token: string, purpose: LinkPurpose, now: Instant) =>
    and(
      eq(accessLinks.tokenHash, vault.hash(token)),
      eq(accessLinks.purpose, purpose),
      isNull(accessLinks.usedAt),
      gt(accessLinks.expiresAt, now),
    );
  const opened = (row: typeof accessLinks.$inferSelect): AccessLink => ({
    purpose: row.purpose,
    accountId: row.accountId,
    email: row.email === null ? null : vault.open(row.email, EMAIL),
    payload: row.payload ?? {},
  });
  return {
    async insert(
      token: string,
      link: AccessLink & { readonly createdAt: Instant; readonly expiresAt: Instant },
    ): Promise<void> {
      await db.insert(accessLinks).values({
        ...link,
        payload: { ...link.payload },
        tokenHash: vault.hash(token),
        email: link.email === null ? null : vault.seal(link.email, EMAIL),
      });
    },
    /** Reads without using it up: what the page behind the link shows. */
    async peek(token: string, purpose: LinkPurpose, now: Instant): Promise<AccessLink | null> {
      const [row] = await db
        .select()
        .from(accessLinks)
        .where(good(token, purpose, now))
        .limit(1);
      return row ? opened(row) : null;
    },
    /** Uses the link up; null for whoever comes second. */
    async use(token: string, purpose: LinkPurpose, now: Instant): Promise<AccessLink | null> {
      const [row] = await db
        .update(accessLinks)
        .set({ usedAt: now })
        .where(good(token, purpose, now))
        .returning();
      return row ? opened(row) : null;
    },
    /** Older links of the same kind stop working when a new one is sent. */
    async withdraw(purpose: LinkPurpose, accountId: string | null, now: Instant): Promise<void> {
      await db
        .update(accessLinks)
        .set({ usedAt: now })
        .where(
          and(
            eq(accessLinks.purpose, purpose),
            isNull(accessLinks.usedAt),
            accountId === null ? isNull(accessLinks.accountId) : eq(accessLinks.accountId, accountId),
          ),
        );
    },
  };
};
export type AccessLinkStore = ReturnType<typeof accessLinkStore>;
