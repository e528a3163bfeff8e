import { describe, expect, it } from 'vitest';
import { loadPolicies } from '../../../src/content/policies.ts';
import { ourFiles, read } from '../files.ts';

const { events, privacy, retention } = loadPolicies();

/** The records the law was searched for; a row that goes missing here is a record nobody knows how long to keep. */
const SEARCHED_FOR = [
  'accounting-vouchers',
  'accounting-archive',
  'annual-report',
  'tax-papers',
  'invoices',
  'transactions',
  'payment-records',
  'contract-and-custody',
  'signature-certificates',
  'bank-procedures',
  'blood-station-records',
  'in-patient-record',
  'out-patient-record',
  'research-record',
  'impact-assessments',
  'provision-records',
  'network-logs',
  'insurance-papers',
  'claim-copies',
  'aid-refused',
  'aid-granted',
  'advertising',
  'drafts',
];

/** Periods no rule sets, which only this house can keep: what keeps each, or why nothing has to yet. */
const KEPT_BY: Readonly<Record<string, string>> = {
  'event-registrants': 'src/events/erase-registrants.ts',
  drafts: 'src/enrolment/filling/erase-drafts.ts',
  'sign-in-traces': 'src/deps.ts',
  'contract-and-custody': 'no contract ends within five years of the first',
  'access-log': 'the log is append-only, and three years are not over',
  account: 'an account cannot be closed here yet, only by phone',
  'claim-copies': 'no claims here yet',
  'aid-refused': 'no applications for aid here yet',
  'aid-granted': 'no applications for aid here yet',
};

describe('the table of how long records stay', () => {
  it.each(retention.all.map((policy) => [policy.version, policy] as const))(
    'is complete in the version of %s',
    (_version, { rows }) => {
      const ids = rows.map(({ id }) => id);
      expect(SEARCHED_FOR.filter((id) => !ids.includes(id))).toEqual([]);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    },
  );

  it('calls certain only what was read, and ours what no rule demands', () => {
    for (const { rows } of retention.all)
      for (const { id, sure, because } of rows) {
        if (because.zh.includes('凭记忆')) expect(sure, id).toBe('not-found');
        if (because.zh.includes('没有找到')) expect(sure, id).toBe('ours');
      }
  });

  it('keeps what tells whose a unit is for as long as there is a unit, whatever a rule from memory says', () => {
    const { rows } = retention.all.at(-1) ?? { rows: [] };
    const kept = (privacy.all.at(-1)?.kinds ?? [])
      .filter(({ id }) => ['child', 'results', 'pregnancy', 'health-answers'].includes(id))
      .map(
        ({ id, kept: ids }) =>
          [id, rows.filter((row) => ids.includes(row.id) && row.binds === 'us')] as const,
      );
    expect(kept).toHaveLength(4);
    for (const [id, all] of kept)
      expect(
        all.some(({ id: row, keep }) => row === 'blood-station-records' && keep.unit === 'words'),
        id,
      ).toBe(true);
  });

  it('sets no period of our own that nobody keeps', () => {
    const ours =
      retention.all.at(-1)?.rows.filter(({ sure, binds }) => sure === 'ours' && binds === 'us') ?? [];
    expect(ours.map(({ id }) => id).toSorted()).toEqual(Object.keys(KEPT_BY).toSorted());
    const files = Object.values(KEPT_BY).filter((by) => by.startsWith('src/'));
    expect(files.filter((file) => !ourFiles.includes(file))).toEqual([]);
    const keep = (id: string) => ours.find((row) => row.id === id)?.keep;
    expect(keep('event-registrants')).toEqual({ unit: 'days', atLeast: events.all.at(-1)?.eraseAfterDays });
    expect(keep('sign-in-traces')).toEqual({ unit: 'hours', atLeast: 24 });
    const wiring = read('src/deps.ts');
    expect(wiring).toContain('challenges.removeExpired(now() - DAY)');
    for (const tasks of ['eventTasks', 'enrolmentTasks']) expect(wiring).toContain(`...${tasks}(deps)`);
  });

  it('keeps what the tax office may ask for no shorter than the accounts it belongs to', () => {
    const years = (id: string): number => {
      const keep = retention.all.at(-1)?.rows.find((row) => row.id === id)?.keep;
      return keep?.unit === 'years' ? keep.atLeast : 0;
    };
    expect(years('accounting-vouchers')).toBeGreaterThanOrEqual(years('tax-papers'));
    expect(years('tax-papers')).toBeGreaterThanOrEqual(years('invoices'));
  });
});

describe('the privacy notice', () => {
  it.each(privacy.all.map((policy) => [policy.version, policy] as const))(
    'of %s says of every kind of data who gets it and how long it stays',
    (_version, { kinds, recipients }) => {
      const rows = new Set(retention.all.at(-1)?.rows.map(({ id }) => id));
      const known = new Set(recipients.map(({ id }) => id));
      expect(kinds.flatMap(({ kept }) => kept.filter((id) => !rows.has(id)))).toEqual([]);
      expect(kinds.flatMap(({ recipients: all }) => all.filter((id) => !known.has(id)))).toEqual([]);
      const used = new Set(kinds.flatMap(({ recipients: all }) => all));
      expect([...known].filter((id) => !used.has(id))).toEqual([]);
    },
  );

  it('takes a separate consent for what is sensitive (PIPL 29), and a guardian’s for a child (31)', () => {
    for (const { kinds } of privacy.all)
      for (const { id, sensitive, basis } of kinds)
        if (sensitive && id !== 'drafts')
          expect(['separate-consent', 'guardian-consent'], id).toContain(basis);
    expect(privacy.all.at(-1)?.kinds.find(({ id }) => id === 'child')?.basis).toBe('guardian-consent');
  });

  it('answers within 15 working days, and aims for sooner', () => {
    for (const { answer } of privacy.all) {
      expect(answer.atMostWorkingDays).toBeLessThanOrEqual(15);
      expect(answer.aimWorkingDays).toBeLessThan(answer.atMostWorkingDays);
    }
  });

  it('names everything the site keeps in a browser, and nothing it does not', () => {
    const sources = ourFiles
      .filter((file) => file.startsWith('src/') && /(?<!\.test)\.ts$/.test(file))
      .map(read);
    const cookies = sources.flatMap((text) => text.match(/__Host-[a-z]+(?=')/g) ?? []);
    const stored = sources.flatMap((text) =>
      [...text.matchAll(/(?:local|session)Storage\.setItem\((\w+)/g)].map(
        ([, name = '']) => new RegExp(`const ${name} = '([^']+)'`).exec(text)?.[1] ?? `unknown ${name}`,
      ),
    );
    const named = privacy.all.at(-1)?.device.map(({ name }) => name) ?? [];
    expect([...new Set([...cookies, ...stored])].toSorted()).toEqual(named.toSorted());
  });
});
