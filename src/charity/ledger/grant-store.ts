/** The only SQL about grants and the lines they make in the books. */
import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { grantMovements, grants } from '#db/schema/index.ts';
import type { CivilDate } from '#src/shared/civil-date.ts';
import { newId } from '#src/shared/ids.ts';
import type { AidId } from '../programmes/programme.ts';
import type { DiseaseGroup, Grant, Movement } from './grant.ts';
import { monthOf, type Month } from './quarter.ts';

export type NewGrant = Omit<Grant, 'state' | 'returnedOn' | 'returnedFen' | 'version'>;

const CHUNK = 100;

/** Grants and their lines in the books: booked once, never changed. Months and days are those of Shandong, sums in fen. */
export const grantStore = (db: Db) => {
  const line = (
    grant: Pick<Grant, 'id' | 'programme'>,
    kind: 'paid' | 'returned',
    on: CivilDate,
    amountFen: number,
  ) =>
    db.insert(grantMovements).values({
      id: newId('grantMovement'),
      grantId: grant.id,
      programme: grant.programme,
      kind,
      amountFen,
      month: monthOf(on),
    });

  return {
    async byId(id: string): Promise<Grant | null> {
      const [row] = await db.select().from(grants).where(eq(grants.id, id)).limit(1);
      return row
        ? {
            ...row,
            diseaseGroup: row.diseaseGroup as DiseaseGroup,
            paidOn: row.paidOn as CivilDate,
            returnedOn: row.returnedOn as CivilDate | null,
          }
        : null;
    },

    /** Books a grant that has been paid. */
    async add(grant: NewGrant): Promise<void> {
      await db.insert(grants).values({ ...grant, state: 'paid' });
      await line(grant, 'paid', grant.paidOn, grant.amountFen);
    },

    /** Books money that came back, all or a part. False when somebody changed the grant since it was read. */
    async giveBack(
      grant: Grant,
      back: { readonly on: CivilDate; readonly amountFen: number },
    ): Promise<boolean> {
      const saved = await db
        .update(grants)
        .set({
          state: 'returned',
          returnedOn: back.on,
          returnedFen: back.amountFen,
          version: grant.version + 1,
        })
        .where(and(eq(grants.id, grant.id), eq(grants.state, 'paid'), eq(grants.version, grant.version)))
        .returning({ id: grants.id });
      if (saved.length !== 1) return false;
      await line(grant, 'returned', back.on, -back.amountFen);
      return true;
    },

    /** What is in no row of the public ledger yet, up to a month. */
    async waiting(programme: AidId, upTo: Month): Promise<readonly Movement[]> {
      const rows = await db
        .select({
          id: grantMovements.id,
          person: grants.person,
          month: grantMovements.month,
          city: grants.city,
          diseaseGroup: grants.diseaseGroup,
          amountFen: grantMovements.amountFen,
        })
        .from(grantMovements)
        .innerJoin(grants, eq(grants.id, grantMovements.grantId))
        .where(
          and(
            isNull(grantMovements.rowId),
            eq(grantMovements.programme, programme),
            lte(grantMovements.month, upTo),
          ),
        )
        .orderBy(asc(grantMovements.month));
      return rows.map((row) => ({ ...row, diseaseGroup: row.diseaseGroup as DiseaseGroup }));
    },

    /** The month of the oldest line that waits; null when none does. */
    async firstWaiting(programme: AidId): Promise<Month | null> {
      const [row] = await db
        .select({ month: grantMovements.month })
        .from(grantMovements)
        .where(and(isNull(grantMovements.rowId), eq(grantMovements.programme, programme)))
        .orderBy(asc(grantMovements.month))
        .limit(1);
      return row?.month ?? null;
    },

    /** Notes which row of the public ledger these lines are in. */
    async published(ids: readonly string[], rowId: number): Promise<void> {
      for (let at = 0; at < ids.length; at += CHUNK)
        await db
          .update(grantMovements)
          .set({ rowId })
          .where(inArray(grantMovements.id, ids.slice(at, at + CHUNK)));
    },
  };
};
export type GrantStore = ReturnType<typeof grantStore>;
