/**
 * One connection to a database file, with its prepared statements kept. The stock client prepares every statement anew,
 * asks for its columns twice and defines properties cell by cell; that was 57 % of a page's time.
 */
import Database from 'libsql';
import { LibsqlError, type InArgs, type InValue, type ResultSet, type Row } from '@libsql/client';

type Bound = number | bigint | string | null | Uint8Array;
type Cell = number | string | null | Uint8Array;

interface Prepared {
  readonly statement: Database.Statement<[Bound[] | Record<string, Bound>]>;
  /** Empty when the statement returns no rows. */
  readonly columns: string[];
  readonly types: string[];
}

/** Enough for every statement of the house; lists of varying length (`IN (?, ?, …)`) push out the oldest. */
const KEPT_STATEMENTS = 1000;
const CHANGES_SCHEMA = /^\s*(create|alter|drop|pragma|vacuum|reindex|attach|detach|analyze)\b/i;
const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;

/** The binding aborts the whole process on a boolean, so every value is looked at before it goes down. */
function bindable(value: InValue): Bound {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('Only finite numbers can be stored.');
    return value;
  }
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint') {
    if (value < MIN_INT64 || value > MAX_INT64)
      throw new RangeError('This bigint does not fit into 64 bits.');
    return value;
  }
  if (value === null) return null;
  if (value instanceof Date) return value.valueOf();
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  if (ArrayBuffer.isView(value))
    return Buffer.from(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength);
  throw new TypeError(`${typeof value} cannot be passed to the database; use null for nothing.`);
}

function bound(args: InArgs): Bound[] | Record<string, Bound> {
  if (Array.isArray(args)) {
    const list = new Array<Bound>(args.length);
    for (let i = 0; i < args.length; i++) list[i] = bindable(args[i] as InValue);
    return list;
  }
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name.replace(/^[@$:]/, ''), bindable(value)]),
  );
}

/** The same error the stock client throws, so that `code` and `extendedCode` mean the same on file and server. */
function asLibsqlError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const base = /^SQLITE_[A-Z]+/.exec(error.code)?.[0] ?? 'SQLITE_UNKNOWN';
  return new LibsqlError(error.message, base, error.code, error.rawCode, error);
}

export interface FileConnection {
  /** Rows are plain arrays; `columns` names them. */
  execute(sql: string, args?: InArgs): ResultSet;
  executeScript(sql: string): void;
  readonly inTransaction: boolean;
  /** After a change of the schema by another connection, what was prepared here no longer fits. */
  forgetStatements(): void;
  close(): void;
}

export function fileConnection(
  path: string,
  options: {
    timeoutMs: number;
    readOnly: boolean;
    onSchemaChange?: () => void;
    onStatement?: (sql: string) => void;
  },
): FileConnection {
  const database = new Database(path, { timeout: options.timeoutMs });
  const script = (sql: string): void => {
    try {
      database.exec(sql);
    } catch (error) {
      throw asLibsqlError(error);
    }
  };
  if (!options.readOnly) script('PRAGMA journal_mode = WAL');
  script('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768');
  // A write that was taken for a read must fail loudly instead of going round the queue.
  if (options.readOnly) script('PRAGMA query_only = ON');

  const kept = new Map<string, Prepared>();
  function prepare(sql: string): Prepared {
    const known = kept.get(sql);
    if (known) return known;
    const statement = database.prepare<[Bound[] | Record<string, Bound>]>(sql);
    const reader = statement.reader;
    if (reader) statement.raw(true);
    const columns = reader ? statement.columns() : [];
    const fresh = {
      statement,
      columns: columns.map((column) => column.name),
      types: columns.map((column) => column.type ?? ''),
    };
    if (!CHANGES_SCHEMA.test(sql)) {
      if (kept.size >= KEPT_STATEMENTS) kept.delete(kept.keys().next().value as string);
      kept.set(sql, fresh);
    }
    return fresh;
  }

  const changedSchema = (): void => {
    kept.clear();
    options.onSchemaChange?.();
  };

  return {
    execute(sql, args = []) {
      options.onStatement?.(sql);
      try {
        const { statement, columns, types } = prepare(sql);
        let rows: Row[] = [];
        let changes = 0;
        let inserted: bigint | undefined;
        if (columns.length > 0) {
          rows = statement.all(bound(args)) as unknown as Row[];
          if (rows.length > 0) refuseRounded(rows as unknown as Cell[][]);
        } else {
          const info = statement.run(bound(args));
          changes = info.changes;
          inserted = BigInt(info.lastInsertRowid);
        }
        if (CHANGES_SCHEMA.test(sql)) changedSchema();
        return {
          columns,
          columnTypes: types,
          rows,
          rowsAffected: changes,
          lastInsertRowid: inserted,
          toJSON: () => ({ columns, columnTypes: types, rows, rowsAffected: changes }),
        };
      } catch (error) {
        throw asLibsqlError(error);
      }
    },
    executeScript(sql) {
      options.onStatement?.(sql);
      script(sql);
      changedSchema();
    },
    get inTransaction() {
      return database.inTransaction;
    },
    forgetStatements: () => kept.clear(),
    close() {
      kept.clear();
      database.close();
    },
  };
}

/** An integer past 2^53 comes out of the binding rounded; a wrong amount is worse than an error. */
function refuseRounded(rows: readonly (readonly Cell[])[]): void {
  for (const row of rows)
    for (const cell of row)
      if (
        typeof cell === 'number' &&
        (cell > Number.MAX_SAFE_INTEGER || cell < Number.MIN_SAFE_INTEGER) &&
        Number.isInteger(cell)
      )
        throw new RangeError('Received integer which cannot be safely represented as a JavaScript number');
}
