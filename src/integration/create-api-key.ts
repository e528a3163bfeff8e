/** Makes a key for another system. The secret is shown once; only its hash is kept. */
import type { AuditTrail } from '../platform/audit/audit-trail.ts';
import type { Vault } from '../platform/crypto/vault.ts';
import type { Actor } from '../shared/actor.ts';
import type { Clock } from '../shared/clock.ts';
import { newId } from '../shared/ids.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Transact } from '../shared/transaction.ts';
import { newSecret, type ApiScope } from './api-key.ts';
import type { ApiKeyStore } from './api-key-store.ts';

export interface CreateApiKeyDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly transaction: Transact<{ apiKeys: ApiKeyStore; audit: AuditTrail }>;
}

export const createApiKey = (
  deps: CreateApiKeyDeps,
  cmd: { readonly name: string; readonly scopes: readonly ApiScope[]; readonly actor: Actor },
): Promise<Result<{ readonly id: string; readonly secret: string }>> =>
  deps.transaction(async ({ apiKeys, audit }) => {
    const id = newId('apiKey', deps.now());
    const secret = newSecret(deps.vault.token());
    await apiKeys.add({
      id,
      name: cmd.name,
      secretHash: deps.vault.hash(secret),
      scopes: cmd.scopes,
      createdAt: deps.now(),
    });
    await audit.record({
      action: 'api-key.created',
      actor: cmd.actor,
      object: { kind: 'api-key', id },
      details: { scopes: [...cmd.scopes] },
    });
    return ok({ id, secret });
  });
