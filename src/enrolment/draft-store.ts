import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { drafts } from '#db/schema/enrolment.ts';
import type { Vault } from '#src/platform/crypto/vault.ts';
import type { Instant } from '#src/shared/clock.ts';
import type { Answers } from '#src/shared/form.ts';
import { idsFrom } from '#src/shared/ids.ts';

/** Which page wrote a step last: the session it was typed in (a hash), the page as it was shown, and its how-manieth sending. */
export interface Hand {
  readonly session: string;
  readonly page: string;
  readonly turn: number;
  /** Sensitive answers this session typed itself; it may see them again to compare, and no other may. */
  readonly typed?: readonly string[];
}

/** A half-filled form. `stepVersions` says at which version each page was last saved: two tabs may not undo each other. */
export interface Draft {
  readonly id: string;
  readonly accountId: string;
  readonly form: string;
  readonly formVersion: string;
  readonly answers: Answers;
  readonly stepVersions: Readonly<Record<string, number>>;
  /** By step, who typed it last; drafts of before have none. */
  readonly hands?: Readonly<Record<string, Hand>>;
  /** The enrolment being corrected, or null for a first submission. */
  readonly subjectId: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}

const PURPOSE = 'draft-answers';
type Sealed = Pick<Draft, 'answers' | 'stepVersions' | 'hands'>;

/** The only SQL about drafts. Answers are sealed: they hold identity numbers and health answers. */
export function draftStore(db: Db, vault: Vault) {
  const open = (row: typeof drafts.$inferSelect | undefined): Draft | null =>
    row ? { ...row, ...(JSON.parse(vault.open(row.answers, PURPOSE)) as Sealed) } : null;
  const seal = ({ answers, stepVersions, hands }: Sealed): string =>
    vault.seal(JSON.stringify({ answers, stepVersions, hands }), PURPOSE);

  const waiting = db
    .select({ id: drafts.id })
    .from(drafts)
    .where(
      and(
        eq(drafts.accountId, sql.placeholder('accountId')),
        eq(drafts.form, sql.placeholder('form')),
        isNull(drafts.subjectId),
      ),
    )
    .limit(1)
    .prepare();
  // Read for every page of the form and every save of one.
  const prepareFirstOf = () =>
    db
      .select()
      .from(drafts)
      .where(
        and(
          eq(drafts.accountId, sql.placeholder('accountId')),
          eq(drafts.form, sql.placeholder('form')),
          isNull(drafts.subjectId),
        ),
      )
      .orderBy(desc(drafts.id))
      .limit(1)
      .prepare();
  let firstOf: ReturnType<typeof prepareFirstOf> | undefined;

  return {
    /** Whether the account has an unfinished first submission; nothing is opened to answer. */
    async isWaiting(accountId: string, form: string): Promise<boolean> {
      return (await waiting.execute({ accountId, form })).length > 0;
    },
    /** The account's unfinished first submission of a form. */
    async ofAccount(accountId: string, form: string): Promise<Draft | null> {
      return open((await (firstOf ??= prepareFirstOf()).execute({ accountId, form }))[0]);
    },
    /** The correction of a returned enrolment, whichever guardian opened it. */
    async ofSubject(subjectId: string): Promise<Draft | null> {
      return open((await db.select().from(drafts).where(eq(drafts.subjectId, subjectId)).limit(1))[0]);
    },
    async insert(draft: Draft): Promise<void> {
      await db.insert(drafts).values({ ...draft, answers: seal(draft) });
    },
    /** False when someone else saved meanwhile. */
    async save(
      draft: Draft,
      changed: Sealed & { updatedAt: Instant; formVersion: string },
    ): Promise<boolean> {
      const rows = await db
        .update(drafts)
        .set({
          answers: seal(changed),
          updatedAt: changed.updatedAt,
          formVersion: changed.formVersion,
          version: draft.version + 1,
        })
        .where(and(eq(drafts.id, draft.id), eq(drafts.version, draft.version)))
        .returning({ id: drafts.id });
      return rows.length === 1;
    },
    async remove(id: string): Promise<void> {
      await db.delete(drafts).where(eq(drafts.id, id));
    },
    /**
     * Forgets up to so many drafts nobody has touched since, and says which. Found by their key: what was begun later
     * cannot have been left longer.
     */
    async removeLeftSince(before: Instant, limit: number): Promise<readonly string[]> {
      const left = db
        .select({ id: drafts.id })
        .from(drafts)
        .where(and(lt(drafts.id, idsFrom('draft', before)), lt(drafts.updatedAt, before)))
        .orderBy(drafts.id)
        .limit(limit);
      const gone = await db.delete(drafts).where(inArray(drafts.id, left)).returning({ id: drafts.id });
      return gone.map(({ id }) => id);
    },
  };
}
export type DraftStore = ReturnType<typeof draftStore>;
