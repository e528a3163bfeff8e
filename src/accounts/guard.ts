/**
 * The guard at every door. A page or action looks itself up in the authorisation table; whoever may not is answered with
 * the same 404 as a random address, and one `denied` row is written.
 */
import type { ActionAPIContext } from 'astro:actions';
import type { AuditTrail } from '../platform/audit/audit-trail.ts';
import type { Log } from '../platform/log/log.ts';
import type { RateLimiter } from '../platform/rate-limit/rate-limit.ts';
import { VISITOR, type Actor } from '../shared/actor.ts';
import { HOUR } from '../shared/clock.ts';
import { parseDin } from '../shared/identifiers/index.ts';
import { isId } from '../shared/ids.ts';
import { localPath, type Locale } from '../shared/i18n.ts';
import { err, ok, type Err, type Result } from '../shared/result.ts';
import type { Transact } from '../shared/transaction.ts';
import { actions, rowOf, type Role, type Who } from './permissions.ts';
import { readSession, type Cookies, type SessionDeps } from './session.ts';
import type { FoundSession, SessionKind, SessionStore } from './session-store.ts';
import { withNext } from './signing-in/return-path.ts';

/** Who came in. A visitor (routes for anyone) has an empty `accountId` and the kind `visitor`. */
export interface Admitted {
  readonly accountId: string;
  readonly actor: Actor;
  readonly familyId: string | null;
  readonly guardianId: string | null;
  readonly staff: { readonly name: string; readonly roles: readonly Role[] } | null;
  readonly sessionKind: SessionKind | 'visitor';
  /** The account's own language: letters and texts are written in it. */
  readonly locale: Locale | null;
  /** SHA-256 of the session id: which of the listed devices this one is. */
  readonly sessionHash: string | null;
}

/** Signed in and belonging to a family: what `admitFamily()` and the actions for families hand on. */
export interface AdmittedGuardian extends Admitted {
  readonly familyId: string;
  readonly guardianId: string;
}

export interface GuardDeps extends SessionDeps {
  readonly transaction: Transact<{ sessions: SessionStore; audit: AuditTrail }>;
  readonly config: { readonly mode: 'demo' | 'test' | 'production' };
  readonly limits: RateLimiter;
  readonly log: Log;
}

/** What is needed of `Astro` or an action's context; both fit. */
export interface Visit {
  readonly request: Request;
  readonly url: URL;
  readonly routePattern: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly cookies: Cookies;
  readonly locals: {
    readonly deps: GuardDeps;
    readonly locale: Locale;
    readonly requestId: string;
    readonly clientAddress: string;
    access?: Admitted | undefined;
  };
}

const visitor: Admitted = {
  accountId: '',
  actor: VISITOR,
  familyId: null,
  guardianId: null,
  staff: null,
  sessionKind: 'visitor',
  locale: null,
  sessionHash: null,
};

const admitted = (found: FoundSession): Admitted => ({
  accountId: found.accountId,
  actor: { kind: found.kind, id: found.accountId },
  // A staff session never acts as a family, even when the same person is a guardian.
  familyId: found.kind === 'family' ? found.familyId : null,
  guardianId: found.kind === 'family' ? found.guardianId : null,
  staff:
    found.kind === 'staff' && found.staffName !== null
      ? { name: found.staffName, roles: (found.staffRoles ?? []) as readonly Role[] }
      : null,
  sessionKind: found.kind,
  locale: found.locale,
  sessionHash: found.idHash,
});

/** Who is asking, whatever the page: the signed-in person, or a visitor. */
export async function whoIs(visit: Visit): Promise<Admitted> {
  const found = await readSession(visit.locals.deps, visit.cookies);
  return found ? admitted(found) : visitor;
}

type Door = 'sign-in' | 'staff-sign-in';
type Verdict = 'in' | Door | 'no';

/** The authorisation table's answer. Pure, so that the whole matrix of routes and roles can be tested. */
export function verdict(
  who: Who | undefined,
  person: Admitted,
  mode: 'demo' | 'test' | 'production',
): Verdict {
  if (who === undefined) return 'no';
  if (who === 'anyone') return 'in';
  if (who === 'development') return mode === 'production' ? 'no' : 'in';
  if (who === 'signed-webhook') return 'no';
  if (who === 'account' || who === 'family') {
    if (person.sessionKind === 'visitor') return 'sign-in';
    if (person.sessionKind !== 'family') return 'no';
    return who === 'account' || person.familyId !== null ? 'in' : 'no';
  }
  if (who !== 'any-staff' && 'apiScope' in who) return 'no';
  if (person.sessionKind === 'visitor') return 'staff-sign-in';
  if (person.staff === null) return 'no';
  return who === 'any-staff' || person.staff.roles.some((role) => who.staff.includes(role)) ? 'in' : 'no';
}

/**
 * Lets in whoever the authorisation table allows here; otherwise the answer to return: a way to sign in, or the 404.
 * HEAD counts as GET.
 */
export async function admit(visit: Visit): Promise<Admitted | Response> {
  const method = visit.request.method === 'POST' ? 'POST' : 'GET';
  const person = await whoIs(visit);
  const { deps } = visit.locals;
  const answer = verdict(rowOf(visit.routePattern)?.[method], person, deps.config.mode);
  visit.locals.access = person;
  if (answer === 'in') return person;
  return answer === 'no' ? refuse(visit, person) : toDoor(visit, answer);
}

/** To the page where this person can sign in, and back from there. */
function toDoor({ request, url, locals }: Pick<Visit, 'request' | 'url' | 'locals'>, door: Door): Response {
  // After a form was posted the way back is the page it stood on; what was typed is not repeated.
  const back = url.pathname + (request.method === 'POST' ? '' : url.search);
  const location = withNext(localPath(locals.locale, `/${door.replace('staff-', 'staff/')}`), back);
  return new Response(null, { status: 303, headers: { location } });
}

const isGuardian = (person: Admitted): person is AdmittedGuardian =>
  person.familyId !== null && person.guardianId !== null;

/** `admit()` on a page of a family, whose row says `family`: nobody without one gets past. */
export async function admitFamily(visit: Visit): Promise<AdmittedGuardian | Response> {
  const person = await admit(visit);
  if (person instanceof Response || isGuardian(person)) return person;
  return refuse(visit, person);
}

type ActionName = keyof typeof actions;
type NotAdmitted = 'sign-in-needed' | 'not-found';

/** The same for an action, by its name in the table. `context` is the action's second argument. */
export async function admitAction(
  context: Visit,
  name: string,
): Promise<Result<Admitted, NotAdmitted, undefined>> {
  const person = await whoIs(context);
  const who = Object.hasOwn(actions, name) ? actions[name as ActionName] : undefined;
  const answer = verdict(who, person, context.locals.deps.config.mode);
  if (answer === 'in') return ok(person);
  if (answer === 'no') return err('not-found');
  return err('sign-in-needed');
}

/** What an action answered, as far as it matters here. */
const codeOf = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false && 'code' in answer
    ? answer.code
    : null;

/**
 * What the visitor gets in place of a page when the action they posted to did not let them in or did not find what they
 * named: the door, or the same 404 as a random address. Null when the page is to show what came of it.
 */
export function insteadOfPage(
  visit: Pick<Visit, 'request' | 'url' | 'locals'>,
  name: string,
  answer: unknown,
) {
  const code = codeOf(answer);
  if (code === 'not-found') return new Response(null, { status: 404 });
  if (code !== 'sign-in-needed') return null;
  const who = Object.hasOwn(actions, name) ? actions[name as ActionName] : undefined;
  const door = verdict(who, visitor, visit.locals.deps.config.mode);
  return toDoor(visit, door === 'staff-sign-in' ? door : 'sign-in');
}

type PersonFor<N extends ActionName> = (typeof actions)[N] extends 'family' ? AdmittedGuardian : Admitted;

/**
 * The handler of an action: lets in whoever the table allows, and hands that person on. Whoever may not, and whoever names
 * an object that is not theirs or not there (`not-found`), leaves one denied row; what they see is the middleware's
 * (`insteadOfPage`), so that no action and no page can forget either. A bug is logged here with its own
 * stack and thrown on, because Astro keeps no more than its message, which may quote what somebody typed.
 */
export const guarded =
  <const N extends ActionName, R>(
    name: N,
    handle: (form: FormData, context: ActionAPIContext, person: PersonFor<N>) => Promise<R>,
  ) =>
  async (form: FormData, context: ActionAPIContext): Promise<R | Err<NotAdmitted, undefined>> => {
    try {
      const access = await admitAction(context, name);
      // By the table: an action for families lets in nobody without one, so the person is a guardian here.
      const answer = access.ok ? await handle(form, context, access.value as PersonFor<N>) : access;
      if (codeOf(answer) === 'not-found')
        await denied(context, access.ok ? access.value : await whoIs(context), name, form);
      return answer;
    } catch (error) {
      const { deps, requestId } = context.locals;
      deps.log.error({ requestId, action: name, err: error }, 'action threw');
      throw error;
    }
  };

/**
 * What a page returns when it did not find the object for this person: another family's id and an invented one get the
 * same page, and the attempt is written down.
 */
export async function notFound(visit: Visit): Promise<Response> {
  return refuse(visit, visit.locals.access ?? (await whoIs(visit)));
}

async function refuse(visit: Visit, person: Admitted): Promise<Response> {
  await denied(visit, person, visit.routePattern);
  // Without a body Astro renders the house's 404 page.
  return new Response(null, { status: 404 });
}

/**
 * The object that was asked for: in a posted form, else in the address. Only what has the shape of one of our ids or of a
 * unit's number: tokens in addresses open things, and what people type does not belong in the log.
 */
function askedFor({ params }: Visit, form: FormData | undefined): string | null {
  for (const [name, value] of [...(form?.entries() ?? []), ...Object.entries(params)]) {
    if (typeof value !== 'string') continue;
    if (isId(value)) return value;
    const din = name === 'din' ? parseDin(value) : null;
    if (din?.ok) return din.value;
  }
  return null;
}

/**
 * Denied rows in an hour: for one kind of page or action, for one person or one visitor's address, and for all visitors
 * together, whose addresses are cheap. Far more than anybody needs by mistake, and nobody can fill the disk with them.
 */
const DENIED = { account: 120, visitor: 20, visitors: 2000 } as const;

/** The key's rows of this hour are written; then one that says there are more; the others only in the server's log. */
async function mayWrite({ deps, clientAddress }: Visit['locals'], person: Admitted, what: string) {
  const { limits } = deps;
  const isVisitor = person.sessionKind === 'visitor';
  const key = `${isVisitor ? clientAddress : person.accountId}|${what}`;
  const limit = isVisitor ? DENIED.visitor : DENIED.account;
  const last = async (whose: string): Promise<'last' | 'no'> =>
    (await limits.take('denied.last', whose, 1, HOUR)) ? 'last' : 'no';
  if (!(await limits.take('denied', key, limit, HOUR))) return isVisitor ? 'no' : last(key);
  if (!isVisitor || (await limits.take('denied', 'visitors', DENIED.visitors, HOUR))) return 'yes';
  return last('visitors');
}

async function denied(visit: Visit, person: Admitted, what: string, form?: FormData): Promise<void> {
  const { deps, requestId } = visit.locals;
  const written = await mayWrite(visit.locals, person, what);
  deps.log.warn({ requestId, what, actor: person.actor, written }, 'denied');
  if (written === 'no') return;
  await deps.transaction(async ({ audit }) => {
    await audit.record({
      action: 'denied',
      actor: person.actor,
      object: { kind: 'route', id: askedFor(visit, form) ?? what },
      details: {
        what,
        method: visit.request.method,
        ...(written === 'last' ? { more: 'in-server-log' } : {}),
      },
    });
    return ok();
  });
}
