import type { Refused } from './refusal.ts';

/** What an action answered on the form page that posted to it; null when nothing was posted. A bug stays a bug: 500. */
export function outcomeOf<T>(
  result: { readonly data?: T | undefined; readonly error?: unknown } | undefined,
): T | null {
  if (!result) return null;
  if (result.error) throw result.error;
  return result.data ?? null;
}

/** The facts a page shows of a refused action; null when nothing was refused. Every action here refuses with `Refused`. */
export function refusedDetail(
  outcome: { readonly ok: boolean; readonly detail?: unknown } | null | undefined,
): Refused | undefined {
  return outcome?.ok === false ? (outcome.detail as Refused | undefined) : undefined;
}
