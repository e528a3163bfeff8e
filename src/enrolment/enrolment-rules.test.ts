import { describe, expect, it } from 'vitest';
import { loadConsents } from '#src/content/consents.ts';
import { loadPolicies } from '#src/content/policies.ts';
import { unprintable } from '../platform/pdf/index.ts';
import { addDays, asCivilDate } from '../shared/civil-date.ts';
import { checkStep, journey, nextStep, visibleFields } from '../shared/form.ts';
import { machineFaults, machineTable } from '../shared/machines/machine-checks.ts';
import { inventedResidentId } from '#db/seed/families/person.ts';
import { answersOf } from '../../tests/support/enrolment.ts';
import { enrolmentForm, STAGES } from './form/enrolment-form.ts';
import { enrolmentMachine, type EnrolmentState } from './enrolment.ts';
import { flagsOf, factsOf } from './enrolment-facts.ts';
import { refusalMessages } from './enrolment-messages.ts';
import { formContext } from './form/context.ts';
import { gestationOn, refuseDueDate } from './form/gestation.ts';
import { allQuotes, costConclusions, sameInAll } from '#src/fees/index.ts';
import { GROUPS_SHOWN } from './deciding/reveal-details.ts';
import { familyReview } from './answers/family-review.ts';
import { reviewSections } from './answers/review-rows.ts';
import { underWay } from './filling/under-way.ts';
import { withOwnMobile } from './filling/own-mobile.ts';
import { answerBy, waitedWorkdays, waitLine } from './deciding/review-deadline.ts';

const now = () => Date.parse('2026-11-20T10:00:00+08:00');
const context = formContext({
  now,
  policies: loadPolicies(),
  consents: loadConsents(),
  unprintable,
});
const form = enrolmentForm(context);
const day = context.today;
const errorsAt = (step: string, answers: Record<string, unknown>) => {
  const found = form.steps.find((one) => one.id === step);
  return found ? checkStep(found, { ...answersOf.twoGuardians(), ...answers } as never) : {};
};

describe('the pregnancy', () => {
  const rules = context.enrolment;
  const dueIn = (days: number) => refuseDueDate(addDays(day, days), day, rules);
  it('may enrol from the day week 20 is complete', () => {
    expect(gestationOn(addDays(day, 140), day)).toEqual({ weeks: 20, days: 0 });
    expect(dueIn(140)).toBeNull();
    expect(dueIn(141)?.zh).toContain('2026年11月21日');
  });
  it('is refused with different words when too far away or past', () => {
    expect(dueIn(281)?.en).toContain('40 weeks');
    expect(dueIn(-13)).toBeNull();
    expect(dueIn(-14)?.en).toContain('born already');
  });
});

describe('the form', () => {
  it('is complete with two guardians, with one absent, and with twins', () => {
    for (const answers of Object.values(answersOf)) expect(nextStep(form, answers())).toBeNull();
  });
  it('asks about the absence instead of the person', () => {
    const steps = journey(form, answersOf.absentGuardian()).map((step) => step.id);
    expect(steps).toContain('absence');
    expect(steps).not.toContain('other-person');
  });
  it('has every page on the step bar', () => {
    const staged = STAGES.flatMap((stage) => stage.steps);
    for (const step of form.steps) expect(staged).toContain(step.id);
  });
  it('wants two phones and two documents', () => {
    expect(errorsAt('other-person', { otherMobile: '13800138000' })).toHaveProperty('otherMobile');
    expect(
      errorsAt('other-person', { otherIdKind: 'resident-id', otherIdNumber: '11010519491231002X' }),
    ).toHaveProperty('otherIdNumber');
  });
  it('wants a birth date exactly where the document lacks it', () => {
    expect(errorsAt('mother', { motherIdKind: 'passport', motherIdNumber: 'E1234567' })).toHaveProperty(
      'motherBirthDate',
    );
    expect(
      errorsAt('mother', { motherIdKind: 'foreign-pr', motherIdNumber: 'DEU370190010112' }),
    ).toHaveProperty('motherBirthDate');
    expect(errorsAt('mother', {})).toEqual({});
  });
  it('offers the hospitals of the chosen city and takes any other by name', () => {
    expect(errorsAt('hospital', { birthCity: '370200' })).toHaveProperty('hospital');
    expect(errorsAt('hospital', { hospital: 'other' })).toHaveProperty('hospitalName');
    expect(errorsAt('hospital', { hospital: 'other', hospitalName: '曲阜市人民医院' })).toEqual({});
  });
  it('takes a district only of the city chosen', () =>
    expect(errorsAt('address', { homeDistrict: '370102' })).toHaveProperty('homeDistrict'));
  it('asks to say more about what was answered with yes, and lets who is not sure leave it empty', () => {
    const answers = { ...answersOf.twoGuardians(), healthTravel: 'unsure', healthCancer: 'yes' };
    expect(nextStep(form, answers)?.id).toBe('health-details');
    expect(Object.keys(errorsAt('health-details', answers))).toEqual(['healthCancerDetail']);
    const step = form.steps.find((one) => one.id === 'health-details');
    expect(step && visibleFields(step, answers).map(({ name }) => name)).toEqual([
      'healthCancerDetail',
      'healthTravelDetail',
    ]);
    const unsure = { ...answersOf.twoGuardians(), healthTravel: 'unsure' };
    expect(nextStep(form, unsure)).toBeNull();
  });
  it('needs each necessary consent on its own and no optional one, each asked once', () => {
    const stepOf = (name: string) =>
      form.steps.filter((step) => step.fields.some((field) => field.name === name)).map((step) => step.id);
    for (const { id, necessary } of context.consents) {
      const [step, ...again] = stepOf(`consent-${id}`);
      expect(again).toEqual([]);
      const wrong = Object.keys(errorsAt(step ?? '', { [`consent-${id}`]: '' }));
      expect(wrong.includes(`consent-${id}`)).toBe(necessary);
    }
    expect(stepOf('consent-identity-documents')).toEqual(['mother']);
    expect(stepOf('consent-health-data')).toEqual(['health']);
  });
  it('says of a wrong document number, which is not shown again, that it has to be typed again and why', () => {
    const wrong = errorsAt('mother', { motherIdNumber: '110105194912310021' })['motherIdNumber'];
    expect(wrong?.zh).toContain('请重新填一遍');
    expect(wrong?.zh).toContain('以免被旁人看到');
    expect(wrong?.en).toContain('type it once more');
    expect(errorsAt('mother', { motherIdNumber: '' })['motherIdNumber']?.zh).not.toContain('重新');
    expect(errorsAt('mother', { motherMobile: '139' })['motherMobile']?.zh).not.toContain('以免');
  });
});

const LIKELY_MOTHER = inventedResidentId('370102', '1994-03-08', 902);

describe('what a counsellor looks at', () => {
  const flags = (answers: Record<string, string>) => {
    // The sample of GB 11643 was born in 1949: a likelier mother, so that nothing stands out by itself.
    const mother = { motherIdKind: 'resident-id', motherIdNumber: LIKELY_MOTHER };
    const all = { ...answersOf.twoGuardians(), ...mother, ...answers };
    return flagsOf(factsOf(all, { hospital: 'x', locale: 'zh', at: now() }), all, day, context.enrolment);
  };
  it('is flagged: a birth soon, a health answer, twins, an early week', () => {
    expect(flags({})).toEqual([]);
    expect(flags({ dueDate: addDays(day, 21) })).toEqual(['birth-soon']);
    expect(flags({ dueDate: addDays(day, 100) })).toEqual(['before-recommended-week']);
    expect(flags({ healthHiv: 'unsure', babies: '2' })).toEqual(['health:healthHiv', 'multiple-birth']);
  });
  it('is flagged: a document that looks like somebody else’s, as a thing to check', () => {
    const mother = (birthDate: string, serial: number) => ({
      motherIdNumber: inventedResidentId('370102', birthDate, serial),
    });
    expect(flags(mother('1994-03-08', 903))).toEqual(['mother-id-male']);
    expect(flags(mother('2015-03-08', 902))).toEqual(['mother-age-unlikely', 'mother-under-18']);
    expect(flags(mother('2010-03-08', 902))).toEqual(['mother-under-18']);
    expect(flags(mother('1966-11-20', 902))).toEqual(['mother-age-unlikely']);
    expect(flags(mother('1966-11-21', 902))).toEqual([]);
    const passport = { motherIdKind: 'passport', motherIdNumber: 'E1234567', motherBirthDate: '1960-1-2' };
    expect(flags(passport)).toEqual(['mother-age-unlikely']);
  });
  it('is masked until a purpose is given', () => {
    const rows = JSON.stringify(reviewSections(form, answersOf.twoGuardians(), 'zh', { staffSees: [] }));
    const told = { ...answersOf.twoGuardians(), healthTravel: 'yes', healthTravelDetail: '云南' };
    const withConcern = JSON.stringify(reviewSections(form, told, 'zh', { staffSees: [] }));
    expect(rows).not.toMatch(/王䶮|1949|13800138000|鼓楼/);
    expect(rows).toContain('王*');
    expect(withConcern).toContain('1项答');
    expect(withConcern).not.toMatch(/疟疾|云南/);
  });
  it.each([
    ['call-the-family', /王䶮.*13900139000|王䶮.*139 0013 9000/, /11010519491231002X|E1234567|云南/],
    ['check-identity', /王䶮.*11010519491231002X.*E1234567/, /鼓楼|139.?0013.?9000|云南/],
    ['read-health-answers', /疟疾.*云南/, /王䶮|鼓楼|11010519491231002X|139.?0013.?9000/],
  ] as const)('shows for the purpose %s only what that purpose needs', (purpose, seen, unseen) => {
    const told = { ...answersOf.twoGuardians(), healthTravel: 'yes', healthTravelDetail: '云南' };
    const text = JSON.stringify(reviewSections(form, told, 'zh', { staffSees: GROUPS_SHOWN[purpose] }));
    expect(text).toMatch(seen);
    expect(text).not.toMatch(unseen);
  });
});

describe('what is read back', () => {
  const told = {
    ...answersOf.twoGuardians(),
    healthTravel: 'yes',
    healthTravelDetail: '云南',
    healthCancer: 'unsure',
  };
  it('has every yes and every not sure first and in full, and the noes behind one line, all of them readable', () => {
    const health = reviewSections(form, told, 'zh', { staffSees: ['health'] }).find(
      ({ step }) => step === 'health',
    );
    expect(health?.rows.slice(0, 2).map(({ name }) => name)).toEqual(['healthCancer', 'healthTravel']);
    expect(health?.rows[1]?.value).toEqual(['有', '云南']);
    expect(health?.folded?.line).toBe('其余9项都答“没有”');
    expect(health?.folded?.rows).toHaveLength(9);
    expect(health?.folded?.rows.map(({ name }) => name)).not.toContain('healthTravel');
  });
  it('starts for the family with the dates, the hospital and the people, and leaves no answer out', () => {
    const sections = familyReview(form, told, 'zh');
    expect(sections[0]?.rows.map(({ name }) => name).slice(0, 4)).toEqual([
      'dueDate',
      'hospital',
      'mother',
      'other',
    ]);
    const read = JSON.stringify(sections);
    for (const said of [
      '2027年2月5日',
      '济南市',
      '王䶮',
      '138 0013 8000',
      '买买提',
      '1990年1月2日',
      '曲阜市',
      '鼓楼',
    ])
      expect(read, said).toContain(said);
    expect(read).not.toContain('11010519491231002');
    const consents = sections.at(-1)?.rows.map(({ name }) => name);
    for (const { id } of context.consents) expect(consents).toContain(`consent-${id}`);
  });
});

describe('what a family has already', () => {
  const summary = (state: EnrolmentState, dueIn: number) => ({
    id: 'enr_1',
    number: 'BM-2026-000001-7',
    state,
    babies: 1,
    dueDate: addDays(day, dueIn),
    returnedFor: null,
    product: 'cord-blood' as const,
  });
  it('is said before another enrolment, but not of an older sibling or of one that came to nothing', () => {
    const said = (state: EnrolmentState, dueIn: number) =>
      underWay([summary(state, dueIn)], day).length === 1;
    expect([said('submitted', 60), said('returned', 60), said('accepted', 60)]).toEqual([true, true, true]);
    expect([said('accepted', -300), said('declined', 60), said('withdrawn', 60)]).toEqual([
      false,
      false,
      false,
    ]);
  });
  it('reads back how it pays under a heading that is no question', () => {
    const plan = reviewSections(form, answersOf.twoGuardians(), 'zh', 'family').find(
      ({ step }) => step === 'plan',
    );
    expect([plan?.title, plan?.rows[0]?.term]).toEqual(['缴费方式', '缴费方式']);
  });
});

describe('the number one signed in with', () => {
  const phone = '13800138000';
  it('is written for whoever fills in, and for nobody else', () => {
    expect(withOwnMobile('mother', {}, phone)).toEqual({ motherMobile: phone });
    expect(withOwnMobile('mother', { applicant: 'other' }, phone)).not.toHaveProperty('motherMobile');
    expect(withOwnMobile('other-person', { applicant: 'other' }, phone)).toHaveProperty('otherMobile', phone);
    expect(withOwnMobile('other-person', { applicant: 'mother' }, phone)).not.toHaveProperty('otherMobile');
  });
  it('never replaces an answer, nor gives both guardians one number', () => {
    const typed = { motherMobile: '13900139000' };
    expect(withOwnMobile('mother', typed, phone)).toEqual(typed);
    const both = { applicant: 'other', motherMobile: '+86 138 0013 8000' };
    expect(withOwnMobile('other-person', both, phone)).toEqual(both);
  });
});

describe('the cost', () => {
  it('says when paying each year becomes dearer than paying once', () => {
    expect(costConclusions(allQuotes(context.fees, 1), 'zh')[0]).toContain('第18年');
    expect(costConclusions(allQuotes(context.fees, 2), 'en')[0]).toContain('gives back the whole years');
    expect(sameInAll(allQuotes(context.fees, 1), 'zh')).toEqual([
      '分12期缴清、分24期缴清的合计与“一次缴清”相同。',
    ]);
  });
});

describe('our promise', () => {
  it('counts working days: sent on a Friday, answered by Tuesday', () => {
    expect(answerBy(now(), 2)).toBe('2026-11-24');
    expect(waitedWorkdays(now(), Date.parse('2026-11-22T20:00:00+08:00'))).toBe(0);
    const waited = (at: string) => waitLine(now(), Date.parse(at), 'zh');
    expect(waited('2026-11-20T20:00:00+08:00')).toBe('今天提交');
    expect(waited('2026-11-22T20:00:00+08:00')).toBe('还没到下一个工作日');
    expect(waited('2026-11-24T09:00:00+08:00')).toBe('已等2个工作日');
    expect(answerBy(Date.parse('2026-09-30T10:00:00+08:00'), 1)).toBe(asCivilDate('2026-10-08'));
  });
});

describe('the machine', () => {
  it('has no dead end and nothing unreachable, and words every refusal', () => {
    expect(machineFaults(enrolmentMachine)).toEqual([]);
    const codes = [
      'evidence-missing',
      'health-not-seen',
      'nothing-to-correct',
      'reason-missing',
      'needs-another-person',
      'incomplete',
      'wrong-state',
      'not-yours-to-do',
    ];
    for (const code of codes) expect(refusalMessages).toHaveProperty(code);
  });
  it('is what it was', () => expect(machineTable(enrolmentMachine)).toMatchSnapshot());
});
