/** The way back that pages which know nobody (404, 500) can offer: everybody's own first page. */
import type { APIRoute } from 'astro';
import { admit } from '#src/accounts/guard.ts';
import { localPath } from '#src/shared/i18n.ts';

const FIRST = { staff: '/staff', family: '/family', visitor: '/' } as const;

export const GET: APIRoute = async (context) => {
  const access = await admit(context);
  if (access instanceof Response) return access;
  return context.redirect(localPath(context.locals.locale, FIRST[access.sessionKind]), 303);
};
