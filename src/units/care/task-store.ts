/** The only SQL about what staff owe a family after bad news. */
import { and, asc, desc, eq, sql, type InferSelectModel } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { units, unitTasks } from '#db/schema/index.ts';
import { asCivilDate } from '../../shared/civil-date.ts';
import type { TaskCursor, TaskKind, UnitTask } from './care.ts';

/** A task as the list shows it. */
export type TaskRow = UnitTask & { readonly din: string; readonly rejectReason: string | null };

const asTask = (row: InferSelectModel<typeof unitTasks>): UnitTask => ({
  ...row,
  dueOn: asCivilDate(row.dueOn),
});

/** Far above any unit: what is shown are its newest. */
const OF_A_UNIT = 50;

export const unitTaskStore = (db: Db) => {
  const asRow = (row: {
    task: InferSelectModel<typeof unitTasks>;
    din: string;
    rejectReason: string | null;
  }) => ({
    ...asTask(row.task),
    din: row.din,
    rejectReason: row.rejectReason,
  });
  return {
    async byId(id: string): Promise<UnitTask | null> {
      const [row] = await db.select().from(unitTasks).where(eq(unitTasks.id, id)).limit(1);
      return row ? asTask(row) : null;
    },
    /** Newest first. */
    async ofUnit(unitId: string): Promise<readonly UnitTask[]> {
      const found = await db
        .select()
        .from(unitTasks)
        .where(eq(unitTasks.unitId, unitId))
        .orderBy(desc(unitTasks.id))
        .limit(OF_A_UNIT);
      return found.map(asTask);
    },
    async openOf(unitId: string, kind: TaskKind): Promise<UnitTask | null> {
      const [row] = await db
        .select()
        .from(unitTasks)
        .where(and(eq(unitTasks.unitId, unitId), eq(unitTasks.kind, kind), sql`${unitTasks.state} = 'open'`))
        .limit(1);
      return row ? asTask(row) : null;
    },
    /** What is open of one kind, the nearest promise first. */
    async page(kind: TaskKind, after: TaskCursor | null, limit: number): Promise<readonly TaskRow[]> {
      const found = await db
        .select({ task: unitTasks, din: units.din, rejectReason: units.rejectReason })
        .from(unitTasks)
        .innerJoin(units, eq(units.id, unitTasks.unitId))
        .where(
          and(
            eq(unitTasks.state, 'open'),
            eq(unitTasks.kind, kind),
            // A row value, so that SQLite seeks in the index.
            after === null
              ? undefined
              : sql`(${unitTasks.dueOn}, ${unitTasks.id}) > (${after.dueOn}, ${after.id})`,
          ),
        )
        .orderBy(asc(unitTasks.dueOn), asc(unitTasks.id))
        .limit(limit);
      return found.map(asRow);
    },
    async add(task: UnitTask): Promise<void> {
      await db.insert(unitTasks).values(task);
    },
    /** False when somebody saved it since it was read. */
    async save(
      task: UnitTask,
      change: Partial<Omit<UnitTask, 'id' | 'unitId' | 'familyId' | 'kind'>>,
    ): Promise<boolean> {
      const saved = await db
        .update(unitTasks)
        .set({ ...change, version: task.version + 1 })
        .where(and(eq(unitTasks.id, task.id), eq(unitTasks.version, task.version)))
        .returning({ id: unitTasks.id });
      return saved.length === 1;
    },
  };
};
export type UnitTaskStore = ReturnType<typeof unitTaskStore>;
