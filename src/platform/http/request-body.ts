import type { IncomingMessage } from 'node:http';

const KILOBYTE = 1024;

/** The largest body per address, most particular first. Forms are small; drawn signatures and the laboratory's feed are not. */
const LIMITS: readonly (readonly [pattern: RegExp, bytes: number])[] = [
  [/^\/api\/v1\/unit-events$/, 16 * KILOBYTE * KILOBYTE],
  [/^\/api\//, 256 * KILOBYTE],
  [/^\/webhooks\//, 512 * KILOBYTE],
  [/^\/enrol\/keep$/, 64 * KILOBYTE],
  [/\/family\/contracts\/[^/]+\/sign$/, 512 * KILOBYTE],
];
const OTHERWISE = 128 * KILOBYTE;

export const bodyLimit = (path: string): number =>
  LIMITS.find(([pattern]) => pattern.test(path))?.[1] ?? OTHERWISE;

export interface Crowd {
  readonly name: string;
  /** Requests worked on at once; each has its body in memory. */
  readonly atOnce: number;
  /** Bodies on their way at once. */
  readonly waiting: number;
}

/** Where large bodies are worked on. Each has its own count, so that a crowd at one never closes the other. */
const CROWDS: readonly (readonly [pattern: RegExp, crowd: Crowd])[] = [
  [/^\/api\/v1\/unit-events$/, { name: 'feed', atOnce: 4, waiting: 8 }],
  [/^\/webhooks\//, { name: 'webhooks', atOnce: 32, waiting: 128 }],
];

export const crowdOf = (path: string): Crowd | null =>
  CROWDS.find(([pattern]) => pattern.test(path))?.[1] ?? null;

/** `enter` gives what to call when the request is over, or null when there is no room now. */
export function bodyCrowds(): { enter(path: string): (() => void) | null } {
  const inside = new Map<string, number>();
  return {
    enter(path) {
      const crowd = crowdOf(path);
      if (!crowd) return () => undefined;
      const now = inside.get(crowd.name) ?? 0;
      if (now >= crowd.atOnce) return null;
      inside.set(crowd.name, now + 1);
      return () => void inside.set(crowd.name, (inside.get(crowd.name) ?? 1) - 1);
    },
  };
}

export type Body =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  /** `too-slow`: below the pace. `turned-out`: others needed the room. `aborted`: the sender is gone. */
  | { readonly kind: 'too-large' | 'too-slow' | 'turned-out' | 'aborted' };

/** At least so many bytes in each interval. */
export interface Pace {
  readonly everyMs: number;
  readonly bytes: number;
}

/** Slower than this is no body but a held place: the weakest mobile line is far above. */
export const SLOWEST: Pace = { everyMs: 8_000, bytes: 2_048 };

/** Reads the whole body before anything is decided about it, so that a refusal is one clean answer. */
export function readBody(
  req: IncomingMessage,
  limit: number,
  { pace = SLOWEST, signal }: { readonly pace?: Pace | undefined; readonly signal?: AbortSignal } = {},
): Promise<Body> {
  if (Number(req.headers['content-length'] ?? 0) > limit) return Promise.resolve({ kind: 'too-large' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let seen = 0;
    const watch = setInterval(() => {
      if (size - seen < pace.bytes) done({ kind: 'too-slow' });
      seen = size;
    }, pace.everyMs);
    watch.unref();
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) done({ kind: 'too-large' });
      else chunks.push(chunk);
    };
    const onEnd = (): void => done({ kind: 'read', bytes: Buffer.concat(chunks, size) });
    const onGone = (): void => done({ kind: 'aborted' });
    const onTurnedOut = (): void => done({ kind: 'turned-out' });
    let over = false;
    function done(body: Body): void {
      if (over) return;
      over = true;
      clearInterval(watch);
      req.off('data', onData).off('end', onEnd).off('close', onGone);
      signal?.removeEventListener('abort', onTurnedOut);
      // Nothing more is taken in; whoever is left to send is answered and the connection closed.
      if (body.kind !== 'read') req.pause();
      resolve(body);
    }
    req.on('data', onData).on('end', onEnd).on('close', onGone).on('error', onGone);
    signal?.addEventListener('abort', onTurnedOut);
    if (signal?.aborted) onTurnedOut();
  });
}
