/**
 * A few families who go through the product's own doors, to be copied afterwards: so every row of a measured bank has the
 * shape, the size and the sealing the product itself gives it, today and after the next change of the schema.
 */
import Database from 'libsql';
import path from 'node:path';
import { eventsFor } from '#db/seed/feed/families.ts';
import { FamilyInHouse, type FamilyTraits } from '#db/seed/families/journey.ts';
import { pastPayments } from '#db/seed/families/past-payments.ts';
import { citizen } from '#db/seed/families/person.ts';
import { hireStaff } from '#db/seed/families/staff.ts';
import { createDeps, type Deps } from '#src/deps.ts';
import { createApiKey } from '#src/integration/index.ts';
import { readLine } from '#src/integration/read-event.ts';
import { loadConfig } from '#src/platform/config/config.ts';
import { createLog } from '#src/platform/log/log.ts';
import { DAY, HOUR } from '#src/shared/clock.ts';
import { dinCheckCharacter } from '#src/shared/identifiers/index.ts';
import { expectOk } from '#src/shared/result.ts';
import { deliver } from '#src/units/index.ts';

export type Stage = 'stored' | 'waiting' | 'offered' | 'half-filled';
export type Cell = string | number | null;

export interface TemplateRow {
  readonly table: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface Template {
  readonly stage: Stage;
  readonly rows: readonly TemplateRow[];
  /** The account that signs in as this family. */
  readonly accountId: string;
  readonly familyId: string;
}

export interface Templates {
  readonly templates: readonly Template[];
  readonly apiKey: string;
  /** Role → account, of the staff who were hired. */
  readonly staff: Readonly<Record<string, string>>;
}

/** Tables that do not grow with families, or are swept, or belong to the outbox viewer of the demo. */
const NOT_COPIED = new Set([
  'access_links',
  'api_keys',
  'challenges',
  'counters',
  'dev_messages',
  'idempotency_keys',
  'rate_limits',
  'sessions',
  'staff',
  '__drizzle_migrations',
  'sqlite_sequence',
]);

export const tablesOf = (database: Database.Database): string[] =>
  (database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => !NOT_COPIED.has(name) && !name.startsWith('sqlite_'));

const newest = (database: Database.Database): Map<string, number> =>
  new Map(
    tablesOf(database).map((table) => {
      const row = database.prepare(`SELECT coalesce(max(rowid), 0) AS last FROM "${table}"`).get();
      return [table, (row as { last: number }).last];
    }),
  );

const rowsSince = (database: Database.Database, before: Map<string, number>): TemplateRow[] =>
  [...before].flatMap(([table, last]) =>
    (
      database.prepare(`SELECT * FROM "${table}" WHERE rowid > ? ORDER BY rowid`).all([last]) as Record<
        string,
        Cell
      >[]
    ).map((cells) => ({ table, cells })),
  );

const traits = (index: number, dueDate: string): FamilyTraits => ({
  locale: 'zh',
  dueDate,
  mother: citizen('林样例', index),
  other: citizen('周样例', index + 50),
});

async function reportStored(deps: Deps, contractNumber: string, now: number): Promise<void> {
  const din = 'G987626600001';
  const events = eventsFor({
    din: `${din}${dinCheckCharacter(din)}`,
    contractNumber,
    baby: 1,
    story: 'stored',
    now,
    // Its contract is signed on the first of the 130 days.
    after: now - 129 * DAY,
  }).map((event) => expectOk(readLine(JSON.stringify(event), now)));
  for (const answer of await deliver(deps, { actor: { kind: 'api', id: 'bench' }, events })) expectOk(answer);
  await deps.runJobs();
}

/** Plays in `dataDir`, which then holds a migrated database with these families, the staff and the laboratory's key. */
export async function playTemplates(dataDir: string, now: number): Promise<Templates> {
  let clock = now - 130 * DAY;
  const config = loadConfig({ APP_MODE: 'test', DATA_DIR: dataDir });
  const deps = await createDeps(config, {
    now: () => clock,
    payments: pastPayments(config.stripe.checkoutOrigin),
    log: createLog({ level: 'warn' }),
  });
  const look = new Database(path.join(dataDir, 'portal.db'));
  try {
    const staffId = await hireStaff(deps);
    const system = { kind: 'system', id: 'bench' } as const;
    const key = expectOk(await createApiKey(deps, { name: 'LIMS', scopes: ['units:write'], actor: system }));
    const due = (days: number): string => new Date(now + days * DAY).toISOString().slice(0, 10);
    const templates: Template[] = [];
    const play = async (stage: Stage, family: FamilyInHouse, scene: () => Promise<void>): Promise<void> => {
      const before = newest(look);
      await family.signsUp();
      await scene();
      const { accountId, familyId } = family;
      templates.push({ stage, accountId, familyId, rows: rowsSince(look, before) });
    };

    const stored = new FamilyInHouse(deps, traits(1, due(-40)));
    await play('stored', stored, async () => {
      await stored.fillsIn();
      await stored.submits();
      clock += HOUR;
      await stored.isAccepted(staffId);
      clock += HOUR;
      await stored.otherJoins();
      clock += HOUR;
      await stored.motherSigns();
      clock += HOUR;
      await stored.otherSigns();
      clock += HOUR;
      await stored.pays();
      clock = now;
      await reportStored(deps, await stored.contractNumber(), now);
    });
    clock = now - 2 * DAY;
    const waiting = new FamilyInHouse(deps, traits(2, due(50)));
    await play('waiting', waiting, async () => {
      await waiting.fillsIn();
      await waiting.submits();
    });
    const offered = new FamilyInHouse(deps, traits(3, due(60)));
    await play('offered', offered, async () => {
      await offered.fillsIn();
      await offered.submits();
      await offered.isAccepted(staffId);
    });
    const half = new FamilyInHouse(deps, traits(4, due(70)));
    await play('half-filled', half, () => half.fillsIn('address'));

    const members = await deps.read.staff.all();
    const staff: Record<string, string> = {};
    for (const { accountId, roles } of members) for (const role of roles) staff[role] ??= accountId;
    return { templates, apiKey: key.secret, staff };
  } finally {
    look.close();
    await deps.close();
  }
}
