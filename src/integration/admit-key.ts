/** Who calls: the key in the Authorization header, its scope for this route, and how often it calls. */
import { routes } from '../accounts/permissions.ts';
import type { Deps } from '../deps.ts';
import { MINUTE } from '../shared/clock.ts';
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

/** The key, or the refusal to send back. The scope is the one the authorisation table names for this route. */
export async function admitKey(deps: Deps, caller: Caller): Promise<ApiKey | Response> {
  const locale = apiLocale(caller.request);
  const secret = presentedSecret(caller.request.headers.get('authorization'));
  const key = secret === null ? null : await deps.read.apiKeys.bySecretHash(deps.vault.hash(secret));
  const tooMany = () => problem({ code: 'too-many-requests' }, locale, { 'retry-after': '60' });
  if (!key || key.revokedAt !== null) {
    if (!(await deps.limits.take('api-wrong-key', caller.clientAddress, WRONG_PER_MINUTE, MINUTE)))
      return tooMany();
    return problem({ code: 'no-key' }, locale, { 'www-authenticate': 'Bearer realm="unit feed"' });
  }
  const needed = routes[caller.route]?.POST;
  const scope = typeof needed === 'object' && 'apiScope' in needed ? needed.apiScope : null;
  if (scope === null || !key.scopes.includes(scope))
    return problem({ code: 'missing-scope', params: { scope: scope ?? '' } }, locale, {
      'www-authenticate': `Bearer error="insufficient_scope", scope="${scope ?? ''}"`,
    });
  if (!(await deps.limits.take('api-key', key.id, PER_MINUTE, MINUTE))) return tooMany();
  return key;
}
