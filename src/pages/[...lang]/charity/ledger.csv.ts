import type { APIRoute } from 'astro';
import { ledgerFile, ledgerQuery } from '#src/charity/for-pages.ts';

/** The public ledger as a file; the same filters as the page. */
export const GET: APIRoute = async ({ locals: { deps, locale }, url }) => {
  const file = await ledgerFile(deps.read.charityLedger, ledgerQuery(url.searchParams), locale);
  return new Response(file, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="ledger.csv"',
      'cache-control': 'public, max-age=300',
    },
  });
};
