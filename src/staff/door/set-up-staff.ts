/** How staff get in the first time: a link, a password of their own, and an authenticator app. */
import {
  FIRST_VERSION,
  passwordFault,
  provedAndChanged,
  type AccessLink,
  type AccessLinkStore,
  type AccountStore,
  type PasswordHasher,
  type Proved,
  type Role,
  type SessionStore,
} from '../../accounts/index.ts';
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import { DAY, type Clock } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { StaffStore } from '../staff-store.ts';
import { newTotpSecret, totpStep } from '../totp.ts';

const FIRST_LINK_LASTS = DAY;
const SECRET_IN_LINK = 'access-link.totp';

export interface SetUpDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly config: { readonly origin: string };
  readonly passwords: PasswordHasher;
  readonly read: { readonly accessLinks: AccessLinkStore; readonly staff: StaffStore };
  readonly transaction: Transact<{
    accounts: AccountStore;
    accessLinks: AccessLinkStore;
    sessions: SessionStore;
    staff: StaffStore;
    audit: AuditTrail;
  }>;
}

/** A link's payload carries the secret the person will scan, sealed: the page shows the same QR code each time. */
export const sealedSecret = (vault: Vault): { readonly secret: string } => ({
  secret: vault.seal(newTotpSecret(), SECRET_IN_LINK),
});

/**
 * When nobody can sign in to the console yet: a one-time link for the first administrator, for the server to print. Null
 * once there is one. Links printed before stop working.
 */
export async function ensureFirstAdministrator(
  deps: Pick<SetUpDeps, 'now' | 'vault' | 'config' | 'transaction'>,
): Promise<string | null> {
  const made = await deps.transaction(async ({ staff, accessLinks }) => {
    if (await staff.isAnybodyThere()) return ok(null);
    const token = deps.vault.token();
    const at = deps.now();
    await accessLinks.withdraw('first-administrator', null, at);
    await accessLinks.insert(token, {
      purpose: 'first-administrator',
      accountId: null,
      email: null,
      payload: sealedSecret(deps.vault),
      createdAt: at,
      expiresAt: at + FIRST_LINK_LASTS,
    });
    return ok(`${deps.config.origin}/staff/set-up/${token}`);
  });
  return made.ok ? made.value : null;
}

export interface SetUp {
  readonly link: AccessLink;
  readonly totpSecret: string;
  /** The first administrator says who they are; whoever was invited is known. */
  readonly asksForName: boolean;
}

/** What the page behind a set-up link shows; null when the link is used up, too old, or invented. */
export async function readSetUp(
  deps: Pick<SetUpDeps, 'now' | 'vault' | 'read'>,
  token: string,
): Promise<SetUp | null> {
  const now = deps.now();
  const link =
    (await deps.read.accessLinks.peek(token, 'staff-invitation', now)) ??
    (await deps.read.accessLinks.peek(token, 'first-administrator', now));
  const secret = link?.payload['secret'];
  if (!link || typeof secret !== 'string') return null;
  if (link.purpose === 'first-administrator' && (await deps.read.staff.isAnybodyThere())) return null;
  return {
    link,
    totpSecret: deps.vault.open(secret, SECRET_IN_LINK),
    asksForName: link.purpose === 'first-administrator',
  };
}

const FIRST_ROLES: readonly Role[] = ['administrator'];

/** Sets the password and the second factor, both proved, and uses the link up. */
export async function completeSetUp(
  deps: SetUpDeps,
  cmd: {
    readonly token: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly totp: string;
  },
): Promise<
  Result<Proved, 'link-gone' | 'weak-password' | 'wrong-totp' | 'busy' | 'email-taken' | 'changed-meanwhile'>
> {
  const setUp = await readSetUp(deps, cmd.token);
  if (!setUp) return err('link-gone');
  const email = setUp.link.email ?? cmd.email;
  if (passwordFault(cmd.password, [email])) return err('weak-password');
  const step = totpStep(setUp.totpSecret, cmd.totp, deps.now());
  if (step === null) return err('wrong-totp');
  const hashed = await deps.passwords.hash(cmd.password);
  if (!hashed.ok) return hashed;
  return deps.transaction(async ({ accounts, accessLinks, sessions, staff, audit }) => {
    const at = deps.now();
    const used = await accessLinks.use(cmd.token, setUp.link.purpose, at);
    if (!used) return err('link-gone');
    const accountId = used.accountId ?? newId('account', at);
    let proved: Proved = { accountId, version: FIRST_VERSION };
    if (used.accountId === null) {
      if (await staff.isAnybodyThere()) return err('link-gone');
      const passwordHash = hashed.value;
      const made = await accounts.create({
        id: accountId,
        phone: null,
        email,
        // Whoever holds the server's own link is trusted with the address.
        emailVerifiedAt: at,
        passwordHash,
        locale: 'zh',
        at,
      });
      if (!made) return err('email-taken');
      await staff.insert({ accountId, name: cmd.name, roles: FIRST_ROLES, totpSecret: setUp.totpSecret });
    } else {
      const [account, member] = [await accounts.byId(accountId), await staff.byAccount(accountId)];
      if (!account || !member || member.disabledAt !== null) return err('link-gone');
      if (!(await accounts.setPassword(account, hashed.value, at))) return err('changed-meanwhile');
      if (!(await staff.save(member, { totpSecret: setUp.totpSecret }))) return err('changed-meanwhile');
      await sessions.removeAllOf(accountId);
      proved = provedAndChanged(account);
    }
    // The code just shown has opened this door; it opens no second one.
    await staff.useTotpStep(accountId, step);
    await audit.record({
      action: 'staff.set-up',
      actor: { kind: 'staff', id: accountId },
      object: { kind: 'account', id: accountId },
      details: { by: setUp.link.purpose },
    });
    return ok(proved);
  });
}
