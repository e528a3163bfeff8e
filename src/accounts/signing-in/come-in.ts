import { deviceName } from '../account.ts';
import { beginSession, type Cookies, type SessionDeps } from '../session.ts';
import type { SessionKind } from '../session-store.ts';
import { rememberDevice } from './browser-memory.ts';

/**
 * A new session for whoever has just been proved, in this browser, which from now on is one the account is known on: nobody
 * elsewhere can use up its tries.
 */
export async function comeIn(
  context: {
    readonly request: Request;
    readonly cookies: Cookies;
    readonly locals: { readonly deps: SessionDeps };
  },
  accountId: string,
  kind: SessionKind,
): Promise<void> {
  const { deps } = context.locals;
  const device = deviceName(context.request.headers.get('user-agent'));
  await beginSession(deps, context.cookies, { accountId, kind, device });
  rememberDevice(deps.vault, context.cookies, accountId);
}
