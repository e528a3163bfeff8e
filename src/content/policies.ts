/**
 * Policies are dated files, not code: prices, refunds, thresholds, who is helped. A file is immutable once something refers
 * to its version; a change is a new file with a later date. `confirmed: false` shows 示例 wherever a figure appears.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { z } from 'zod';
import { POLICY_SCHEMAS } from './policy-schemas.ts';

type Schemas = typeof POLICY_SCHEMAS;
export type PolicyName = keyof Schemas;
export type Policy<N extends PolicyName> = DeepReadonly<z.output<Schemas[N]>>;

export type FeesPolicy = Policy<'fees'>;
export type FeePlan = FeesPolicy['plans'][number];
export type PlanId = FeePlan['id'];
export type RefundsPolicy = Policy<'refunds'>;
export type ThresholdsPolicy = Policy<'thresholds'>;
export type Threshold = ThresholdsPolicy['products']['cord-blood'][number];
export type EnrolmentPolicy = Policy<'enrolment'>;
export type KitPolicy = Policy<'kit'>;
export type CarePolicy = Policy<'care'>;
export type DeclinePolicy = Policy<'decline'>;
export type HospitalsPolicy = Policy<'hospitals'>;
export type ProductsPolicy = Policy<'products'>;
export type ProgrammesPolicy = Policy<'programmes'>;
export type QualityPolicy = Policy<'quality'>;
export type PrivacyPolicy = Policy<'privacy'>;
export type RetentionPolicy = Policy<'retention'>;
export type EventsPolicy = Policy<'events'>;

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

export interface Versions<P> {
  /** The version in force on a civil date (`YYYY-MM-DD`, Asia/Shanghai). Throws when none was in force yet. */
  current(on: string): P;
  /** One version by its effective date, as stored with an order or a contract. Throws when there is no such file. */
  version(effective: string): P;
  /** All versions, oldest first. */
  readonly all: readonly P[];
}

export type Policies = { readonly [N in PolicyName]: Versions<Policy<N>> };

/** A policy file that cannot be used: names the file, the field and how to mend it. The server does not start with one. */
export class BrokenPolicy extends Error {
  override name = 'BrokenPolicy';
}

const HERE = fileURLToPath(new URL('./policies/', import.meta.url));

/** Reads and checks every policy file under `dir` (`<name>/<effective-date>.yaml`). Throws `BrokenPolicy`. */
export function loadPolicies(dir: string = HERE): Policies {
  const names = Object.keys(POLICY_SCHEMAS) as PolicyName[];
  return Object.fromEntries(names.map((name) => [name, versionsOf(name, dir)])) as unknown as Policies;
}

function versionsOf<N extends PolicyName>(name: N, dir: string): Versions<Policy<N>> {
  const folder = join(dir, name);
  let files: string[];
  try {
    files = readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .sort();
  } catch {
    files = [];
  }
  if (files.length === 0)
    throw new BrokenPolicy(
      `${folder}: no policy file. Add one named by the day it takes effect, such as 2026-01-01.yaml.`,
    );
  const all = files.map((file) => readPolicy(name, join(folder, file), file));
  const known = all.map((policy) => policy.version).join(', ');
  return {
    all,
    current(on) {
      // Effective dates are ISO days, so text order is date order.
      const inForce = all.findLast((policy) => policy.version <= on);
      if (!inForce)
        throw new Error(`no version of the policy "${name}" was in force on ${on} (there are: ${known})`);
      return inForce;
    },
    version(effective) {
      const found = all.find((policy) => policy.version === effective);
      if (!found) throw new Error(`the policy "${name}" has no version ${effective} (there are: ${known})`);
      return found;
    },
  };
}

function readPolicy<N extends PolicyName>(name: N, path: string, file: string): Policy<N> {
  let raw: unknown;
  try {
    raw = parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new BrokenPolicy(`${path}: not readable as YAML. ${(cause as Error).message}`, { cause });
  }
  const checked = POLICY_SCHEMAS[name].safeParse(raw);
  if (!checked.success) {
    const lines = checked.error.issues.map(
      (issue) => `  ${issue.path.map(String).join('.') || '(the whole file)'}: ${issue.message}`,
    );
    throw new BrokenPolicy(
      `${path} does not fit the schema of "${name}":\n${lines.join('\n')}\nMend these fields and start again.`,
    );
  }
  const policy = checked.data;
  if (`${policy.version}.yaml` !== file)
    throw new BrokenPolicy(
      `${path}: version says ${policy.version}; it must be the file's own date. Correct one of the two.`,
    );
  return deepFreeze(policy) as Policy<N>;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
