import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BrokenPolicy, loadPolicies } from './policies.ts';

const SHIPPED = fileURLToPath(new URL('./policies/', import.meta.url));

describe('policies', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'policies-'));
    cpSync(SHIPPED, dir, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));
  const edit = (file: string, from: string, to: string) => {
    const path = join(dir, file);
    const before = readFileSync(path, 'utf8');
    if (!before.includes(from)) throw new Error(`nothing to edit: ${from}`);
    writeFileSync(path, before.replace(from, to));
  };

  test('every shipped policy is a sample until the operator confirms it', () => {
    const policies = loadPolicies();
    for (const versions of Object.values(policies))
      for (const policy of versions.all) expect(policy.confirmed, policy.id).toBe(false);
  });

  test('the instalment plans cost the same as paying once, so that no interest hides in them', () => {
    for (const fees of loadPolicies().fees.all) {
      const prepaid = fees.plans.find((plan) => plan.kind === 'prepaid');
      for (const plan of fees.plans)
        if (plan.kind === 'instalments')
          expect(plan.instalments * plan.instalmentFen, plan.id).toBe(prepaid?.totalFen);
    }
  });

  test('a price is the one in force on the day, and an old contract keeps its own', () => {
    cpSync(join(dir, 'fees/2026-01-01.yaml'), join(dir, 'fees/2027-03-01.yaml'));
    edit('fees/2027-03-01.yaml', "'2026-01-01'", "'2027-03-01'");
    edit('fees/2027-03-01.yaml', 'yearlyFen: 65000', 'yearlyFen: 68000');
    const { fees } = loadPolicies(dir);
    const yearly = (version: string) =>
      fees.version(version).plans.find((plan) => plan.kind === 'yearly')?.yearlyFen;
    expect(fees.current('2027-02-28').version).toBe('2026-01-01');
    expect(fees.current('2027-03-01').version).toBe('2027-03-01');
    expect([yearly('2026-01-01'), yearly('2027-03-01')]).toEqual([65000, 68000]);
    expect(() => fees.current('2025-12-31')).toThrow(
      /no version of the policy "fees" was in force on 2025-12-31/,
    );
    expect(() => fees.version('2030-01-01')).toThrow(/has no version 2030-01-01/);
  });

  test('a loaded policy cannot be changed by whoever reads it', () => {
    const fees = loadPolicies().fees.current('2026-06-01') as unknown as { plans: { firstFen: number }[] };
    expect(() => {
      (fees.plans[0] as { firstFen: number }).firstFen = 1;
    }).toThrow(TypeError);
  });

  test('a broken file stops the start and says which file, which field and how to mend it', () => {
    edit('fees/2026-01-01.yaml', 'firstFen: 580000', 'firstFen: 5800.5');
    expect(() => loadPolicies(dir)).toThrow(BrokenPolicy);
    expect(() => loadPolicies(dir)).toThrow(
      /fees\/2026-01-01\.yaml[\s\S]*plans\.0\.firstFen: must be integer fen/,
    );
  });

  test('an unknown field is refused, because a misspelt price would silently not apply', () => {
    edit('refunds/2026-01-01.yaml', 'payWithinDays: 15', 'payWithinDays: 15\npayInDays: 15');
    expect(() => loadPolicies(dir)).toThrow(/payInDays/);
  });

  test('a file whose name and version disagree is refused', () => {
    renameSync(join(dir, 'fees/2026-01-01.yaml'), join(dir, 'fees/2026-02-01.yaml'));
    expect(() => loadPolicies(dir)).toThrow(/version says 2026-01-01/);
  });

  test('a file that is not YAML is refused with its line', () => {
    writeFileSync(join(dir, 'products/2026-01-01.yaml'), 'id: [unclosed\nversion: x');
    expect(() => loadPolicies(dir)).toThrow(/products\/2026-01-01\.yaml: not readable as YAML.*line/s);
  });
});
