/**
 * How a posted body comes in. Its sender has proved nothing yet, so it takes no place where requests are worked on: what
 * the headers alone can refuse is refused first, and the rest waits in a room of its own (`waiting-bodies.ts`).
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { bodyLimit, crowdOf, readBody, type Pace } from './request-body.ts';
import { waitingBodies, WAITING, type WaitingLimits } from './waiting-bodies.ts';

/** What is known of a request before its body has come. */
export interface Announced {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly clientAddress: string;
}

/** Refuses a POST by its headers alone (no key, no body); null lets the body come. */
export type BeforeBody = (announced: Announced) => Promise<Response | null>;

/** An answer given instead of the page's. The body may still be on its way, so the connection ends with it. */
export interface Instead {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

const CLOSE = { connection: 'close' } as const;

export const BUSY: Instead = {
  status: 503,
  text: '现在访问的人太多，请几秒后再试。\nToo many visitors at once. Try again in a few seconds.',
  headers: { 'retry-after': '5', ...CLOSE },
};
const TOO_LARGE: Instead = {
  status: 413,
  text: '提交的内容太大，没有保存。\nWhat was sent is too large and was not saved.',
  headers: CLOSE,
};
const TOO_SLOW: Instead = {
  status: 408,
  text:
    '内容传得太慢，没有收完，也没有保存。请换到网络好一些的地方再提交一次。\n' +
    'What was sent arrived too slowly and was not saved. Submit it again where the connection is better.',
  headers: CLOSE,
};

export interface PostedBodySettings {
  readonly pace?: Pace | undefined;
  readonly waiting?: WaitingLimits | undefined;
  readonly beforeBody?: BeforeBody | undefined;
}

/** Takes bodies in. Null: the sender is gone, nobody is left to answer. */
export function postedBodies({ pace, waiting = WAITING, beforeBody }: PostedBodySettings) {
  const room = waitingBodies(waiting);
  return async function take(req: IncomingMessage, announced: Announced): Promise<Buffer | Instead | null> {
    const refusal = await beforeBody?.(announced);
    if (refusal) {
      const headers = { ...Object.fromEntries(refusal.headers), ...CLOSE };
      return { status: refusal.status, text: await refusal.text(), headers };
    }
    const crowd = crowdOf(announced.path);
    const place = room.enter(announced.clientAddress, crowd && { name: crowd.name, most: crowd.waiting });
    const body = await readBody(req, bodyLimit(announced.path), { signal: place.signal, pace });
    place.leave();
    switch (body.kind) {
      case 'read':
        return body.bytes;
      case 'too-large':
        return TOO_LARGE;
      case 'too-slow':
        return TOO_SLOW;
      case 'turned-out':
        return BUSY;
      case 'aborted':
        return null;
    }
  };
}
