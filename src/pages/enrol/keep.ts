import type { APIRoute } from 'astro';
import { admit } from '#src/accounts/guard.ts';
import { keepTyped } from '#src/enrolment/saving/keep-typed.ts';
import { readTyped } from '#src/enrolment/saving/read-typed.ts';
import { formatTime } from '#src/shared/format.ts';

const STATUS = { 'changed-meanwhile': 409, gone: 410 } as const;

/** A page of the enrolment form that saves itself while it is filled in; the script asks, never a person. */
export const POST: APIRoute = async (context) => {
  const access = await admit(context);
  // A script follows a redirect to the sign-in page without noticing: it is told plainly.
  if (access instanceof Response) return new Response(null, { status: access.status === 303 ? 401 : 404 });
  const { deps } = context.locals;
  const typed = readTyped(deps, await context.request.formData(), access);
  if (!typed) return new Response(null, { status: 410 });
  const kept = await keepTyped(deps, typed);
  if (!kept.ok) return new Response(null, { status: STATUS[kept.code] });
  return Response.json({ ...kept.value, at: formatTime(kept.value.at) });
};
