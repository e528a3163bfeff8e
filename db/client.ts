/**
 * The database, by URL: a file this process owns, or a libSQL server. Same type either way; one write at a time either way.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, LibsqlError, type Client, type ResultSet } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { createFileClient, isRead, withNamedRows, type FileClient } from './file-client.ts';
import * as schema from './schema/index.ts';
import { writeQueue } from './write-queue.ts';

/** What a store is built on; inside a transaction it is the transaction. */
export type Db = LibSQLDatabase<typeof schema>;

export interface DatabaseOptions {
  /** `file:/path/portal.db`, or `libsql:`, `http:`, `https:`, `ws:`, `wss:` for a server. */
  readonly url: string;
  readonly authToken?: string;
  readonly timeoutMs?: number;
  /** Hears every statement sent to a file, for the query plan tests. */
  readonly onStatement?: (sql: string) => void;
}

export interface Database {
  readonly db: Db;
  readonly client: Client;
  /** The path when the database is a file. */
  readonly file: string | null;
  /**
   * Runs `work` in one write transaction; commits when it resolves, rolls back when it throws. `Db` must not be used
   * after `work` has ended. On a file the same `Db` is given each time, so stores may be built on it once.
   */
  write<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** `['ok']`, or what `PRAGMA integrity_check` and `foreign_key_check` found. */
  integrityCheck(): Promise<string[]>;
  close(): void;
}

interface PreparedRows {
  mapAllResult(rows: readonly unknown[][], isFromBatch?: boolean): unknown;
  mapGetResult(rows: readonly unknown[][], isFromBatch?: boolean): unknown;
}
interface SessionInside {
  prepareQuery(
    query: unknown,
    fields: unknown,
    method: unknown,
    arrays: unknown,
    mapper?: unknown,
  ): PreparedRows;
  transaction(work: (tx: Db) => Promise<unknown>): Promise<unknown>;
}

const COLUMNS = Symbol('columns');
type NamedRows = readonly unknown[][] & { [COLUMNS]?: readonly string[] };

/** Lets a result that drizzle reads by name (`db.all(sql…)`) find its columns without naming every cell of every row. */
const labelled = (client: Client): Client => ({
  ...client,
  execute: async (...args: Parameters<Client['execute']>): Promise<ResultSet> => {
    const result = await client.execute(...args);
    (result.rows as unknown as NamedRows & { [COLUMNS]: readonly string[] })[COLUMNS] = result.columns;
    return result;
  },
});

function drizzleOnFile(client: Client, transaction: SessionInside['transaction']): Db {
  const db = drizzle({ client: labelled(client), schema });
  const session = (db as unknown as { session: SessionInside }).session;
  const prepare = session.prepareQuery.bind(session);
  session.transaction = transaction;
  session.prepareQuery = (query, fields, method, arrays, mapper, ...rest: []) => {
    const prepared = prepare(query, fields, method, arrays, mapper, ...rest);
    if (fields || mapper) return prepared;
    const rowsByName = (rows: NamedRows): Record<string, unknown>[] => {
      const columns = rows[COLUMNS] ?? [];
      return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
    };
    prepared.mapAllResult = (rows) => rowsByName(rows as NamedRows);
    prepared.mapGetResult = (rows) => rowsByName(rows as NamedRows)[0];
    return prepared;
  };
  return db;
}

function onFile(file: string, options: DatabaseOptions): Database {
  mkdirSync(path.dirname(file), { recursive: true });
  const client: FileClient = createFileClient({
    path: file,
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    ...(options.onStatement ? { onStatement: options.onStatement } : {}),
  });
  const inside = drizzleOnFile(client.insideTransaction, () => {
    throw new Error('A transaction inside a transaction is not supported.');
  });
  const write = <T>(work: (tx: Db) => Promise<T>): Promise<T> =>
    client.queue.run(async () => {
      const { insideTransaction: connection } = client;
      client.begin();
      try {
        const value = await work(inside);
        await connection.execute('COMMIT');
        return value;
      } catch (error) {
        client.rollback();
        throw error;
      }
    });
  return {
    db: drizzleOnFile(client, (work) => write(work)),
    client: withNamedRows(client),
    file,
    write,
    integrityCheck: () => integrityCheck(client),
    close: () => client.close(),
  };
}

/**
 * A database behind the stock client. Over websockets two writers at once hung the server, so writes of this process queue
 * here as well; over HTTP that costs nothing that matters.
 */
export function databaseOn(client: Client): Database {
  const queue = writeQueue();
  const queued = {
    protocol: client.protocol,
    execute: (...args: Parameters<Client['execute']>) => {
      const [statement] = args as [string | { sql: string }];
      const run = (): Promise<ResultSet> => client.execute(...args);
      return isRead(typeof statement === 'string' ? statement : statement.sql) ? run() : queue.run(run);
    },
    batch: (...args: Parameters<Client['batch']>) => queue.run(() => client.batch(...args)),
    migrate: (...args: Parameters<Client['migrate']>) => queue.run(() => client.migrate(...args)),
    executeMultiple: (script: string) => queue.run(() => client.executeMultiple(script)),
    // `write` holds the queue already when drizzle asks for a transaction.
    transaction: () => client.transaction('write'),
    sync: () => client.sync(),
    reconnect: () => client.reconnect(),
    close: () => client.close(),
    get closed() {
      return client.closed;
    },
  } satisfies Client;
  const db = drizzle({ client: queued, schema });
  return {
    db,
    client: queued,
    file: null,
    write: (work) => queue.run(() => db.transaction((tx) => work(tx as unknown as Db))),
    integrityCheck: () => integrityCheck(client),
    close: () => client.close(),
  };
}

async function integrityCheck(client: Client): Promise<string[]> {
  const found = await client.execute('PRAGMA integrity_check');
  const orphans = await client.execute('PRAGMA foreign_key_check');
  const said = found.rows.map((row) => String(row[0]));
  return orphans.rows.length === 0 ? said : [...said, `${orphans.rows.length} rows without their parent`];
}

/** Opens the database; a file in use by another process is refused with a sentence saying so. */
export function openDatabase(options: DatabaseOptions): Database {
  if (!options.url.startsWith('file:'))
    return databaseOn(
      createClient({
        url: options.url,
        ...(options.authToken === undefined ? {} : { authToken: options.authToken }),
      }),
    );
  const file = options.url.startsWith('file://')
    ? fileURLToPath(options.url)
    : path.resolve(options.url.slice('file:'.length));
  return onFile(file, options);
}

const causes = function* (error: unknown): Generator<LibsqlError> {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof LibsqlError) yield at;
};

/** True when a write was refused because the same thing exists already; `column` (`table.column`) narrows it. */
export const isUniqueViolation = (error: unknown, column?: string): boolean =>
  [...causes(error)].some(
    (cause) =>
      /UNIQUE constraint failed/.test(cause.message) &&
      (column === undefined || cause.message.includes(column)),
  );

/** True when the database was busy and trying again may help. */
export const isBusy = (error: unknown): boolean =>
  [...causes(error)].some((cause) => cause.code === 'SQLITE_BUSY' || cause.code === 'SQLITE_LOCKED');
