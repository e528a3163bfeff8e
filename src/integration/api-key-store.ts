/** The only SQL about API keys and the answers kept for repeated requests. */
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { apiKeys, idempotencyKeys } from '#db/schema/index.ts';
import type { ApiKey } from './api-key.ts';

export interface KeptAnswer {
  readonly requestSha256: string;
  readonly status: number;
  readonly body: string;
}

export const apiKeyStore = (db: Db) => {
  const bySecret = db
    .select({ id: apiKeys.id, name: apiKeys.name, scopes: apiKeys.scopes, revokedAt: apiKeys.revokedAt })
    .from(apiKeys)
    .where(eq(apiKeys.secretHash, sql.placeholder('hash')))
    .prepare();
  return {
    async bySecretHash(hash: string): Promise<ApiKey | null> {
      const [row] = await bySecret.execute({ hash });
      return row ?? null;
    },
    async add(key: {
      readonly id: string;
      readonly name: string;
      readonly secretHash: string;
      readonly scopes: readonly string[];
      readonly createdAt: number;
    }): Promise<void> {
      await db.insert(apiKeys).values({ ...key, scopes: [...key.scopes] });
    },
    /** False when there is no such key or it is revoked already. */
    async revoke(id: string, at: number): Promise<boolean> {
      const changed = await db
        .update(apiKeys)
        .set({ revokedAt: at })
        .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
        .returning({ id: apiKeys.id });
      return changed.length === 1;
    },
    async answerFor(apiKeyId: string, key: string): Promise<KeptAnswer | null> {
      const [row] = await db
        .select()
        .from(idempotencyKeys)
        .where(and(eq(idempotencyKeys.apiKeyId, apiKeyId), eq(idempotencyKeys.key, key)));
      return row ?? null;
    },
    /** The first answer wins; a parallel repeat changes nothing. */
    async keepAnswer(apiKeyId: string, key: string, answer: KeptAnswer, createdAt: number): Promise<void> {
      await db
        .insert(idempotencyKeys)
        .values({ apiKeyId, key, createdAt, ...answer })
        .onConflictDoNothing();
    },
    async forgetAnswersBefore(instant: number): Promise<void> {
      await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, instant));
    },
  };
};
export type ApiKeyStore = ReturnType<typeof apiKeyStore>;
