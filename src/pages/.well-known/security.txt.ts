import type { APIRoute } from 'astro';
import { securityTxt } from '#src/about/for-pages.ts';
import { absolute } from '#src/shared/public-origin.ts';
import { site } from '#src/ui/site.ts';

export const prerender = true;

/** It names its own address, which is put in when the file is served. */
export const GET: APIRoute = () =>
  new Response(securityTxt({ origin: absolute(''), contact: site.securityContact }), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
