import type { Refused } from './forms/refusal.ts';

/** What the visitor's request lacked, as Astro found it. Nothing ran; the page is shown as if nothing had been posted. */
const NOT_RUN: readonly unknown[] = [
  'BAD_REQUEST',
  'UNSUPPORTED_MEDIA_TYPE',
  'CONTENT_TOO_LARGE',
  'NOT_FOUND',
];

/** What an action answered on the form page that posted to it; null when nothing was posted. A bug stays a bug: 500. */
export function outcomeOf<T>(
  result: { readonly data?: T | undefined; readonly error?: unknown } | undefined,
): T | null {
  if (!result) return null;
  const { error } = result;
  if (error instanceof Error && 'code' in error && NOT_RUN.includes(error.code)) return null;
  if (error) throw error;
  return result.data ?? null;
}

/** The facts a page shows of a refused action; null when nothing was refused. Every action here refuses with `Refused`. */
export function refusedDetail(
  outcome: { readonly ok: boolean; readonly detail?: unknown } | null | undefined,
): Refused | undefined {
  return outcome?.ok === false ? (outcome.detail as Refused | undefined) : undefined;
}
