import type { APIRoute } from 'astro';
import { admit, notFound } from '#src/accounts/guard.ts';
import { keepTyped, readTyped } from '#src/enrolment/for-pages.ts';
import { err } from '#src/shared/result.ts';
import { MINUTE } from '#src/shared/clock.ts';
import { formatTime } from '#src/shared/format.ts';

/** A page saves itself a second after the last key; more often than this nobody types. */
const A_MINUTE = 120;

/** A page of the enrolment form that saves itself while it is filled in; the script asks, never a person. */
export const POST: APIRoute = async (context) => {
  const access = await admit(context);
  // A script follows a redirect to the sign-in page without noticing: it is told plainly.
  if (access instanceof Response) return new Response(null, { status: access.status === 303 ? 401 : 404 });
  const { deps } = context.locals;
  if (!(await deps.limits.take('enrol.keep', access.accountId, A_MINUTE, MINUTE)))
    return new Response(null, { status: 429 });
  const typed = readTyped(deps, await context.request.formData(), access);
  const kept = typed ? await keepTyped(deps, typed) : err('gone');
  // Another family's enrolment: the same 404 and the same row as everywhere.
  if (!kept.ok && kept.code === 'not-found') return notFound(context);
  // Not kept is an answer the page waits for, not a fault: it says so and goes on.
  if (!kept.ok) return Response.json({ why: kept.code });
  return Response.json({ ...kept.value, at: formatTime(kept.value.at) });
};
