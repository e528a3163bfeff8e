import type { APIRoute } from 'astro';
import { apiLocale, openApiDocument, problem } from '#src/integration/index.ts';

export const GET: APIRoute = ({ locals }) =>
  new Response(JSON.stringify(openApiDocument(locals.deps.config.origin), null, 1), {
    headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' },
  });

export const ALL: APIRoute = ({ request }) =>
  problem({ code: 'method-not-allowed', params: { allow: 'GET' } }, apiLocale(request), { allow: 'GET' });
