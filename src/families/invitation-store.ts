import { and, desc, eq, gt, isNull, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { guardianInvitations as table } from '#db/schema/index.ts';
import type { Vault } from '../platform/crypto/vault.ts';
import type { Instant } from '../shared/clock.ts';

export interface Invitation {
  readonly id: string;
  readonly familyId: string;
  readonly guardianId: string;
  /** Where the link and the code go; 11 digits. */
  readonly phone: string;
  /** The account that invited, or `system`. */
  readonly invitedBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** Also what became of it. */
export interface InvitationRecord extends Invitation {
  readonly acceptedAt: Instant | null;
  /** Withdrawn, refused, or a newer one was sent. */
  readonly withdrawnAt: Instant | null;
}

const PHONE = 'invitation.phone';
/** A family sends few; the newest says where things stand. */
const MOST = 20;

/** The only SQL on invitations. Found by the hash of the link's token. */
export const invitationStore = (db: Db, vault: Vault) => {
  const opened = (row: typeof table.$inferSelect): Invitation => ({
    id: row.id,
    familyId: row.familyId,
    guardianId: row.guardianId,
    phone: vault.open(row.phone, PHONE),
    invitedBy: row.invitedBy,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
  });
  const recorded = (row: typeof table.$inferSelect): InvitationRecord => ({
    ...opened(row),
    acceptedAt: row.acceptedAt,
    withdrawnAt: row.withdrawnAt,
  });
  const open = (now: Instant): SQL | undefined =>
    and(isNull(table.acceptedAt), isNull(table.withdrawnAt), gt(table.expiresAt, now));
  return {
    async insert(token: string, invitation: Invitation): Promise<void> {
      await db.insert(table).values({
        ...invitation,
        tokenHash: vault.hash(token),
        phone: vault.seal(invitation.phone, PHONE),
        phoneIndex: vault.index(invitation.phone, 'phone'),
      });
    },
    /** The invitation behind a link, while it is open. */
    async byToken(token: string, now: Instant): Promise<Invitation | null> {
      const [row] = await db
        .select()
        .from(table)
        .where(and(eq(table.tokenHash, vault.hash(token)), open(now)))
        .limit(1);
      return row ? opened(row) : null;
    },
    /** The invitation behind a link, whatever has become of it. */
    async behind(token: string): Promise<InvitationRecord | null> {
      const [row] = await db
        .select()
        .from(table)
        .where(eq(table.tokenHash, vault.hash(token)))
        .limit(1);
      return row ? recorded(row) : null;
    },
    /** A family's invitations, newest first, whatever has become of them. */
    async ofFamily(familyId: string): Promise<readonly InvitationRecord[]> {
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.familyId, familyId))
        .orderBy(desc(table.createdAt), desc(table.id))
        .limit(MOST);
      return rows.map(recorded);
    },
    /** The newest open invitation of a family. */
    async openOf(familyId: string, now: Instant): Promise<Invitation | null> {
      const [row] = await db
        .select()
        .from(table)
        .where(and(eq(table.familyId, familyId), open(now)))
        .orderBy(desc(table.createdAt))
        .limit(1);
      return row ? opened(row) : null;
    },
    /** Uses it up; false for whoever comes second or too late. */
    async accept(id: string, at: Instant): Promise<boolean> {
      const accepted = await db
        .update(table)
        .set({ acceptedAt: at })
        .where(and(eq(table.id, id), open(at)))
        .returning({ id: table.id });
      return accepted.length > 0;
    },
    /** Closes one that was refused; also one that has expired, which would be renewed otherwise. */
    async close(id: string, at: Instant): Promise<boolean> {
      const closed = await db
        .update(table)
        .set({ withdrawnAt: at })
        .where(and(eq(table.id, id), isNull(table.acceptedAt), isNull(table.withdrawnAt)))
        .returning({ id: table.id });
      return closed.length > 0;
    },
    /** Closes every one of a family that waits, expired ones too; answers how many. */
    async withdrawAll(familyId: string, at: Instant): Promise<number> {
      const closed = await db
        .update(table)
        .set({ withdrawnAt: at })
        .where(and(eq(table.familyId, familyId), isNull(table.acceptedAt), isNull(table.withdrawnAt)))
        .returning({ id: table.id });
      return closed.length;
    },
  };
};
export type InvitationStore = ReturnType<typeof invitationStore>;
