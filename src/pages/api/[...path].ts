import type { APIRoute } from 'astro';
import { apiLocale, problem } from '#src/integration/index.ts';

/** An address the API does not have answers like the API, not like a page. */
export const ALL: APIRoute = ({ request }) => problem({ code: 'no-such-address' }, apiLocale(request));
