import { describe, expect, it } from 'vitest';
import { loadPolicies, type ProgrammesPolicy } from '#src/content/policies.ts';
import { SITUATION_ANSWERS } from '#src/content/programme-schema.ts';
import { asCivilDate } from '#src/shared/civil-date.ts';
import { assess, assessAll } from './assess.ts';
import { judgeAge } from './age.ts';
import { AID_IDS, programmeOf, tierFor, type AgeCriterion } from './programme.ts';
import type { Situation } from './situation.ts';

const policy = loadPolicies().programmes.current('2026-11-20');
const fund = programmeOf(policy, 'aid-fund');
const kindling = programmeOf(policy, 'kindling');
const day = asCivilDate;

/** A child of nine from Shandong whose doctors have settled on cord blood. */
const child: Situation = {
  birth: day('2017-05-20'),
  treatment: 'cord-transplant',
  stage: 'not-yet',
  diagnosis: 'have',
  place: 'shandong',
  insurance: 'insured',
  means: 'beyond',
  help: 'none',
};
const asking = (change: Partial<Situation>, on = '2026-11-20') =>
  assess(policy, fund, { ...child, ...change }, day(on));
const deciders = (change: Partial<Situation>, on?: string) =>
  asking(change, on).deciding.map(({ criterion }) => criterion);

describe('the aid fund', () => {
  it('seems possible for a child whose doctors have settled on cord blood, with a reason for each criterion', () => {
    const { verdict, deciding, others } = asking({});
    expect(verdict).toBe('likely');
    expect(deciding.map(({ criterion }) => criterion)).toEqual(fund.criteria.map(({ id }) => id));
    expect(others).toEqual([]);
    for (const { because } of deciding) expect(because.zh.length * because.en.length).toBeGreaterThan(0);
  });

  it('takes the 18th birthday and the whole year after it, and ends with the 19th', () => {
    const verdictOn = (on: string) => asking({ birth: day('2008-11-20') }, on).verdict;
    expect([verdictOn('2026-11-19'), verdictOn('2026-11-20'), verdictOn('2027-11-19')]).toEqual([
      'likely',
      'likely',
      'likely',
    ]);
    expect(verdictOn('2027-11-20')).toBe('unlikely');
  });

  it('begins again on the 60th birthday, not the day before', () => {
    const verdictOn = (on: string) => asking({ birth: day('1966-11-21') }, on).verdict;
    expect(verdictOn('2026-11-20')).toBe('unlikely');
    expect(verdictOn('2026-11-21')).toBe('likely');
  });

  it('says from when on, where waiting a little helps, and until when, where it does not', () => {
    expect(asking({ birth: day('1966-12-02') }).deciding[0]?.because).toEqual({
      zh: '今天59周岁。办法是18周岁以下，或者60周岁以上，18和60都算在内。2026年12月2日起就在这个年龄里了。',
      en: 'The patient is 59 today. The rule: 18 or younger, or 60 or older; 18 and 60 both count. From 2 December 2026 the age will be right.',
    });
    expect(asking({ birth: day('2008-01-05') }).deciding[0]?.because.zh).toContain(
      '从2027年1月5日起就不在这个年龄里了',
    );
    expect(asking({ birth: day('1990-01-05') }).deciding[0]?.because.zh).not.toContain('起');
  });

  it('counts a birthday on 29 February as 1 March in a common year', () => {
    const born = { birth: day('2008-02-29') };
    expect(asking(born, '2027-02-28').verdict).toBe('likely');
    expect(asking(born, '2027-03-01').verdict).toBe('unlikely');
    expect(asking({ birth: day('1968-02-29') }, '2028-02-28').verdict).toBe('unlikely');
    expect(asking({ birth: day('1968-02-29') }, '2028-02-29').verdict).toBe('likely');
  });

  it('speaks of a newborn without a number of years', () => {
    expect(asking({ birth: day('2026-11-20') }).deciding[0]?.because.en).toMatch(
      /^The patient is not yet one/,
    );
  });

  it('does not fit a patient between the ages, whose only reason is the age', () => {
    const { verdict, deciding, others } = asking({ birth: day('1990-06-01') });
    expect(verdict).toBe('unlikely');
    expect(deciding.map(({ criterion }) => criterion)).toEqual(['age']);
    expect(others).toHaveLength(fund.criteria.length - 1);
  });

  it.each(['other-transplant', 'none'] as const)(
    'does not fit treatment without cord blood (%s)',
    (treatment) => {
      expect(asking({ treatment, stage: null }).verdict).toBe('unlikely');
      expect(deciders({ treatment, stage: null })).toEqual(['treatment']);
    },
  );

  it('asks to be asked where cord blood only supports, or is not settled', () => {
    expect(deciders({ treatment: 'cord-support' })).toEqual(['treatment']);
    expect(asking({ treatment: 'cord-support' }).verdict).toBe('ask');
    expect(asking({ treatment: 'undecided', stage: null }).verdict).toBe('ask');
  });

  it('still takes a transplant of this year, and asks about an older one', () => {
    expect(asking({ stage: 'within-year' }).verdict).toBe('likely');
    expect(asking({ stage: 'longer-ago' }).verdict).toBe('ask');
    expect(deciders({ stage: 'longer-ago' })).toEqual(['stage']);
  });

  it('takes patients of other provinces, and leaves foreign patients to the Red Cross', () => {
    expect(asking({ place: 'elsewhere-in-china' }).verdict).toBe('likely');
    expect(asking({ place: 'foreign' }).verdict).toBe('ask');
    expect(deciders({ place: 'foreign' })).toEqual(['place']);
  });

  it('names every open criterion at once, and only those that are not met once one is', () => {
    expect(deciders({ diagnosis: 'not-yet', means: 'unsaid' })).toEqual(['diagnosis', 'means']);
    expect(deciders({ diagnosis: 'not-yet', means: 'unsaid', treatment: 'none', stage: null })).toEqual([
      'treatment',
    ]);
  });

  it('leaves out the stage where no transplant is settled', () => {
    const { deciding, others } = asking({ treatment: 'undecided', stage: null });
    expect([...deciding, ...others].some(({ criterion }) => criterion === 'stage')).toBe(false);
  });
});

describe('the Kindling project', () => {
  it('knows no age, and so stands first for a patient the fund cannot help', () => {
    const [first, second] = assessAll(policy, { ...child, birth: day('1990-06-01') }, day('2026-11-20'));
    expect([first?.programme.id, first?.verdict]).toEqual(['kindling', 'likely']);
    expect([second?.programme.id, second?.verdict]).toEqual(['aid-fund', 'unlikely']);
  });

  it('is only for families in difficulty', () => {
    expect(assess(policy, kindling, { ...child, means: 'manage' }, day('2026-11-20')).verdict).toBe(
      'unlikely',
    );
    expect(assess(policy, kindling, { ...child, means: 'allowance' }, day('2026-11-20')).verdict).toBe(
      'likely',
    );
  });
});

describe('the flags of the age rule', () => {
  const rule = fund.criteria.find(({ kind }) => kind === 'age') as AgeCriterion;
  const with18 = (change: Partial<AgeCriterion['ranges'][number]>, more: Partial<AgeCriterion> = {}) => ({
    ...rule,
    ranges: [{ upTo: 18, inclusive: true, runsOn: true, ...change }],
    ...more,
  });
  const born = day('2008-11-20');
  const lastDay = (one: AgeCriterion): string => {
    const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2027-11-19', '2027-11-20', '2027-11-21'];
    return days.findLast((on) => judgeAge(one, born, day(on)).isWithin) ?? 'never';
  };

  it('exclusive and whole: up to the day before the 18th birthday', () => {
    expect(lastDay(with18({ inclusive: false }))).toBe('2026-11-19');
  });
  it('inclusive and whole: up to the day before the 19th birthday', () => {
    expect(lastDay(with18({}))).toBe('2027-11-19');
  });
  it('inclusive and to the day: up to the 18th birthday itself', () => {
    expect(lastDay(with18({ runsOn: false }))).toBe('2026-11-20');
  });
  it('exclusive and to the day: up to the day before it', () => {
    expect(lastDay(with18({ runsOn: false, inclusive: false }))).toBe('2026-11-19');
  });
  it('older only on the day after the birthday: one day more', () => {
    expect(lastDay(with18({}, { turns: 'day-after' }))).toBe('2027-11-20');
  });
  it('over sixty, exclusive: from the day after the birthday, or from 61 where years count whole', () => {
    const over = (runsOn: boolean): AgeCriterion => ({
      ...rule,
      ranges: [{ from: 60, inclusive: false, runsOn }],
    });
    const old = day('1966-11-20');
    expect(judgeAge(over(false), old, day('2026-11-20')).isWithin).toBe(false);
    expect(judgeAge(over(false), old, day('2026-11-21')).isWithin).toBe(true);
    expect(judgeAge(over(true), old, day('2027-11-19')).isWithin).toBe(false);
    expect(judgeAge(over(true), old, day('2027-11-20')).isWithin).toBe(true);
  });
  it('measured on the day of treatment: asks while that day is unknown, and counts on it once it is known', () => {
    const measured: ProgrammesPolicy = {
      ...policy,
      programmes: policy.programmes.map((one) =>
        one.id === 'aid-fund' ? { ...one, criteria: [{ ...rule, reference: 'treatment' as const }] } : one,
      ),
    };
    const judged = (treatedOn?: string) =>
      assess(
        measured,
        programmeOf(measured, 'aid-fund'),
        { ...child, birth: day('2008-11-20'), ...(treatedOn ? { treatedOn: day(treatedOn) } : {}) },
        day('2026-11-20'),
      ).verdict;
    expect([judged(), judged('2027-11-19'), judged('2027-11-20')]).toEqual(['ask', 'likely', 'unlikely']);
  });
});

describe('the policy of programmes', () => {
  it('has a verdict and a sentence for every answer anybody can give', () => {
    for (const id of AID_IDS)
      for (const criterion of programmeOf(policy, id).criteria)
        if (criterion.kind !== 'age')
          expect(Object.keys(criterion.answers).sort(), `${id} ${criterion.id}`).toEqual(
            [...SITUATION_ANSWERS[criterion.kind]].sort(),
          );
  });

  it('marks what is assumed as a sample, and what a source states not', () => {
    const { deciding } = asking({});
    const sampleOf = (id: string) => deciding.find(({ criterion }) => criterion === id)?.sample;
    expect([sampleOf('age'), sampleOf('stage')]).toEqual([false, true]);
    // At eighteen the answer hangs on our reading of “以下”, which nobody has confirmed.
    const atEighteen = asking({ birth: day('2008-11-20') }).deciding[0];
    expect([atEighteen?.criterion, atEighteen?.sample]).toEqual(['age', true]);
    const confirmed = assess({ ...policy, confirmed: true }, fund, child, day('2026-11-20'));
    expect(confirmed.deciding.some(({ sample }) => sample)).toBe(false);
  });

  it('puts a family’s own cost into exactly one tier, to the fen', () => {
    const grant = (yuan: number) => tierFor(fund, Math.round(yuan * 100))?.grantFen ?? null;
    expect([grant(19_999.99), grant(20_000), grant(99_999.99), grant(100_000), grant(900_000)]).toEqual([
      null,
      1_000_000,
      1_000_000,
      1_500_000,
      2_000_000,
    ]);
  });
});
