import { and, asc, desc, eq, getTableColumns, gte, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { enrolments } from '#db/schema/enrolment.ts';
import { staff } from '#db/schema/accounts.ts';
import { contracts } from '#db/schema/contracts.ts';
import { auditLog } from '#db/schema/platform.ts';
import type { Vault } from '#src/platform/crypto/vault.ts';
import { asCivilDate } from '#src/shared/civil-date.ts';
import type { Answers } from '#src/shared/form.ts';
import type { Enrolment, EnrolmentFacts, EnrolmentState, Round } from './enrolment.ts';
import type { Look } from './deciding/queue-rows.ts';
import { factsOf } from './enrolment-facts.ts';

const PURPOSE = 'enrolment-answers';
const PAGE = 25;
const { shown: _shown, ...QUEUED } = getTableColumns(enrolments);

/** Where a page of the queue starts or ends; opaque to the page. */
export interface QueueKey {
  readonly submittedAt: number;
  readonly id: string;
}
/** `oldest` first for work still to do, `newest` first for what is decided. */
/** A case as the queue lists it: everything but the questions as they were shown, which are most of a row. */
export type QueuedEnrolment = Omit<Enrolment, 'shown'>;
export interface QueuePage {
  readonly rows: readonly QueuedEnrolment[];
  readonly previous: QueueKey | null;
  readonly next: QueueKey | null;
}
/** What lists and other capabilities need: nothing sealed is opened for it. */
export type EnrolmentSummary = Pick<
  Enrolment,
  'id' | 'number' | 'state' | 'babies' | 'dueDate' | 'returnedFor' | 'product'
>;
export type EnrolmentWithFacts = Enrolment & { readonly facts: EnrolmentFacts };

/** A row of the log about one enrolment; `name` where somebody of ours did it. */
export interface CaseEvent {
  readonly at: number;
  readonly action: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly name: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}
const DECLINE_PROPOSED = 'enrolment.decline-proposed';

/** What is sealed: the answers, and with them the rounds of an enrolment that went back, which quote earlier answers. */
function unpacked(sealed: string): { readonly answers: Answers; readonly rounds: readonly Round[] } {
  const held = JSON.parse(sealed) as Answers | { readonly answers: Answers; readonly rounds: Round[] };
  return isWithRounds(held) ? held : { answers: held, rounds: [] };
}
const isWithRounds = (held: object): held is { readonly answers: Answers; readonly rounds: Round[] } =>
  'rounds' in held && Array.isArray(held.rounds) && 'answers' in held;

/** The only SQL about enrolments. Answers are sealed. */
export function enrolmentStore(db: Db, vault: Vault) {
  const open = <Row extends Pick<typeof enrolments.$inferSelect, 'dueDate' | 'answers'>>(row: Row) => ({
    ...row,
    dueDate: asCivilDate(row.dueDate),
    ...unpacked(vault.open(row.answers, PURPOSE)),
  });
  const withFacts = (row: typeof enrolments.$inferSelect | undefined): EnrolmentWithFacts | null => {
    if (!row) return null;
    const enrolment = open(row);
    return {
      ...enrolment,
      facts: factsOf(enrolment.answers, { hospital: row.hospital, locale: row.locale, at: row.submittedAt }),
    };
  };
  const columns = ({ rounds, ...enrolment }: Enrolment) => ({
    ...enrolment,
    answers: vault.seal(
      JSON.stringify(rounds.length === 0 ? enrolment.answers : { answers: enrolment.answers, rounds }),
      PURPOSE,
    ),
    flags: [...enrolment.flags],
    returnedFor: enrolment.returnedFor ? [...enrolment.returnedFor] : null,
  });

  const summaries = db
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
    .where(eq(enrolments.familyId, sql.placeholder('familyId')))
    .orderBy(desc(enrolments.id))
    .limit(50)
    .prepare();

  return {
    /** A family's enrolments without their answers, newest first. */
    async summariesOf(familyId: string): Promise<readonly EnrolmentSummary[]> {
      return (await summaries.execute({ familyId })).map((row) => ({
        ...row,
        dueDate: asCivilDate(row.dueDate),
      }));
    },
    /** With the answers opened and read as facts; null when there is none. For staff, jobs and contracts. */
    async byId(id: string): Promise<EnrolmentWithFacts | null> {
      return withFacts((await db.select().from(enrolments).where(eq(enrolments.id, id)).limit(1))[0]);
    },
    /** By the number people read out; the unique index answers. */
    async idOf(number: string): Promise<string | null> {
      const [row] = await db
        .select({ id: enrolments.id })
        .from(enrolments)
        .where(eq(enrolments.number, number))
        .limit(1);
      return row?.id ?? null;
    },
    /** Who was last shown what is masked in each of these, since a moment: found by object, as few rows are about one. */
    async looksAt(ids: readonly string[], since: number): Promise<ReadonlyMap<string, Look>> {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select({ id: auditLog.objectId, at: auditLog.at, name: staff.name, staffId: auditLog.actorId })
        .from(auditLog)
        .leftJoin(staff, eq(staff.accountId, auditLog.actorId))
        .where(
          and(
            inArray(auditLog.objectId, [...ids]),
            eq(auditLog.action, 'enrolment.revealed'),
            gte(auditLog.at, since),
          ),
        );
      return new Map(
        rows
          .toSorted((a, b) => a.at - b.at)
          .flatMap(({ id, name, ...look }) => (name === null ? [] : [[id, { ...look, name }] as const])),
      );
    },
    /** Null for another family's enrolment, as for one that does not exist. */
    async forFamily(id: string, familyId: string): Promise<EnrolmentWithFacts | null> {
      return withFacts(
        (
          await db
            .select()
            .from(enrolments)
            .where(and(eq(enrolments.id, id), eq(enrolments.familyId, familyId)))
            .limit(1)
        )[0],
      );
    },
    /** A family's enrolments, newest first; a family has few. */
    async ofFamily(familyId: string): Promise<readonly Enrolment[]> {
      const rows = await db
        .select()
        .from(enrolments)
        .where(eq(enrolments.familyId, familyId))
        .orderBy(desc(enrolments.id))
        .limit(50);
      return rows.map(open);
    },
    /** Whether this member of staff was shown the health answers since they were last sent. */
    async healthShownTo(
      staffId: string,
      { id, submittedAt }: Pick<Enrolment, 'id' | 'submittedAt'>,
    ): Promise<boolean> {
      // Found by its object: an enrolment has few rows, a counsellor has many.
      const rows = await db
        .select({ actorId: auditLog.actorId, details: auditLog.details })
        .from(auditLog)
        .where(
          and(
            eq(auditLog.objectId, id),
            eq(auditLog.action, 'enrolment.revealed'),
            gte(auditLog.at, submittedAt),
          ),
        );
      return rows.some(
        ({ actorId, details }) => actorId === staffId && [details['groups']].flat().includes('health'),
      );
    },
    /** What happened to an enrolment, oldest first, with the names of staff: its own rows of the log, the newest 60. */
    async historyOf(id: string): Promise<readonly CaseEvent[]> {
      const rows = await db
        .select({
          at: auditLog.at,
          action: auditLog.action,
          actorKind: auditLog.actorKind,
          actorId: auditLog.actorId,
          details: auditLog.details,
          name: staff.name,
        })
        .from(auditLog)
        .leftJoin(staff, eq(staff.accountId, auditLog.actorId))
        .where(eq(auditLog.objectId, id))
        .orderBy(desc(auditLog.seq))
        .limit(60);
      return rows.reverse();
    },
    /** Who proposed last to decline it, and why by our list; the words stand with the case. */
    async declineProposedBy(id: string): Promise<CaseEvent | null> {
      return (await this.historyOf(id)).findLast(({ action }) => action === DECLINE_PROPOSED) ?? null;
    },
    /** Whose enrolment has this number. */
    async familyOf(number: string): Promise<string | null> {
      const [row] = await db
        .select({ familyId: enrolments.familyId })
        .from(enrolments)
        .where(eq(enrolments.number, number))
        .limit(1);
      return row?.familyId ?? null;
    },
    /** An enrolment by the number of the contract that was made of it. */
    async idOfContract(number: string): Promise<string | null> {
      const [row] = await db
        .select({ id: contracts.enrolmentId })
        .from(contracts)
        .where(eq(contracts.number, number))
        .limit(1);
      return row?.id ?? null;
    },
    async insert(enrolment: Enrolment): Promise<void> {
      await db.insert(enrolments).values(columns(enrolment));
    },
    /** Saves under the version that was read; false when someone else saved meanwhile. */
    async save(was: Enrolment, changed: Partial<Omit<Enrolment, 'id' | 'version'>>): Promise<boolean> {
      const { version: _, ...set } = columns({ ...was, ...changed });
      const rows = await db
        .update(enrolments)
        .set({ ...set, version: was.version + 1 })
        .where(and(eq(enrolments.id, was.id), eq(enrolments.version, was.version)))
        .returning({ id: enrolments.id });
      return rows.length === 1;
    },
    /** One page of a state, oldest first: the longest wait is on top. Keyset-paged on (state, submittedAt, id). */
    async queue(
      state: EnrolmentState,
      from: { after?: QueueKey; before?: QueueKey } = {},
    ): Promise<QueuePage> {
      const key = from.after ?? from.before;
      const forward = !from.before;
      // A row value, so that SQLite seeks in the index instead of walking an OR.
      const side = key
        ? forward
          ? sql`(${enrolments.submittedAt}, ${enrolments.id}) > (${key.submittedAt}, ${key.id})`
          : sql`(${enrolments.submittedAt}, ${enrolments.id}) < (${key.submittedAt}, ${key.id})`
        : undefined;
      const order = forward ? asc : desc;
      const found = await db
        .select(QUEUED)
        .from(enrolments)
        .where(and(eq(enrolments.state, state), side))
        .orderBy(order(enrolments.submittedAt), order(enrolments.id))
        .limit(PAGE + 1);
      const more = found.length > PAGE;
      const page = forward ? found.slice(0, PAGE) : found.slice(0, PAGE).reverse();
      const rows = page.map(open);
      const keyOf = (row: QueuedEnrolment | undefined): QueueKey | null =>
        row ? { submittedAt: row.submittedAt, id: row.id } : null;
      return {
        rows,
        previous: (forward ? key !== undefined : more) ? keyOf(rows[0]) : null,
        next: (forward ? more : true) ? keyOf(rows.at(-1)) : null,
      };
    },
    /** The longest wait of all, unopened: what to turn to after a decision. */
    async longestWaiting(): Promise<Pick<Enrolment, 'id' | 'number'> | null> {
      const [row] = await db
        .select({ id: enrolments.id, number: enrolments.number })
        .from(enrolments)
        .where(eq(enrolments.state, 'submitted'))
        .orderBy(asc(enrolments.submittedAt), asc(enrolments.id))
        .limit(1);
      return row ?? null;
    },
    /** How many wait, up to 1,000: a count that does not grow with the table. */
    async waiting(state: EnrolmentState): Promise<number> {
      const [row] = await db.all<{ n: number }>(
        sql`select count(*) as n from (select 1 from ${enrolments} where ${enrolments.state} = ${state} limit 1000)`,
      );
      return row?.n ?? 0;
    },
    /** What waits for a counsellor, in one statement: how many, since when, how many to be declined. The longest 1,000. */
    async work(): Promise<{
      readonly waiting: number;
      readonly since: number | null;
      readonly toDecline: number;
    }> {
      const [row] = await db.all<{ waiting: number; since: number | null; toDecline: number }>(
        sql`select count(*) as waiting, min(at) as since, count(reason) as toDecline from (select ${enrolments.submittedAt} as at, ${enrolments.declineReason} as reason from ${enrolments} where ${enrolments.state} = 'submitted' order by ${enrolments.submittedAt}, ${enrolments.id} limit 1000)`,
      );
      return row ?? { waiting: 0, since: null, toDecline: 0 };
    },
  };
}
export type EnrolmentStore = ReturnType<typeof enrolmentStore>;
