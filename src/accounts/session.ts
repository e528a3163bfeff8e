/**
 * Sessions, and the only file that knows Lucia. The database holds SHA-256 of each id, so a stolen copy opens nothing;
 * idle and absolute ends follow the house's clock, not the cookie.
 */
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import type { Vault } from '../platform/crypto/vault.ts';
import { HOUR, MINUTE, type Clock, type Instant } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Transact } from '../shared/transaction.ts';
import type { Proved } from './account.ts';
import type { FoundSession, SessionKind, SessionStore } from './session-store.ts';

export const SESSION_COOKIE = '__Host-session';
export const IDLE: Readonly<Record<SessionKind, number>> = { family: 30 * MINUTE, staff: 15 * MINUTE };
export const ABSOLUTE = 12 * HOUR;
/** A page view is written down at most this often, so that reading costs no write. */
const TOUCH_EVERY = MINUTE;

export interface SessionDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly read: { readonly sessions: SessionStore };
  readonly transaction: Transact<{ sessions: SessionStore }>;
}

/** The part of Astro's cookies that is needed here. */
export interface Cookies {
  get(name: string): { readonly value: string } | undefined;
  set(name: string, value: string, options: CookieOptions): void;
  delete(name: string, options: Omit<CookieOptions, 'maxAge'>): void;
}
export interface CookieOptions {
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: 'lax';
  readonly path: '/';
  readonly maxAge?: number;
}
/** What the `__Host-` prefix demands, and nothing a script can read. */
export const COOKIE_OPTIONS: CookieOptions = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' };

export const hasEnded = (
  session: { readonly kind: SessionKind; readonly lastSeenAt: Instant; readonly endsAt: Instant },
  now: Instant,
): boolean => now >= session.endsAt || now - session.lastSeenAt >= IDLE[session.kind];

interface SessionAttributes {
  kind: SessionKind;
  device: string | null;
  createdAt: Instant;
  found: FoundSession | null;
  /** The version of the account its owner was proved for; a session that is read back does not know it. */
  proved: number | null;
}

/** Lucia's writer has no way to say no. */
class AccountChanged extends Error {}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaFor>;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

/**
 * Lucia asks the wall clock whether a session has expired. The house's clock has already been asked here, so Lucia is
 * always told that the whole span is left; then it never extends a session by itself either.
 */
function adapterFor(deps: SessionDeps): Adapter {
  const hash = (id: string): string => deps.vault.hash(id);
  const write = async (work: (sessions: SessionStore) => Promise<unknown>): Promise<void> => {
    await deps.transaction(async ({ sessions }) => {
      await work(sessions);
      return ok();
    });
  };
  return {
    async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const idHash = hash(id);
      const found = await deps.read.sessions.find(idHash);
      if (!found) return [null, null];
      const now = deps.now();
      if (hasEnded(found, now) || (found.kind === 'staff' && isNoStaff(found))) {
        await write((sessions) => sessions.remove(idHash));
        return [null, null];
      }
      if (now - found.lastSeenAt >= TOUCH_EVERY) await write((sessions) => sessions.touch(idHash, now));
      const { kind, device, createdAt } = found;
      return [
        {
          id,
          userId: found.accountId,
          expiresAt: new Date(Date.now() + ABSOLUTE),
          attributes: { kind, device, createdAt, found, proved: null },
        },
        { id: found.accountId, attributes: {} },
      ];
    },
    // Lucia could only hand back hashes as ids: lists of devices are read from the store itself.
    getUserSessions: () => Promise.resolve([]),
    async setSession({ id, userId, attributes: { kind, device, createdAt, proved } }) {
      const session = {
        idHash: hash(id),
        accountId: userId,
        kind,
        device,
        createdAt,
        lastSeenAt: createdAt,
        endsAt: createdAt + ABSOLUTE,
      };
      // In one transaction: what ended all sessions a moment ago must not be followed by one more.
      const begun = await deps.transaction(async ({ sessions }) =>
        proved !== null && (await sessions.insert(session, proved)) ? ok() : err('changed-meanwhile'),
      );
      if (!begun.ok) throw new AccountChanged();
    },
    updateSessionExpiration: () => Promise.resolve(),
    deleteSession: (id) => write((sessions) => sessions.remove(hash(id))),
    deleteUserSessions: (accountId) => write((sessions) => sessions.removeAllOf(accountId)),
    deleteExpiredSessions: () => write((sessions) => sessions.removeEnded(deps.now())),
  };
}

const isNoStaff = (found: FoundSession): boolean =>
  found.staffName === null || found.staffDisabledAt !== null;

const luciaFor = (deps: SessionDeps) =>
  new Lucia(adapterFor(deps), {
    sessionExpiresIn: new TimeSpan(ABSOLUTE / HOUR, 'h'),
    sessionCookie: { name: SESSION_COOKIE, expires: false },
    getSessionAttributes: (attributes: SessionAttributes) => attributes,
  });

const built = new WeakMap<SessionDeps, ReturnType<typeof luciaFor>>();
const lucia = (deps: SessionDeps): ReturnType<typeof luciaFor> => {
  const known = built.get(deps);
  if (known) return known;
  const made = luciaFor(deps);
  built.set(deps, made);
  return made;
};

/** Who this cookie belongs to, or null. One read; at most one small write a minute. */
export async function readSession(deps: SessionDeps, cookies: Cookies): Promise<FoundSession | null> {
  const id = cookies.get(SESSION_COOKIE)?.value;
  if (!id) return null;
  const { session } = await lucia(deps).validateSession(id);
  return session?.found ?? null;
}

/**
 * Begins a session under a new id and ends the one this browser had: nobody keeps an id across a sign-in or a change of
 * privilege. Refused when the account has changed since its owner was proved.
 */
export async function beginSession(
  deps: SessionDeps,
  cookies: Cookies,
  person: Proved & { readonly kind: SessionKind; readonly device: string | null },
): Promise<Result<undefined, 'changed-meanwhile'>> {
  const before = cookies.get(SESSION_COOKIE)?.value;
  if (before) await lucia(deps).invalidateSession(before);
  const { accountId, version, kind, device } = person;
  try {
    const session = await lucia(deps).createSession(
      accountId,
      { kind, device, createdAt: deps.now(), found: null, proved: version },
      { sessionId: deps.vault.token() },
    );
    cookies.set(SESSION_COOKIE, session.id, COOKIE_OPTIONS);
    return ok();
  } catch (error) {
    if (!(error instanceof AccountChanged)) throw error;
    cookies.delete(SESSION_COOKIE, COOKIE_OPTIONS);
    return err('changed-meanwhile');
  }
}

export async function endSession(deps: SessionDeps, cookies: Cookies): Promise<void> {
  const id = cookies.get(SESSION_COOKIE)?.value;
  if (id) await lucia(deps).invalidateSession(id);
  cookies.delete(SESSION_COOKIE, COOKIE_OPTIONS);
}
