import type { APIRoute } from 'astro';
import { apiLocale, problem, receiveUnitEvent } from '#src/integration/index.ts';

export const POST: APIRoute = ({ request, locals, params, routePattern }) =>
  receiveUnitEvent(
    locals.deps,
    { request, route: routePattern, clientAddress: locals.clientAddress },
    params['din'] ?? '',
  );

export const ALL: APIRoute = ({ request }) =>
  problem({ code: 'method-not-allowed', params: { allow: 'POST' } }, apiLocale(request), { allow: 'POST' });
