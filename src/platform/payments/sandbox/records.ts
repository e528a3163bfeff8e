/**
 * The gateway's data file: one JSON line per change, replayed at start. Appending is enough for a sandbox, survives
 * kill -9 (a torn last line is dropped), and anyone can read it.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type Stripe from 'stripe';

export interface Delivery {
  readonly id: string;
  readonly eventId: string;
  readonly state: 'waiting' | 'held' | 'delivered' | 'given-up';
  readonly attempts: number;
  /** Milliseconds since the epoch. */
  readonly dueAt: number;
  readonly lastStatus: number | null;
}

export interface Remembered {
  readonly requestHash: string;
  readonly status: number;
  readonly body: string;
}

/** What a checkout's payment will carry (`payment_intent_data`); Stripe does not copy the session's own metadata. */
export interface PaymentIntention {
  readonly description: string;
  readonly metadata: Readonly<Record<string, string>>;
}

interface Kinds {
  checkout: Stripe.Checkout.Session;
  payment: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  event: Stripe.Event;
  delivery: Delivery;
  intention: PaymentIntention;
  idempotency: Remembered;
}
export type Kind = keyof Kinds;

export interface Records {
  put<K extends Kind>(kind: K, id: string, value: Kinds[K]): void;
  get<K extends Kind>(kind: K, id: string): Kinds[K] | undefined;
  /** In the order they were first put. */
  all<K extends Kind>(kind: K): Kinds[K][];
  close(): void;
}

/** `path` null keeps everything in memory (tests). */
export function openRecords(path: string | null): Records {
  const tables = new Map<string, Map<string, unknown>>();
  const table = (kind: string): Map<string, unknown> => {
    const known = tables.get(kind);
    if (known) return known;
    const made = new Map<string, unknown>();
    tables.set(kind, made);
    return made;
  };
  let file: number | null = null;
  if (path) {
    mkdirSync(dirname(path), { recursive: true });
    let torn = false;
    if (existsSync(path)) {
      const text = readFileSync(path, 'utf8');
      torn = text !== '' && !text.endsWith('\n');
      for (const line of text.split('\n')) {
        try {
          const [kind, id, value] = JSON.parse(line) as [string, string, unknown];
          table(kind).set(id, value);
        } catch {
          // The empty end, or a line torn by a crash: that change was never acknowledged.
        }
      }
    }
    file = openSync(path, 'a');
    if (torn) writeSync(file, '\n');
  }
  return {
    put(kind, id, value) {
      if (file !== null) {
        writeSync(file, `${JSON.stringify([kind, id, value])}\n`);
        fsyncSync(file);
      }
      table(kind).set(id, value);
    },
    get: <K extends Kind>(kind: K, id: string) => table(kind).get(id) as Kinds[K] | undefined,
    all: <K extends Kind>(kind: K) => [...table(kind).values()] as Kinds[K][],
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}
