/**
 * The same statements through the bare binding, prepared once: nothing in JavaScript can be much quicker.
 * `node home-raw.ts PORT DATABASE PAGE`.
 */
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import Database from 'libsql';
import * as schema from '#db/schema/index.ts';
import { homeQueries, sessionQuery } from '../home-queries.ts';
import { servePage } from './page-server.ts';

const [port, file, page] = process.argv.slice(2) as [string, string, string];
const database = new Database(file);
const builder = drizzle({ client: createClient({ url: ':memory:' }), schema });
const marks = { idHash: '?idHash', accountId: '?accountId', familyId: '?familyId' };
const prepared = [sessionQuery(builder, marks), ...homeQueries(builder, marks)].map((query) => {
  const { sql, params } = query.toSQL();
  return { statement: database.prepare(sql).raw(true), params: params as (string | number)[] };
});
const [first, ...rest] = prepared as [(typeof prepared)[number], ...typeof prepared];

servePage(port, page, async (idHash) => {
  const [session] = first.statement.all(
    first.params.map((one) => (one === marks.idHash ? idHash : one)),
  ) as string[][];
  if (!session) return false;
  const [, accountId = '', , , , , , , familyId = ''] = session;
  let rows = 0;
  for (const { statement, params } of rest)
    rows += statement.all(
      params.map((one) => (one === marks.familyId ? familyId : one === marks.accountId ? accountId : one)),
    ).length;
  return rows > 0;
});
