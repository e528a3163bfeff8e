/** The only SQL about contracts and signatures. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { and, asc, desc, eq, inArray, lte, sql, type InferSelectModel } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { contracts, files, signatures } from '#db/schema/index.ts';
import type { Vault } from '../platform/crypto/vault.ts';
import type { PlanId } from '../content/policies.ts';
import type { Instant } from '../shared/clock.ts';
import type { Contract, ContractState, ContractSummary, ContractTerms, Signature } from './contract.ts';
import type { ContractDocument } from './text/contract-document.ts';

type Row = InferSelectModel<typeof contracts>;
export type StoredFile = InferSelectModel<typeof files>;

/** What was shown: the structure, and the exact bytes made from it. */
export interface ShownText {
  readonly documents: readonly ContractDocument[];
  readonly html: string;
}

export type NewContract = Omit<Contract, 'signedBy' | 'signedAt' | 'pdfFileId' | 'version' | 'state'>;

const TERMS = 'contract-terms';
const MARK = 'signature-mark';

/** Columns of a list: never the sealed terms, which hold the whole text. */
const LISTED = {
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
};

/** Prepared when first used: a transaction's store needs two or three of them. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

export const contractStore = (db: Db, vault: Vault) => {
  const one = (column: 'id' | 'number' | 'enrolmentId') =>
    once(() =>
      db
        .select()
        .from(contracts)
        .where(eq(contracts[column], sql.placeholder('value')))
        .prepare(),
    );
  const byId = one('id');
  const byNumber = one('number');
  const byEnrolment = one('enrolmentId');
  const forFamily = once(() =>
    db
      .select()
      .from(contracts)
      .where(
        and(eq(contracts.id, sql.placeholder('id')), eq(contracts.familyId, sql.placeholder('familyId'))),
      )
      .prepare(),
  );
  const listOfFamily = once(() =>
    db
      .select(LISTED)
      .from(contracts)
      .where(eq(contracts.familyId, sql.placeholder('familyId')))
      .orderBy(desc(contracts.id))
      .prepare(),
  );
  const signersOfFamily = once(() =>
    db
      .select({ contractId: signatures.contractId, guardianId: signatures.guardianId })
      .from(contracts)
      .innerJoin(signatures, eq(signatures.contractId, contracts.id))
      .where(eq(contracts.familyId, sql.placeholder('familyId')))
      .prepare(),
  );
  const signersOf = once(() =>
    db
      .select({ guardianId: signatures.guardianId })
      .from(signatures)
      .where(eq(signatures.contractId, sql.placeholder('contractId')))
      .prepare(),
  );
  const signaturesOf = once(() =>
    db
      .select()
      .from(signatures)
      .where(eq(signatures.contractId, sql.placeholder('contractId')))
      .orderBy(asc(signatures.signedAt), asc(signatures.id))
      .prepare(),
  );

  const opened = (row: Row): { terms: ContractTerms; text: string } =>
    JSON.parse(vault.open(row.terms, TERMS)) as { terms: ContractTerms; text: string };

  const full = async (row: Row | undefined): Promise<Contract | null> => {
    if (!row) return null;
    const signedBy = await signersOf().execute({ contractId: row.id });
    return {
      ...row,
      plan: row.plan as PlanId,
      terms: opened(row).terms,
      signedBy: signedBy.map((signature) => signature.guardianId),
    };
  };

  return {
    /** A contract of this family; another family's id and an invented one are both null. */
    async forFamily(id: string, familyId: string): Promise<Contract | null> {
      return full((await forFamily().execute({ id, familyId }))[0]);
    },
    async byId(id: string): Promise<Contract | null> {
      return full((await byId().execute({ value: id }))[0]);
    },
    async byNumber(number: string): Promise<Contract | null> {
      return full((await byNumber().execute({ value: number }))[0]);
    },
    async ofEnrolment(enrolmentId: string): Promise<Contract | null> {
      return full((await byEnrolment().execute({ value: enrolmentId }))[0]);
    },
    /** All contracts of a family, newest first, in two statements. */
    async ofFamily(familyId: string): Promise<readonly ContractSummary[]> {
      const rows = await listOfFamily().execute({ familyId });
      const signed = await signersOfFamily().execute({ familyId });
      return rows.map((row) => ({
        ...row,
        plan: row.plan as PlanId,
        signedBy: signed.filter((one) => one.contractId === row.id).map((one) => one.guardianId),
      }));
    },
    /** The exact text a contract was offered with. */
    async textOf(id: string): Promise<ShownText> {
      const [row] = await byId().execute({ value: id });
      if (!row) throw new Error(`no contract ${id}`);
      return JSON.parse(gunzipSync(Buffer.from(opened(row).text, 'base64')).toString('utf8')) as ShownText;
    },
    async signaturesOf(contractId: string): Promise<readonly Signature[]> {
      return (await signaturesOf().execute({ contractId })).map((row) => ({
        ...row,
        mark: vault.open(row.mark, MARK),
      }));
    },
    /** Offers nobody can accept any more, oldest first. */
    async endedOffers(now: Instant, limit: number): Promise<readonly string[]> {
      const rows = await db
        .select({ id: contracts.id })
        .from(contracts)
        .where(and(inArray(contracts.state, ['offered', 'partly-signed']), lte(contracts.offerEndsAt, now)))
        .limit(limit);
      return rows.map((row) => row.id);
    },

    async insert(contract: NewContract, text: ShownText): Promise<void> {
      const packed = gzipSync(Buffer.from(JSON.stringify(text), 'utf8')).toString('base64');
      await db.insert(contracts).values({
        ...contract,
        signers: [...contract.signers],
        state: 'offered',
        terms: vault.seal(JSON.stringify({ terms: contract.terms, text: packed }), TERMS),
      });
    },
    /** Moves a contract on; false when somebody else did meanwhile. */
    async save(
      contract: ContractSummary,
      change: { readonly state: ContractState; readonly signedAt?: Instant },
    ): Promise<boolean> {
      const saved = await db
        .update(contracts)
        .set({ ...change, version: contract.version + 1 })
        .where(and(eq(contracts.id, contract.id), eq(contracts.version, contract.version)))
        .returning({ id: contracts.id });
      return saved.length > 0;
    },
    async addSignature(signature: Signature): Promise<void> {
      await db.insert(signatures).values({ ...signature, mark: vault.seal(signature.mark, MARK) });
    },

    async pdfOf(contract: ContractSummary): Promise<StoredFile | null> {
      if (contract.pdfFileId === null) return null;
      const [row] = await db.select().from(files).where(eq(files.id, contract.pdfFileId));
      return row ?? null;
    },
    /** Ties the rendered file to its contract; false when another run already did. */
    async attachPdf(contract: ContractSummary, file: StoredFile): Promise<boolean> {
      const tied = await db
        .update(contracts)
        .set({ pdfFileId: file.id })
        .where(and(eq(contracts.id, contract.id), sql`${contracts.pdfFileId} is null`))
        .returning({ id: contracts.id });
      if (tied.length === 0) return false;
      await db.insert(files).values(file);
      return true;
    },
  };
};
export type ContractStore = ReturnType<typeof contractStore>;
