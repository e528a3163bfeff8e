/**
 * A database file belongs to one process. The lock is an exclusive transaction on a small file beside it, so the operating
 * system lets go of it when the owner dies, however it dies; there is no stale lock to clean up.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'libsql';

export interface FileLock {
  release(): void;
}

export function lockFile(path: string): FileLock {
  const note = `${path}.owner`;
  const lock = new Database(`${path}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    let owner = 'unknown';
    try {
      owner = readFileSync(note, 'utf8').trim();
    } catch {
      // The note is for people; the lock itself is what counts.
    }
    throw new Error(
      `The database ${path} is in use by another process (${owner}). One process owns the file: ` +
        `stop that process first, or set DATABASE_URL to another file or to a libSQL server.`,
    );
  }
  writeFileSync(note, `process ${process.pid} since ${new Date().toISOString()}\n`);
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}
