import { and, asc, eq, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { accounts, staff } from '#db/schema/index.ts';
import type { Role } from '../accounts/index.ts';
import type { Vault } from '../platform/crypto/vault.ts';
import type { StaffMember } from './staff-member.ts';

const SECRET = 'staff.totp';

/** The only SQL on staff. */
export const staffStore = (db: Db, vault: Vault) => {
  const select = async (where: SQL | undefined, limit: number): Promise<StaffMember[]> => {
    const rows = await db
      .select({ member: staff, email: accounts.email })
      .from(staff)
      .innerJoin(accounts, eq(accounts.id, staff.accountId))
      .where(where)
      .orderBy(asc(staff.accountId))
      .limit(limit);
    return rows.map(({ member, email }) => ({
      accountId: member.accountId,
      name: member.name,
      email: email === null ? null : vault.open(email, 'account.email'),
      roles: member.roles as Role[],
      totpSecret: member.totpSecret === null ? null : vault.open(member.totpSecret, SECRET),
      disabledAt: member.disabledAt,
      version: member.version,
    }));
  };
  return {
    /** Everybody who works here; a bank has tens of staff, not thousands. */
    all: (): Promise<StaffMember[]> => select(undefined, 500),
    async byAccount(accountId: string): Promise<StaffMember | null> {
      return (await select(eq(staff.accountId, accountId), 1))[0] ?? null;
    },
    async isAnybodyThere(): Promise<boolean> {
      const rows = await db
        .select({ id: staff.accountId })
        .from(staff)
        .where(isNotNull(staff.totpSecret))
        .limit(1);
      return rows.length > 0;
    },
    async insert(member: {
      readonly accountId: string;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly totpSecret: string | null;
    }): Promise<void> {
      await db.insert(staff).values({
        ...member,
        roles: [...member.roles],
        totpSecret: member.totpSecret === null ? null : vault.seal(member.totpSecret, SECRET),
      });
    },
    /** False when the row changed since it was read. */
    async save(
      member: StaffMember,
      change: Partial<Pick<StaffMember, 'roles' | 'disabledAt' | 'totpSecret'>>,
    ): Promise<boolean> {
      const saved = await db
        .update(staff)
        .set({
          ...(change.roles ? { roles: [...change.roles] } : {}),
          ...('disabledAt' in change ? { disabledAt: change.disabledAt ?? null } : {}),
          ...('totpSecret' in change
            ? {
                totpSecret: change.totpSecret ? vault.seal(change.totpSecret, SECRET) : null,
                totpLastStep: null,
              }
            : {}),
          version: sql`${staff.version} + 1`,
        })
        .where(and(eq(staff.accountId, member.accountId), eq(staff.version, member.version)))
        .returning({ id: staff.accountId });
      return saved.length > 0;
    },
    /** Uses a code's step up: one statement, so the same code entered twice at once opens one door. */
    async useTotpStep(accountId: string, step: number): Promise<boolean> {
      const used = await db
        .update(staff)
        .set({ totpLastStep: step })
        .where(
          and(
            eq(staff.accountId, accountId),
            isNull(staff.disabledAt),
            or(isNull(staff.totpLastStep), lt(staff.totpLastStep, step)),
          ),
        )
        .returning({ id: staff.accountId });
      return used.length > 0;
    },
  };
};
export type StaffStore = ReturnType<typeof staffStore>;
