import type { QueueKey } from '../enrolment-store.ts';

/** A place in the queue as it stands in an address: instant and id, neither personal. */
export const queryOf = (key: QueueKey): string => `${key.submittedAt}.${key.id}`;

/** Undefined for anything that is not such a place: the list then starts at its top. */
export function keyOf(raw: string | null): QueueKey | undefined {
  const parts = /^(\d{1,15})\.(enr_[0-9a-z]{26})$/.exec(raw ?? '');
  return parts?.[1] && parts[2] ? { submittedAt: Number(parts[1]), id: parts[2] } : undefined;
}
