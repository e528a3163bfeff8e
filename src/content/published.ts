/** What pages that are built once are made of: read and checked by src/content.config.ts when the site is built. */
import { getEntry } from 'astro:content';
import type { Locale } from '#src/shared/i18n.ts';
import type { AboutPageData } from './about.ts';
import { policiesNamed, withPolicies } from './policy-figures.ts';
import type { Source } from './education.ts';
import type { Policy, PolicyName } from './policies.ts';

/**
 * A page of src/content/about in one language, with the figures of the policies in force on `day` put in. Throws when it
 * names a figure that no policy has.
 */
export async function publishedPage(locale: Locale, name: string, day: string): Promise<AboutPageData> {
  const entry = await getEntry('about', `${locale}/${name}`);
  if (!entry) throw new Error(`src/content/about/${name}.yaml is not there`);
  const policies = new Map(
    await Promise.all(
      policiesNamed(entry.data).map(async (one) => [one, await publishedPolicy(one, day)] as const),
    ),
  );
  return withPolicies(entry.data, (policy) => policies.get(policy as PolicyName), locale);
}

/** Sources by their ids, in that order. */
export const publishedSources = (ids: readonly string[]): Promise<readonly Omit<Source, 'id'>[]> =>
  Promise.all(
    ids.map(async (id) => {
      const entry = await getEntry('allSources', id);
      if (!entry) throw new Error(`there is no source ${id}`);
      return entry.data;
    }),
  );

/**
 * A policy as it is in force on the day of the build (`YYYY-MM-DD`); throws when none is. A page that has to turn on the day
 * itself reads `deps.policies` and is made for each request.
 */
export async function publishedPolicy<N extends PolicyName>(name: N, day: string): Promise<Policy<N>> {
  const entry = await getEntry('policies', name);
  const inForce = (entry?.data.versions as readonly Policy<N>[] | undefined)?.findLast(
    ({ version }) => version <= day,
  );
  if (!inForce) throw new Error(`no version of the policy "${name}" is in force on ${day}`);
  return inForce;
}
