/**
 * The statements of the family home, written down once more as query builders, so that the baselines can run them without
 * the product. `run.ts` compares them with what the product really sends and stops when they have drifted apart.
 */
import { and, asc, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import {
  accounts,
  contracts,
  drafts,
  enrolments,
  guardians,
  heldMoney,
  orders,
  sessions,
  signatures,
  staff,
  units,
} from '#db/schema/index.ts';

export interface Asked {
  readonly idHash: string;
  readonly accountId: string;
  readonly familyId: string;
}

export const sessionQuery = (db: Db, { idHash }: Asked) =>
  db
    .select({
      idHash: sessions.idHash,
      accountId: sessions.accountId,
      kind: sessions.kind,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      endsAt: sessions.endsAt,
      device: sessions.device,
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
    .where(eq(sessions.idHash, idHash))
    .limit(1);

/** Everything after the session, in the order the page asks. */
export const homeQueries = (db: Db, { accountId, familyId }: Asked) =>
  [
    db
      .select({ guardian: guardians, locale: accounts.locale })
      .from(guardians)
      .leftJoin(accounts, eq(accounts.id, guardians.accountId))
      .where(eq(guardians.familyId, familyId)),
    db
      .select({ id: drafts.id })
      .from(drafts)
      .where(and(eq(drafts.accountId, accountId), eq(drafts.form, 'enrolment'), isNull(drafts.subjectId)))
      .limit(1),
    db
      .select({
        id: enrolments.id,
        number: enrolments.number,
        state: enrolments.state,
        babies: enrolments.babies,
        dueDate: enrolments.dueDate,
        returnedFor: enrolments.returnedFor,
        product: enrolments.product,
      })
      .from(enrolments)
      .where(eq(enrolments.familyId, familyId))
      .orderBy(desc(enrolments.id))
      .limit(50),
    db
      .select({
        id: contracts.id,
        number: contracts.number,
        familyId: contracts.familyId,
        enrolmentId: contracts.enrolmentId,
        state: contracts.state,
        locale: contracts.locale,
        plan: contracts.plan,
        policyVersion: contracts.policyVersion,
        documentSha256: contracts.documentSha256,
        signers: contracts.signers,
        offeredAt: contracts.offeredAt,
        offerEndsAt: contracts.offerEndsAt,
        signedAt: contracts.signedAt,
        pdfFileId: contracts.pdfFileId,
        version: contracts.version,
      })
      .from(contracts)
      .where(eq(contracts.familyId, familyId))
      .orderBy(desc(contracts.id)),
    db.select().from(orders).where(eq(orders.familyId, familyId)).orderBy(desc(orders.id)).limit(300),
    db
      .select({
        ...getTableColumns(units),
        results: sql<string>`(select json_group_array(json_object('test', unit_results.test, 'verdict', unit_results.verdict)) from unit_results where unit_results.unit_id = units.id)`,
      })
      .from(units)
      .where(eq(units.familyId, familyId))
      .orderBy(asc(units.id)),
    db
      .select(getTableColumns(heldMoney))
      .from(orders)
      .innerJoin(heldMoney, eq(heldMoney.orderId, orders.id))
      .where(and(eq(orders.familyId, familyId), eq(heldMoney.why, 'unit-fell-away'))),
    db
      .select({ contractId: signatures.contractId, guardianId: signatures.guardianId })
      .from(contracts)
      .innerJoin(signatures, eq(signatures.contractId, contracts.id))
      .where(eq(contracts.familyId, familyId)),
  ] as const;
