/** Applies `db/migrations` in order, each in one transaction, and remembers what was applied. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';

const FOLDER = path.join(import.meta.dirname, 'migrations');

interface Journal {
  readonly entries: readonly { readonly idx: number; readonly tag: string }[];
}

/**
 * Brings the database up to date; harmless when it is. Throws when an applied migration's file was changed afterwards,
 * because then nobody knows what the tables look like. Returns the names applied now.
 */
export async function migrate(database: Database, folder: string = FOLDER): Promise<string[]> {
  const journal = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8')) as Journal;
  await database.write((tx) =>
    tx.run(
      sql`CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, sha256 text NOT NULL, applied_at integer NOT NULL)`,
    ),
  );
  const rows = await database.db.all<{ name: string; sha256: string }>(
    sql`SELECT name, sha256 FROM migrations`,
  );
  const applied = new Map(rows.map((row) => [row.name, row.sha256]));
  const now: string[] = [];
  for (const { tag } of [...journal.entries].sort((a, b) => a.idx - b.idx)) {
    const text = readFileSync(path.join(folder, `${tag}.sql`), 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const before = applied.get(tag);
    if (before === sha256) continue;
    if (before !== undefined)
      throw new Error(
        `Migration ${tag} was changed after it was applied to this database; add a new one instead.`,
      );
    await database.write(async (tx) => {
      for (const statement of text.split('--> statement-breakpoint'))
        if (statement.trim() !== '') await tx.run(sql.raw(statement));
      await tx.run(
        sql`INSERT INTO migrations (name, sha256, applied_at) VALUES (${tag}, ${sha256}, ${Date.now()})`,
      );
    });
    now.push(tag);
  }
  return now;
}

/** True when every migration of this version has been applied. */
export async function isMigrated(database: Database, folder: string = FOLDER): Promise<boolean> {
  const journal = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8')) as Journal;
  try {
    const rows = await database.db.all<{ name: string }>(sql`SELECT name FROM migrations`);
    const applied = new Set(rows.map((row) => row.name));
    return journal.entries.every((entry) => applied.has(entry.tag));
  } catch {
    return false;
  }
}

// `node db/migrate.ts`: what the operator runs before a new version starts.
if (import.meta.main) {
  const { loadConfig } = await import('../src/platform/config/config.ts');
  const { openDatabase } = await import('./client.ts');
  const { databaseUrl, databaseToken } = loadConfig(process.env);
  const database = openDatabase({ url: databaseUrl, ...(databaseToken ? { authToken: databaseToken } : {}) });
  const applied = await migrate(database);
  database.close();
  process.stdout.write(
    applied.length === 0 ? 'The database is up to date.\n' : `Applied ${applied.join(', ')}.\n`,
  );
}
