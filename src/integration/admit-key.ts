/** Who calls: the key in the Authorization header, its scope for this route, and how often it calls. */
import { routes } from '../accounts/permissions.ts';
import type { Deps } from '../deps.ts';
import { MINUTE } from '../shared/clock.ts';
import type { Locale } from '../shared/i18n.ts';
import { presentedSecret, type ApiKey } from './api-key.ts';
import { apiLocale, problem } from './problem.ts';

/** Requests a minute for one key; the bulk address takes 10,000 events in one of them. */
const PER_MINUTE = 1200;
/** Wrong keys a minute from one address: a guess has 256 bits to find, this only keeps the log readable. */
const WRONG_PER_MINUTE = 60;

export interface Caller {
  readonly request: Request;
  readonly route: string;
  readonly clientAddress: string;
}

/** What a key's door needs to know of a request. */
type Knock = Omit<Caller, 'request'> & { readonly headers: Headers };

/** The key and its scope for this route (the one the authorisation table names), or the refusal to send back. */
async function recognise(deps: Deps, { headers, route, clientAddress }: Knock): Promise<ApiKey | Response> {
  const locale = apiLocale({ headers });
  const secret = presentedSecret(headers.get('authorization'));
  const key = secret === null ? null : await deps.read.apiKeys.bySecretHash(deps.vault.hash(secret));
  if (!key || key.revokedAt !== null) {
    if (!(await deps.limits.take('api-wrong-key', clientAddress, WRONG_PER_MINUTE, MINUTE)))
      return tooMany(locale);
    return problem({ code: 'no-key' }, locale, { 'www-authenticate': 'Bearer realm="unit feed"' });
  }
  const needed = routes[route]?.POST;
  const scope = typeof needed === 'object' && 'apiScope' in needed ? needed.apiScope : null;
  if (scope === null || !key.scopes.includes(scope))
    return problem({ code: 'missing-scope', params: { scope: scope ?? '' } }, locale, {
      'www-authenticate': `Bearer error="insufficient_scope", scope="${scope ?? ''}"`,
    });
  return key;
}

const tooMany = (locale: Locale): Response =>
  problem({ code: 'too-many-requests' }, locale, { 'retry-after': '60' });

/** Lets in whoever shows a key with the scope of this route, so many times a minute. */
export async function admitKey(deps: Deps, caller: Caller): Promise<ApiKey | Response> {
  const { headers } = caller.request;
  const key = await recognise(deps, { ...caller, headers });
  if (key instanceof Response || (await deps.limits.take('api-key', key.id, PER_MINUTE, MINUTE))) return key;
  return tooMany(apiLocale({ headers }));
}

/** The routes a key opens, as addresses. */
const KEYED = Object.entries(routes)
  .filter(([, { POST: who }]) => typeof who === 'object' && 'apiScope' in who)
  .map(([route]) => ({ route, pattern: new RegExp(`^${route.replaceAll(/\[\w+\]/g, '[^/]+')}$`) }));

/**
 * The key is looked at before the body comes: strangers without one must not keep the laboratory waiting with slow or large
 * bodies. Null when the body may come; it is admitted and counted once it is there.
 */
export async function keyBeforeBody(
  deps: Deps,
  asked: {
    readonly path: string;
    readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
    readonly clientAddress: string;
  },
): Promise<Response | null> {
  const route = KEYED.find(({ pattern }) => pattern.test(asked.path))?.route;
  if (route === undefined) return null;
  const headers = new Headers();
  for (const name of ['authorization', 'accept-language']) {
    const value = asked.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const key = await recognise(deps, { route, headers, clientAddress: asked.clientAddress });
  return key instanceof Response ? key : null;
}
