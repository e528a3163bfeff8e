import type { APIRoute } from 'astro';
import { securityTxt } from '#src/about/contact/security-txt.ts';
import { site } from '#src/ui/site.ts';

/** Made when asked, because it names its own address, which is known only where the site runs. */
export const GET: APIRoute = ({ locals: { deps } }) =>
  new Response(securityTxt({ origin: deps.config.origin, contact: site.securityContact }), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' },
  });
