import { actions } from 'astro:actions';
import type { AstroGlobal } from 'astro';
import { admit } from '../../accounts/guard.ts';
import { accountDoor, ownPath, type Refused } from '../../accounts/index.ts';
import { localPath } from '../../shared/i18n.ts';
import { statusOf } from '../../shared/outcomes.ts';

const { outcomeOf, refusedDetail } = accountDoor;

export interface StaffSignInView {
  readonly next: string | null;
  /** What was refused, or null when nothing was posted yet. */
  readonly detail: Refused | null;
}

/** What both language's pages do before they show the form; a Response when there is nothing to show. */
export async function staffSignIn(page: AstroGlobal): Promise<StaffSignInView | Response> {
  const access = await admit(page);
  if (access instanceof Response) return access;
  const next = ownPath(page.url.searchParams.get('next'));
  const signedIn = outcomeOf(page.getActionResult(actions.staff.signIn));
  if (signedIn?.ok || (access.sessionKind === 'staff' && signedIn === null))
    return page.redirect(next ?? localPath(page.locals.locale, '/staff'), 303);
  if (signedIn?.ok !== false) return { next, detail: null };
  page.response.status = statusOf(signedIn.code);
  return { next, detail: refusedDetail(signedIn) ?? {} };
}
