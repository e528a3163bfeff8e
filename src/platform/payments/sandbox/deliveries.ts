/**
 * Sends signed events to the site, like Stripe: at least once, retried with growing pauses, not necessarily in order.
 * Tests can hold, duplicate, delay and reorder them.
 */
import { createHmac } from 'node:crypto';
import type Stripe from 'stripe';
import { newObjectId } from './objects.ts';
import type { Delivery, Records } from './records.ts';

export interface DeliveryRules {
  /** Keep events back until released. */
  readonly hold: boolean;
  /** How often each event is sent; 2 means one duplicate. */
  readonly times: number;
  readonly delayMs: number;
}

const AS_USUAL: DeliveryRules = { hold: false, times: 1, delayMs: 0 };

export interface DeliveryOptions {
  readonly url: string;
  readonly secret: string;
  readonly now: () => number;
  /** Pause before retry n (from 1), in milliseconds. */
  readonly retryAfter?: (attempt: number) => number;
  readonly log?: (line: string) => void;
}

export interface Deliveries {
  announce(event: Stripe.Event): void;
  rules(change?: Partial<DeliveryRules>): DeliveryRules;
  /** Lets go of everything held; answers when each has been tried once. */
  release(order: 'as-created' | 'reversed'): Promise<number>;
  /** Sends one event again, now. Answers the site's status. */
  again(eventId: string): Promise<number | null>;
  /** Resolves when nothing is being sent and nothing is due. */
  idle(): Promise<void>;
  stop(): void;
}

const MAX_ATTEMPTS = 40;
const doubling = (attempt: number): number => Math.min(1000 * 2 ** (attempt - 1), 10 * 60_000);

/** `t=…,v1=…`: HMAC-SHA256 over "timestamp.body". https://docs.stripe.com/webhooks#verify-manually */
export const signatureHeader = (body: string, secret: string, seconds: number): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

export function startDeliveries(records: Records, options: DeliveryOptions): Deliveries {
  const retryAfter = options.retryAfter ?? doubling;
  const timers = new Map<string, NodeJS.Timeout>();
  const sending = new Set<Promise<unknown>>();
  let current = AS_USUAL;
  let stopped = false;

  async function post(event: Stripe.Event): Promise<number | null> {
    const body = JSON.stringify(event, null, 2);
    try {
      const response = await fetch(options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signatureHeader(body, options.secret, Math.floor(options.now() / 1000)),
          'user-agent': 'Sandbox/1.0 (webhooks)',
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return null;
    }
  }

  async function attempt(id: string): Promise<void> {
    timers.delete(id);
    const delivery = records.get('delivery', id);
    const event = delivery && records.get('event', delivery.eventId);
    if (!delivery || !event || stopped) return;
    const status = await post(event);
    if (stopped) return;
    const attempts = delivery.attempts + 1;
    const fine = status !== null && status >= 200 && status < 300;
    const state = fine ? 'delivered' : attempts >= MAX_ATTEMPTS ? 'given-up' : 'waiting';
    const next: Delivery = {
      ...delivery,
      attempts,
      state,
      lastStatus: status,
      dueAt: options.now() + retryAfter(attempts),
    };
    records.put('delivery', id, next);
    if (!fine) options.log?.(`webhook ${event.type} answered ${status ?? 'nothing'}, attempt ${attempts}`);
    if (state === 'waiting') schedule(next);
  }

  function run(id: string): Promise<void> {
    const work = attempt(id).finally(() => sending.delete(work));
    sending.add(work);
    return work;
  }

  function schedule(delivery: Delivery): void {
    if (stopped) return;
    const wait = Math.max(0, delivery.dueAt - options.now());
    timers.set(
      delivery.id,
      setTimeout(() => void run(delivery.id), wait),
    );
  }

  // What a crash or a stop left behind goes out now.
  for (const delivery of records.all('delivery')) if (delivery.state === 'waiting') schedule(delivery);

  return {
    announce(event) {
      records.put('event', event.id, event);
      for (let copy = 0; copy < current.times; copy++) {
        const delivery: Delivery = {
          id: newObjectId('dlv'),
          eventId: event.id,
          state: current.hold ? 'held' : 'waiting',
          attempts: 0,
          dueAt: options.now() + current.delayMs,
          lastStatus: null,
        };
        records.put('delivery', delivery.id, delivery);
        if (!current.hold) schedule(delivery);
      }
    },
    rules(change) {
      current = { ...current, ...change };
      return current;
    },
    async release(order) {
      current = { ...current, hold: false };
      const held = records.all('delivery').filter((delivery) => delivery.state === 'held');
      if (order === 'reversed') held.reverse();
      for (const delivery of held) records.put('delivery', delivery.id, { ...delivery, state: 'waiting' });
      // One after the other: the order is the point.
      for (const delivery of held) await run(delivery.id);
      return held.length;
    },
    async again(eventId) {
      const event = records.get('event', eventId);
      return event ? post(event) : null;
    },
    async idle() {
      for (;;) {
        const due = [...timers.keys()].filter((id) => (records.get('delivery', id)?.attempts ?? 0) === 0);
        if (sending.size === 0 && due.length === 0) return;
        await Promise.allSettled([...sending]);
        if (due.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
