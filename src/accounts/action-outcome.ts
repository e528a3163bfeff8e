/** What an action answered on the form page that posted to it; null when nothing was posted. A bug stays a bug: 500. */
export function outcomeOf<T>(
  result: { readonly data?: T | undefined; readonly error?: unknown } | undefined,
): T | null {
  if (!result) return null;
  if (result.error) throw result.error;
  return result.data ?? null;
}
