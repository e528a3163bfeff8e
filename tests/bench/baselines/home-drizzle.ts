/**
 * The family home as it is usually built: node:http, the stock client, query builders made anew for each request, and a
 * constant page of the same size, compressed alike. `node home-drizzle.ts PORT DATABASE PAGE`.
 */
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import * as schema from '#db/schema/index.ts';
import { homeQueries, sessionQuery } from '../home-queries.ts';
import { servePage } from './page-server.ts';

const [port, file, page] = process.argv.slice(2) as [string, string, string];
const db = drizzle({ client: createClient({ url: `file:${file}` }), schema });

servePage(port, page, async (idHash) => {
  const asked = { idHash, accountId: '', familyId: '' };
  const [session] = await sessionQuery(db, asked);
  if (!session) return false;
  const found = await Promise.all(
    homeQueries(db, { idHash, accountId: session.accountId, familyId: session.familyId ?? '' }),
  );
  return found[0].length > 0;
});
