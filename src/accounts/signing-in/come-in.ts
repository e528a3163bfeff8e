import type { Result } from '../../shared/result.ts';
import { deviceName, type Proved } from '../account.ts';
import { beginSession, type Cookies, type SessionDeps } from '../session.ts';
import type { SessionKind } from '../session-store.ts';
import { rememberDevice } from './browser-memory.ts';

/**
 * A new session for whoever has just been proved, in this browser, which from now on is one the account is known on: nobody
 * elsewhere can use up its tries. Refused when the account has changed since: then this browser signs in again.
 */
export async function comeIn(
  context: {
    readonly request: Request;
    readonly cookies: Cookies;
    readonly locals: { readonly deps: SessionDeps };
  },
  proved: Proved,
  kind: SessionKind,
): Promise<Result<undefined, 'changed-meanwhile'>> {
  const { deps } = context.locals;
  const device = deviceName(context.request.headers.get('user-agent'));
  const begun = await beginSession(deps, context.cookies, { ...proved, kind, device });
  if (begun.ok) rememberDevice(deps.vault, context.cookies, proved.accountId);
  return begun;
}
