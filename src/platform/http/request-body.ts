import type { IncomingMessage } from 'node:http';

const KILOBYTE = 1024;

/** The largest body per address, most particular first. Forms are small; drawn signatures and the laboratory's feed are not. */
const LIMITS: readonly (readonly [pattern: RegExp, bytes: number])[] = [
  [/^\/api\/v1\/unit-events$/, 16 * KILOBYTE * KILOBYTE],
  [/^\/api\//, 256 * KILOBYTE],
  [/^\/webhooks\//, 512 * KILOBYTE],
  [/\/family\/contracts\/[^/]+\/sign$/, 512 * KILOBYTE],
];
const OTHERWISE = 128 * KILOBYTE;

export const bodyLimit = (path: string): number =>
  LIMITS.find(([pattern]) => pattern.test(path))?.[1] ?? OTHERWISE;

/**
 * A body is read whole before its key or signature is looked at, so strangers could fill the memory: these addresses take
 * only so many at once. Each has its own count, so that a crowd at one never closes the other.
 */
const CROWDS: readonly (readonly [pattern: RegExp, atOnce: number])[] = [
  [/^\/api\/v1\/unit-events$/, 4],
  [/^\/webhooks\//, 32],
];

/** `enter` gives what to call when the request is over, or null when there is no room now. */
export function bodyCrowds(): { enter(path: string): (() => void) | null } {
  const inside = CROWDS.map(() => 0);
  return {
    enter(path) {
      const which = CROWDS.findIndex(([pattern]) => pattern.test(path));
      const now = inside[which] ?? 0;
      const room = CROWDS[which]?.[1];
      if (room === undefined) return () => undefined;
      if (now >= room) return null;
      inside[which] = now + 1;
      return () => {
        inside[which] = (inside[which] ?? 1) - 1;
      };
    },
  };
}

export type Body =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'aborted' };

/** Slower than this for one interval is no body but a held place. 16 MB at this pace would take hours; real lines are far above. */
const SLOWEST_MS = 8_000;
const SLOWEST_BYTES = 2_048;

/** Reads the whole body before anything is decided about it, so that a refusal is one clean 413. */
export async function readBody(req: IncomingMessage, limit: number): Promise<Body> {
  if (Number(req.headers['content-length'] ?? 0) > limit) return { kind: 'too-large' };
  const chunks: Buffer[] = [];
  let size = 0;
  // A body that trickles holds a place that others wait for: it has to move on, or the connection ends.
  let seen = 0;
  const watch = setInterval(() => {
    if (size - seen < SLOWEST_BYTES) req.destroy();
    seen = size;
  }, SLOWEST_MS);
  watch.unref();
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return { kind: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { kind: 'aborted' };
  } finally {
    clearInterval(watch);
  }
  return { kind: 'read', bytes: Buffer.concat(chunks, size) };
}
