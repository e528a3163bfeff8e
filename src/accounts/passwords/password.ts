import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { err, ok, type Result } from '../../shared/result.ts';

/** OWASP's settings for argon2id (the library's default kind): 19 MiB, two passes, one lane. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface PasswordHasher {
  /** `busy` when too many are waiting already: the caller answers 429 and pages stay fast. */
  hash(password: string): Promise<Result<string, 'busy'>>;
  /** Takes as long without a stored hash as with one, so that time does not tell whether an account exists. */
  verify(stored: string | null, password: string): Promise<Result<boolean, 'busy'>>;
}

/** At most `parallel` hashes run at once (each takes a thread and 19 MiB) and `waiting` more stand in line. */
export function passwordHasher({ parallel = 2, waiting = 40 } = {}): PasswordHasher {
  let running = 0;
  const line: (() => void)[] = [];
  async function inTurn<T>(work: () => Promise<T>): Promise<Result<T, 'busy'>> {
    if (running >= parallel) {
      if (line.length >= waiting) return err('busy');
      // The one who finishes hands its place over, so `running` stays as it is.
      await new Promise<void>((start) => line.push(start));
    } else running += 1;
    try {
      return ok(await work());
    } finally {
      const nextInLine = line.shift();
      if (nextInLine) nextInLine();
      else running -= 1;
    }
  }
  let dummy: Promise<string> | undefined;
  return {
    hash: (password) => inTurn(() => hash(password.normalize('NFKC'), ARGON)),
    verify: (stored, password) =>
      inTurn(async () => {
        const against = stored ?? (await (dummy ??= hash(randomBytes(24).toString('base64'), ARGON)));
        const matches = await verify(against, password.normalize('NFKC'));
        return stored !== null && matches;
      }),
  };
}
