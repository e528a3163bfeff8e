/**
 * `node db/verify-audit.ts`: walks the whole audit chain and says whether it is what was written. On a running house it is
 * run on a copy (see the runbook), because one process owns the file.
 */
import { verifyChain } from '../src/platform/audit/audit-trail.ts';
import { loadConfig } from '../src/platform/config/config.ts';
import { openDatabase } from './client.ts';

const { databaseUrl, databaseToken } = loadConfig(process.env);
const database = openDatabase({ url: databaseUrl, ...(databaseToken ? { authToken: databaseToken } : {}) });
try {
  const found = await verifyChain(database.db);
  process.stdout.write(
    found.intact
      ? `The chain is whole: ${found.rows} rows. Keep this elsewhere: ${found.anchor}\n`
      : `The chain is broken at row ${found.brokenAt}; the ${found.rows} rows before it are whole.\n`,
  );
  process.exitCode = found.intact ? 0 : 1;
} finally {
  database.close();
}
