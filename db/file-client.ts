/**
 * A thin client for a database file with the interface of `@libsql/client`: one connection for reads, one for writes, and
 * a queue in front of the second. WAL lets a read go on beside a write.
 */
import {
  LibsqlBatchError,
  LibsqlError,
  type Client,
  type InArgs,
  type InStatement,
  type ResultSet,
  type Transaction,
  type Value,
} from '@libsql/client';
import { fileConnection, type FileConnection } from './file-connection.ts';
import { lockFile } from './file-lock.ts';
import { writeQueue, type WriteQueue } from './write-queue.ts';

type Statement = InStatement | [string, InArgs?];

export interface FileClient extends Client {
  readonly queue: WriteQueue;
  /** Runs on the write connection without queueing: only for whoever holds the queue. */
  readonly insideTransaction: Client;
  begin(): void;
  /** Harmless when nothing is open. */
  rollback(): void;
}

const normal = (statement: Statement, args?: InArgs): { sql: string; args: InArgs } =>
  typeof statement === 'string'
    ? { sql: statement, args: args ?? [] }
    : Array.isArray(statement)
      ? { sql: statement[0], args: statement[1] ?? [] }
      : { sql: statement.sql, args: statement.args ?? [] };

/** A `WITH` may end in an insert; when in doubt it is a write, which is only slower. */
export const isRead = (sql: string): boolean =>
  /^\s*(select|explain|values)\b/i.test(sql) ||
  (/^\s*with\b/i.test(sql) && !/\b(insert|update|delete|replace)\b/i.test(sql));

/** Every statement or none. Whoever calls holds the write queue. */
function allOrNothing(writer: FileConnection, statements: readonly Statement[]): ResultSet[] {
  writer.execute('BEGIN IMMEDIATE');
  try {
    const results = statements.map((statement, index) => {
      const { sql, args } = normal(statement);
      try {
        return writer.execute(sql, args);
      } catch (error) {
        if (!(error instanceof LibsqlError)) throw error;
        throw new LibsqlBatchError(
          error.message,
          index,
          error.code,
          error.extendedCode,
          error.rawCode,
          error.cause instanceof Error ? error.cause : undefined,
        );
      }
    });
    writer.execute('COMMIT');
    return results;
  } catch (error) {
    if (writer.inTransaction) writer.execute('ROLLBACK');
    throw error;
  }
}

export interface FileClientOptions {
  readonly path: string;
  readonly timeoutMs?: number;
  readonly onStatement?: (sql: string) => void;
}

export function createFileClient({ path, timeoutMs = 5000, onStatement }: FileClientOptions): FileClient {
  const lock = lockFile(path);
  const queue = writeQueue();
  const hook = onStatement ? { onStatement } : {};
  const writer = fileConnection(path, {
    timeoutMs,
    readOnly: false,
    ...hook,
    onSchemaChange: () => reader.forgetStatements(),
  });
  const reader: FileConnection = fileConnection(path, { timeoutMs, readOnly: true, ...hook });
  let closed = false;
  const open = (): void => {
    if (closed) throw new LibsqlError('The client is closed', 'CLIENT_CLOSED');
  };

  async function execute(statement: Statement, args?: InArgs): Promise<ResultSet> {
    open();
    const { sql, args: values } = normal(statement, args);
    if (isRead(sql)) return reader.execute(sql, values);
    return queue.run(async () => writer.execute(sql, values));
  }
  const batch = (statements: readonly Statement[]): Promise<ResultSet[]> => {
    open();
    return queue.run(async () => allOrNothing(writer, statements));
  };
  const executeMultiple = (sql: string): Promise<void> => {
    open();
    return queue.run(async () => writer.executeScript(sql));
  };

  async function transaction(): Promise<Transaction> {
    open();
    const release = await queue.acquire();
    let done = false;
    const finish = (sql: 'COMMIT' | 'ROLLBACK'): void => {
      if (done) return;
      done = true;
      try {
        if (writer.inTransaction) writer.execute(sql);
      } catch (error) {
        if (writer.inTransaction) writer.execute('ROLLBACK');
        throw error;
      } finally {
        release();
      }
    };
    const alive = (): void => {
      if (done) throw new LibsqlError('The transaction is closed', 'TRANSACTION_CLOSED');
    };
    try {
      writer.execute('BEGIN IMMEDIATE');
    } catch (error) {
      release();
      throw error;
    }
    const run = async (statement: Statement): Promise<ResultSet> => {
      alive();
      const { sql, args } = normal(statement);
      return writer.execute(sql, args);
    };
    return {
      execute: run,
      batch: async (statements) => {
        const results: ResultSet[] = [];
        for (const statement of statements) results.push(await run(statement));
        return results;
      },
      executeMultiple: async (sql) => {
        alive();
        writer.executeScript(sql);
      },
      commit: async () => {
        alive();
        finish('COMMIT');
      },
      rollback: async () => finish('ROLLBACK'),
      close: () => finish('ROLLBACK'),
      get closed() {
        return done;
      },
    };
  }

  const close = (): void => {
    if (closed) return;
    closed = true;
    reader.close();
    writer.close();
    lock.release();
  };
  const unsupported = (what: string) => (): never => {
    throw new LibsqlError(`A database file has no ${what}`, 'NOT_SUPPORTED');
  };
  const shared = {
    protocol: 'file',
    sync: unsupported('sync'),
    reconnect: unsupported('reconnect'),
    close,
    get closed() {
      return closed;
    },
  };
  const inside = async (statement: Statement, args?: InArgs): Promise<ResultSet> => {
    open();
    if (!writer.inTransaction)
      throw new LibsqlError('The transaction is over: await every query inside it.', 'TRANSACTION_CLOSED');
    const { sql, args: values } = normal(statement, args);
    return writer.execute(sql, values);
  };

  return {
    ...shared,
    queue,
    execute,
    batch: (statements: readonly Statement[]) => batch(statements),
    migrate: (statements: readonly InStatement[]) => batch(statements),
    executeMultiple,
    transaction,
    begin() {
      open();
      writer.execute('BEGIN IMMEDIATE');
    },
    rollback() {
      if (writer.inTransaction) writer.execute('ROLLBACK');
    },
    insideTransaction: {
      ...shared,
      execute: inside,
      batch: async (statements: readonly Statement[]) => {
        const results: ResultSet[] = [];
        for (const statement of statements) results.push(await inside(statement));
        return results;
      },
      migrate: unsupported('migration inside a transaction'),
      executeMultiple: unsupported('script inside a transaction'),
      transaction: unsupported('transaction inside a transaction'),
    },
  };
}

/** For callers that read `row.name`: the array keeps its indexes and gains its column names. */
function named(result: ResultSet): ResultSet {
  const { columns } = result;
  for (const row of result.rows)
    for (let i = columns.length - 1; i >= 0; i--) row[columns[i] as string] = row[i] as Value;
  return result;
}

/** The client as scripts and tests know it. Drizzle reads rows by index, so it is spared the naming. */
export const withNamedRows = (client: FileClient): Client => ({
  ...client,
  execute: async (statement: Statement, args?: InArgs) =>
    named(await client.execute(...([statement, args] as Parameters<Client['execute']>))),
  batch: async (statements, mode) => (await client.batch(statements, mode)).map(named),
  get closed() {
    return client.closed;
  },
});
