/**
 * Expected outcomes are values, bugs are exceptions. Every use case answers with a `Result`;
 * `outcomes.ts` is the only place that turns a refusal code into an HTTP status and a sentence.
 */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E extends string = string, D = unknown> = {
  readonly ok: false;
  readonly code: E;
  /** Facts a page needs to explain the refusal; never personal data. */
  readonly detail?: D;
};
export type Result<T, E extends string = string, D = unknown> = Ok<T> | Err<E, D>;

export function ok(): Ok<undefined>;
export function ok<T>(value: T): Ok<T>;
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value };
}

export const err = <const E extends string, D = undefined>(code: E, detail?: D): Err<E, D> =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail };

/** For places where a refusal would be a bug (seeds, tests): throws with the code. */
export function expectOk<T>(result: Result<T, string>): T {
  if (result.ok) return result.value;
  throw new Error(`expected ok, got ${result.code} ${JSON.stringify(result.detail ?? null)}`);
}
