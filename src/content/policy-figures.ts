/** Figures of policies inside the texts of a page: `{enrolment.transport.aimHours}`. */
import { formatNumber } from '#src/shared/format.ts';
import type { Locale } from '#src/shared/i18n.ts';
import { withFigures, type Figure, type Words } from '#src/shared/words.ts';
import type { PolicyName } from './policies.ts';

const isWords = (value: unknown): value is Words =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => typeof one === 'object' && one !== null && 'kind' in one);

function everyWords(value: unknown, change: (words: Words) => Words): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isWords(value)) return change(value);
  if (Array.isArray(value)) return value.map((one) => everyWords(one, change));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, everyWords(one, change)]));
}

/** The policies a page takes figures from. */
export function policiesNamed(page: unknown): readonly PolicyName[] {
  const names = new Set<string>();
  everyWords(page, (words) => {
    for (const piece of words) if (piece.kind === 'policy') names.add(piece.policy);
    return words;
  });
  return [...names] as PolicyName[];
}

/** A field of an object, or the entry of a list that has this id. */
const partOf = (whole: unknown, step: string): unknown => {
  if (typeof whole !== 'object' || whole === null) return undefined;
  return Array.isArray(whole)
    ? whole.find((one: { readonly id?: unknown }) => one.id === step)
    : (whole as Record<string, unknown>)[step];
};

/** The page with its figures put in; throws when a policy or a field is not there. */
export function withPolicies<Page>(
  page: Page,
  policyOf: (name: string) => { readonly confirmed: boolean } | undefined,
  locale: Locale,
): Page {
  const figure = (name: string, path: readonly string[]): Figure => {
    const policy = policyOf(name);
    // No field: what the policy says is told in the sentence's own words, and needs the mark.
    if (policy && path.length === 0) return { text: '', sample: !policy.confirmed };
    let found: unknown = policy;
    for (const step of path) found = partOf(found, step);
    if (!policy || (typeof found !== 'number' && typeof found !== 'string'))
      throw new Error(`{${[name, ...path].join('.')}} is not a figure of any policy`);
    return {
      text: typeof found === 'number' ? formatNumber(found, locale) : found,
      sample: !policy.confirmed,
    };
  };
  return everyWords(page, (words) => withFigures(words, figure)) as Page;
}
