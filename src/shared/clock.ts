/** An instant: milliseconds since 1970-01-01T00:00:00Z. Stored as is, shown in Asia/Shanghai. */
export type Instant = number;

/** The only way a use case learns the time, so that tests decide what day it is. */
export type Clock = () => Instant;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
