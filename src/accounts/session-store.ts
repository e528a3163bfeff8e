import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { accounts, guardians, sessions, staff } from '#db/schema/index.ts';
import type { Instant } from '../shared/clock.ts';
import type { Locale } from '../shared/i18n.ts';

export type SessionKind = 'family' | 'staff';

export interface NewSession {
  readonly idHash: string;
  readonly accountId: string;
  readonly kind: SessionKind;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly endsAt: Instant;
  readonly device: string | null;
}

/** A session with the person behind it, as one join finds them. */
export interface FoundSession extends NewSession {
  readonly locale: Locale;
  readonly familyId: string | null;
  readonly guardianId: string | null;
  readonly staffName: string | null;
  readonly staffRoles: readonly string[] | null;
  readonly staffDisabledAt: Instant | null;
}

const sessionColumns = {
  idHash: sessions.idHash,
  accountId: sessions.accountId,
  kind: sessions.kind,
  createdAt: sessions.createdAt,
  lastSeenAt: sessions.lastSeenAt,
  endsAt: sessions.endsAt,
  device: sessions.device,
};

/** The only SQL on sessions. Ids come in hashed; nothing here ever sees a cookie's value. */
export const sessionStore = (db: Db) => {
  const prepareFind = () =>
    db
      .select({
        ...sessionColumns,
        locale: accounts.locale,
        familyId: guardians.familyId,
        guardianId: guardians.id,
        staffName: staff.name,
        staffRoles: staff.roles,
        staffDisabledAt: staff.disabledAt,
      })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .leftJoin(guardians, eq(guardians.accountId, sessions.accountId))
      .leftJoin(staff, eq(staff.accountId, sessions.accountId))
      .where(eq(sessions.idHash, sql.placeholder('idHash')))
      .limit(1)
      .prepare();
  let find: ReturnType<typeof prepareFind> | undefined;

  return {
    /** Session, account, guardian and staff row in one statement: what every signed-in page begins with. */
    async find(idHash: string): Promise<FoundSession | null> {
      const [row] = await (find ??= prepareFind()).all({ idHash });
      return row ?? null;
    },
    /** Nothing, and false, when the account is no longer of the version its owner was proved for. */
    async insert(session: NewSession, provedVersion: number): Promise<boolean> {
      const [account] = await db
        .select({ version: accounts.version })
        .from(accounts)
        .where(eq(accounts.id, session.accountId))
        .limit(1);
      if (account?.version !== provedVersion) return false;
      await db.insert(sessions).values(session);
      return true;
    },
    async touch(idHash: string, at: Instant): Promise<void> {
      await db.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.idHash, idHash));
    },
    async remove(idHash: string): Promise<void> {
      await db.delete(sessions).where(eq(sessions.idHash, idHash));
    },
    /** Ends one session of this account; the account is part of the key so that nobody ends another's. */
    async removeOf(accountId: string, idHash: string): Promise<boolean> {
      const gone = await db
        .delete(sessions)
        .where(and(eq(sessions.idHash, idHash), eq(sessions.accountId, accountId)))
        .returning({ idHash: sessions.idHash });
      return gone.length > 0;
    },
    async removeAllOf(accountId: string, exceptIdHash?: string): Promise<void> {
      await db
        .delete(sessions)
        .where(
          exceptIdHash === undefined
            ? eq(sessions.accountId, accountId)
            : and(eq(sessions.accountId, accountId), ne(sessions.idHash, exceptIdHash)),
        );
    },
    /** Sessions that have not reached their absolute end, newest use first. At most 50: a person has few devices. */
    async ofAccount(accountId: string, now: Instant): Promise<NewSession[]> {
      return db
        .select(sessionColumns)
        .from(sessions)
        .where(and(eq(sessions.accountId, accountId), gt(sessions.endsAt, now)))
        .orderBy(desc(sessions.lastSeenAt))
        .limit(50);
    },
    async removeEnded(now: Instant): Promise<void> {
      await db.delete(sessions).where(lt(sessions.endsAt, now));
    },
  };
};
export type SessionStore = ReturnType<typeof sessionStore>;
