import type { APIRoute } from 'astro';
import { apiLocale, problem, receiveUnitFeed } from '#src/integration/index.ts';

export const POST: APIRoute = ({ request, locals, routePattern }) =>
  receiveUnitFeed(locals.deps, { request, route: routePattern, clientAddress: locals.clientAddress });

export const ALL: APIRoute = ({ request }) =>
  problem({ code: 'method-not-allowed', params: { allow: 'POST' } }, apiLocale(request), { allow: 'POST' });
