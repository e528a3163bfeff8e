import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/sqlite-core';
import type { Db } from '#db/client.ts';
import { accounts, consents, families, guardians } from '#db/schema/index.ts';
import type { Vault } from '../platform/crypto/vault.ts';
import type { Instant } from '../shared/clock.ts';
import { newId } from '../shared/ids.ts';
import type { AbsentGuardian, Consent, Guardian, GuardianRole, PresentGuardian } from './guardian.ts';

const NAME = 'guardian.name';
const ID_NUMBER = 'guardian.id-number';
const PHONE = 'guardian.phone';
const ADDRESS = 'guardian.address';

/** The only SQL on families, guardians and consents. */
export const familyStore = (db: Db, vault: Vault) => {
  const opened = (row: { guardian: typeof guardians.$inferSelect; locale: 'zh' | 'en' | null }): Guardian => {
    const { id, familyId, role, name, accountId, phone, absentReason } = row.guardian;
    return {
      id,
      familyId,
      role,
      name: name === null ? null : vault.open(name, NAME),
      accountId,
      phone: phone === null ? null : vault.open(phone, PHONE),
      absentReason,
      locale: row.locale,
    };
  };
  const prepareGuardiansOf = () =>
    db
      .select({ guardian: guardians, locale: accounts.locale })
      .from(guardians)
      .leftJoin(accounts, eq(accounts.id, guardians.accountId))
      .where(eq(guardians.familyId, sql.placeholder('familyId')))
      .prepare();
  let guardiansOf: ReturnType<typeof prepareGuardiansOf> | undefined;

  const slot = async (familyId: string, role: GuardianRole) => {
    const [row] = await db
      .select()
      .from(guardians)
      .where(and(eq(guardians.familyId, familyId), eq(guardians.role, role)))
      .limit(1);
    return row;
  };

  return {
    /** The family this account is a guardian of. */
    async ofAccount(accountId: string): Promise<{ readonly id: string; readonly guardianId: string } | null> {
      const [row] = await db
        .select({ id: guardians.familyId, guardianId: guardians.id })
        .from(guardians)
        .where(eq(guardians.accountId, accountId))
        .limit(1);
      return row ?? null;
    },
    /** Families with a guardian of this mobile, whether they sign in with it or only left it in the form. At most ten. */
    async withPhone(phone: string): Promise<readonly string[]> {
      const found = vault.index(phone, 'phone');
      const left = db
        .select({ id: guardians.familyId })
        .from(guardians)
        .where(eq(guardians.phoneIndex, found));
      const signsIn = db
        .select({ id: guardians.familyId })
        .from(accounts)
        .innerJoin(guardians, eq(guardians.accountId, accounts.id))
        .where(eq(accounts.phoneIndex, found));
      return (await union(left, signsIn).limit(10)).map(({ id }) => id);
    },
    /** The guardians of a family, the mother first; names and phones opened. At most two. */
    async guardiansOf(familyId: string): Promise<readonly Guardian[]> {
      const rows = await (guardiansOf ??= prepareGuardiansOf()).all({ familyId });
      return rows.map(opened).sort((a, b) => (a.role === b.role ? 0 : a.role === 'mother' ? -1 : 1));
    },
    /** A guardian of this family, or null: another family's id is no better than an invented one. */
    async guardian(id: string, familyId: string): Promise<Guardian | null> {
      const [row] = await db
        .select({ guardian: guardians, locale: accounts.locale })
        .from(guardians)
        .leftJoin(accounts, eq(accounts.id, guardians.accountId))
        .where(and(eq(guardians.id, id), eq(guardians.familyId, familyId)))
        .limit(1);
      return row ? opened(row) : null;
    },
    /** Makes an empty family and answers its id. */
    async createFamily(at: Instant): Promise<string> {
      const id = newId('family', at);
      await db.insert(families).values({ id, createdAt: at });
      return id;
    },
    /**
     * Writes the slot `role`, keeping its id when there is one. An account once linked stays: nobody replaces another
     * person by filling in a form. One account holds one slot.
     */
    async saveGuardian(familyId: string, guardian: PresentGuardian | AbsentGuardian): Promise<string> {
      const before = await slot(familyId, guardian.role);
      const id = before?.id ?? newId('guardian', guardian.at);
      const values =
        'absentReason' in guardian
          ? {
              accountId: null,
              name: null,
              idKind: null,
              idNumber: null,
              idIndex: null,
              birthDate: null,
              phone: null,
              phoneIndex: null,
              address: null,
              absentReason: guardian.absentReason,
            }
          : {
              accountId: before?.accountId ?? guardian.accountId,
              name: vault.seal(guardian.name, NAME),
              idKind: guardian.idKind,
              idNumber: vault.seal(guardian.idNumber, ID_NUMBER),
              idIndex: vault.index(guardian.idNumber, 'id-number'),
              birthDate: guardian.birthDate,
              phone: vault.seal(guardian.phone, PHONE),
              phoneIndex: vault.index(guardian.phone, 'phone'),
              address: vault.seal(guardian.address, ADDRESS),
              absentReason: null,
            };
      if (before)
        await db
          .update(guardians)
          .set({ ...values, version: sql`${guardians.version} + 1` })
          .where(eq(guardians.id, id));
      else
        await db
          .insert(guardians)
          .values({ id, familyId, role: guardian.role, createdAt: guardian.at, ...values });
      if (values.accountId !== null)
        await db
          .update(guardians)
          .set({ accountId: null })
          .where(
            and(
              eq(guardians.familyId, familyId),
              ne(guardians.role, guardian.role),
              eq(guardians.accountId, values.accountId),
            ),
          );
      return id;
    },
    /** Links an account to a guardian who had none. False when somebody was faster. */
    async join(guardianId: string, accountId: string): Promise<boolean> {
      const joined = await db
        .update(guardians)
        .set({ accountId, version: sql`${guardians.version} + 1` })
        .where(and(eq(guardians.id, guardianId), isNull(guardians.accountId), isNull(guardians.absentReason)))
        .returning({ id: guardians.id });
      return joined.length > 0;
    },
    /** The guardian's phone follows the account's: codes go where the person is now. */
    async setPhoneOf(accountId: string, phone: string): Promise<void> {
      await db
        .update(guardians)
        .set({ phone: vault.seal(phone, PHONE), phoneIndex: vault.index(phone, 'phone') })
        .where(eq(guardians.accountId, accountId));
    },

    async saveConsent(consent: Omit<Consent, 'id' | 'withdrawnAt'>): Promise<string> {
      const id = newId('consent', consent.givenAt);
      await db.insert(consents).values({ ...consent, id });
      return id;
    },
    /** Every consent of a family, newest first; bounded by the number of texts and enrolments. */
    async consentsOf(familyId: string): Promise<readonly Consent[]> {
      return db
        .select()
        .from(consents)
        .where(eq(consents.familyId, familyId))
        .orderBy(asc(consents.purpose), desc(consents.givenAt))
        .limit(200);
    },
    /** False when it is not this family's, or has been withdrawn before. */
    async withdrawConsent(id: string, familyId: string, at: Instant): Promise<boolean> {
      const withdrawn = await db
        .update(consents)
        .set({ withdrawnAt: at })
        .where(and(eq(consents.id, id), eq(consents.familyId, familyId), isNull(consents.withdrawnAt)))
        .returning({ id: consents.id });
      return withdrawn.length > 0;
    },
  };
};
export type FamilyStore = ReturnType<typeof familyStore>;
