import { integer, text } from 'drizzle-orm/sqlite-core';

/** Milliseconds since the epoch, UTC. */
export const instant = (name: string) => integer(name);
/** `YYYY-MM-DD`: a day on the calendar, never an instant. */
export const civilDate = (name: string) => text(name);
/** Integer fen, CNY. */
export const fen = (name: string) => integer(name);
/** AES-256-GCM under a versioned key (platform/crypto); opaque to SQL. */
export const sealed = (name: string) => text(name);
/** HMAC of a normalised value: equality look-ups on sealed columns. */
export const blindIndex = (name: string) => text(name);
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
/** Optimistic lock: every save says which version it read. */
export const version = () => integer('version').notNull().default(1);
