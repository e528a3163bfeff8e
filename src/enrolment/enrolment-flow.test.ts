import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLog, consents, enrolments, guardians } from '#db/schema/index.ts';
import { expectOk } from '../shared/result.ts';
import {
  answersOf,
  applicant,
  COUNSELLOR,
  decide,
  familyOf,
  fillIn,
  send,
  submitted,
} from '../../tests/support/enrolment.ts';
import { testHouse, type House } from '../../tests/support/house.ts';
import { decideEnrolment } from './deciding/decide-enrolment.ts';
import { FORM_ID } from './form/enrolment-form.ts';
import { openStep } from './filling/open-step.ts';
import { revealDetails, type RevealPurpose } from './deciding/reveal-details.ts';
import { submitEnrolment } from './filling/submit-enrolment.ts';
import { withdrawEnrolment } from './filling/withdraw-enrolment.ts';

let house: House;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

const auditActions = async () =>
  (await house.deps.database.db.select().from(auditLog)).map((row) => row.action);

describe('sending', () => {
  it('writes the enrolment, both guardians and every consent, and texts the applicant without personal data', async () => {
    const { id, familyId } = await submitted(house);
    await house.runJobs();
    const enrolment = await house.deps.read.enrolments.byId(id);
    expect(enrolment).toMatchObject({
      state: 'submitted',
      // The sample number of GB 11643 belongs to somebody born in 1949.
      flags: ['mother-age-unlikely'],
      hospital: '山东大学齐鲁医院',
      babies: 1,
    });
    expect(enrolment?.number).toMatch(/^BM-2026-000001-\d$/);
    expect(enrolment?.facts).toMatchObject({
      mother: {
        name: '王䶮',
        idNumber: '11010519491231002X',
        birthDate: '1949-12-31',
        mobile: '13800138000',
      },
      other: { name: '买买提·吐尔逊', birthDate: '1990-01-02' },
      address: '山东省济宁市曲阜市鼓楼街道 12 号 3 单元 501',
    });
    const people = await house.deps.read.families.guardiansOf(familyId);
    expect(people.map(({ role, name, accountId }) => [role, name, accountId !== null])).toEqual([
      ['mother', '王䶮', true],
      ['other', '买买提·吐尔逊', false],
    ]);
    const given = await house.deps.read.families.consentsOf(familyId);
    expect(given.map((one) => one.purpose).sort()).toEqual(
      ['child-data', 'collection', 'health-data', 'hospital-and-courier', 'identity-documents'].sort(),
    );
    const [text] = house.messages;
    expect(text).toMatchObject({
      channel: 'sms',
      to: '13800138000',
      text: expect.stringContaining(enrolment?.number ?? '?'),
    });
    expect(text?.text).not.toMatch(/王|1949|138/);
  });

  it('keeps answers and identity sealed in the database', async () => {
    await submitted(house);
    const { db } = house.deps.database;
    const rows = JSON.stringify([await db.select().from(enrolments), await db.select().from(guardians)]);
    expect(rows).not.toMatch(/11010519491231002|王䶮|13800138000|鼓楼街道/);
  });

  it('keeps the questions as they were shown, in their language', async () => {
    const who = await applicant(house);
    await fillIn(house, who, answersOf.twoGuardians());
    const { id } = expectOk(await send(house, who, null, 'en'));
    const enrolment = await house.deps.read.enrolments.byId(id);
    expect(enrolment?.shown).toMatchObject({
      locale: 'en',
      questions: expect.arrayContaining([
        expect.objectContaining({ name: 'plan', label: 'Choose how to pay' }),
      ]),
    });
  });

  it('makes one enrolment of a double click', async () => {
    const who = await applicant(house);
    await fillIn(house, who, answersOf.twoGuardians());
    const draft = await house.deps.read.drafts.ofAccount(who.accountId, FORM_ID);
    const cmd = { ...who, familyId: null, locale: 'zh' as const, draftId: draft?.id ?? '', subject: null };
    const both = await Promise.all([submitEnrolment(house.deps, cmd), submitEnrolment(house.deps, cmd)]);
    const [first, second] = both.map(expectOk);
    expect(first).toEqual(second);
    expect(await house.deps.database.db.select().from(enrolments)).toHaveLength(1);
    expect((await auditActions()).filter((action) => action === 'enrolment.submitted')).toHaveLength(1);
  });

  it('leads an incomplete form to the page that is open', async () => {
    const who = await applicant(house);
    await fillIn(house, who, answersOf.twoGuardians(), null, ['pregnancy', 'mother']);
    expect(await send(house, who)).toMatchObject({
      ok: false,
      code: 'incomplete',
      detail: { step: 'other' },
    });
  });

  it('leaves out what an earlier answer no longer asks for, and writes the absent guardian as such', async () => {
    const { id, familyId } = await submitted(house, answersOf.absentGuardian());
    const enrolment = await house.deps.read.enrolments.byId(id);
    expect(enrolment?.answers).not.toHaveProperty('otherIdNumber');
    expect(enrolment?.flags).toContain('absent-guardian');
    const [, other] = await house.deps.read.families.guardiansOf(familyId);
    expect(other).toMatchObject({ absentReason: 'abroad', name: null });
    const rows = await house.deps.database.db.select().from(consents);
    expect(rows.map((row) => row.purpose)).toContain('absentDeclaration');
  });

  it('refuses once the due date has become impossible since it was typed', async () => {
    const who = await applicant(house);
    await fillIn(house, who, answersOf.twoGuardians());
    house.clock.set('2027-03-01T10:00:00+08:00');
    expect(await send(house, who)).toMatchObject({ code: 'incomplete', detail: { step: 'pregnancy' } });
  });
});

describe('the counsellor', () => {
  it('accepts: contracts are told, the family is texted, the log has it', async () => {
    const { id } = await submitted(house);
    expectOk(await decide(house, id, { action: 'accept', evidenceChecked: false }));
    expect(await house.deps.read.enrolments.byId(id)).toMatchObject({
      state: 'accepted',
      decidedBy: COUNSELLOR.id,
    });
    expect(await auditActions()).toContain('enrolment.accepted');
  });

  it('cannot accept one signature without having checked the evidence', async () => {
    const { id } = await submitted(house, answersOf.absentGuardian());
    expect(await decide(house, id, { action: 'accept', evidenceChecked: false })).toMatchObject({
      code: 'evidence-missing',
    });
    expectOk(await decide(house, id, { action: 'accept', evidenceChecked: true }));
  });

  it('cannot accept over a flagged health answer without having read it as it stands and said so', async () => {
    const flagged = { ...answersOf.twoGuardians(), healthTravel: 'yes', healthTravelDetail: '云南' };
    const { id } = await submitted(house, flagged);
    const reveal = (purpose: RevealPurpose, actor: { kind: 'staff'; id: string } = COUNSELLOR) =>
      revealDetails(house.deps, { actor, id, purpose });
    const accept = (healthSeen: boolean) =>
      decide(house, id, { action: 'accept', evidenceChecked: false, healthSeen });
    await reveal('call-the-family');
    await reveal('read-health-answers', { kind: 'staff', id: 'acc_somebody_else' });
    expect(await accept(true)).toMatchObject({ code: 'health-not-seen' });
    await reveal('read-health-answers');
    expect(await accept(false)).toMatchObject({ code: 'health-not-seen' });
    expectOk(await accept(true));
    expect((await house.deps.database.db.select().from(auditLog)).map((row) => row.details)).toContainEqual(
      expect.objectContaining({ healthSeen: true }),
    );
  });

  it('decides about what was on the screen', async () => {
    const { id } = await submitted(house);
    const decision = { action: 'accept', evidenceChecked: false } as const;
    const stale = await decideEnrolment(house.deps, { actor: COUNSELLOR, id, version: 0, decision });
    expect(stale).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    expectOk(await decide(house, id, decision));
    expect(await decide(house, id, decision)).toMatchObject({ code: 'wrong-state' });
  });

  it('returns no page this family does not have', async () => {
    const { id } = await submitted(house);
    const nowhere = ['__proto__', 'no-such-page', ''].map((step) => ({ step, reason: 'x' }));
    expect(await decide(house, id, { action: 'return', steps: nowhere })).toMatchObject({
      code: 'nothing-to-correct',
    });
    const mixed = [...nowhere, { step: 'hospital', reason: '请写全称' }];
    expectOk(await decide(house, id, { action: 'return', steps: mixed }));
    expect((await house.deps.read.enrolments.byId(id))?.returnedFor).toEqual([
      { step: 'hospital', reason: '请写全称' },
    ]);
  });

  it('returns only the pages named; the family corrects those and no others', async () => {
    const { id, familyId, ...who } = await submitted(house);
    expect(await decide(house, id, { action: 'return', steps: [] })).toMatchObject({
      code: 'nothing-to-correct',
    });
    expectOk(
      await decide(house, id, { action: 'return', steps: [{ step: 'hospital', reason: '请写全称' }] }),
    );
    const door = { accountId: who.accountId, familyId };
    expect(await openStep(house.deps, door, { step: 'mother', subject: id })).toMatchObject({
      code: 'not-found',
    });
    const answers = { ...answersOf.twoGuardians(), hospital: 'other', hospitalName: '济南市第四人民医院' };
    await expect(fillIn(house, who, answers, id, ['mother'])).rejects.toThrow('not-found');
    await fillIn(house, who, answers, id, ['hospital']);
    expect(expectOk(await send(house, who, id)).id).toBe(id);
    const again = await house.deps.read.enrolments.byId(id);
    expect(again).toMatchObject({
      state: 'submitted',
      hospital: '济南市第四人民医院',
      returnedFor: null,
      flags: ['mother-age-unlikely', 'hospital-typed'],
    });
    expect(expectOk(await send(house, who, id)).id).toBe(id);
  });

  it('looks at what is masked only for a purpose, which is written down', async () => {
    const { id } = await submitted(house);
    expectOk(await revealDetails(house.deps, { actor: COUNSELLOR, id, purpose: 'call-the-family' }));
    const rows = await house.deps.database.db.select().from(auditLog);
    expect(rows.at(-1)).toMatchObject({
      action: 'enrolment.revealed',
      details: { purpose: 'call-the-family', groups: ['contact'] },
    });
    expect(JSON.stringify(rows)).not.toContain('1380013');
  });

  it('sees the longest wait first and pages without losing or repeating a row', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 28; n++) {
      house.clock.advance(n % 3 === 0 ? 0 : 60_000);
      ids.push((await submitted(house, answersOf.twins(), `1380013${String(8100 + n)}`)).id);
    }
    const queue = house.deps.read.enrolments;
    const first = await queue.queue('submitted');
    expect(first.previous).toBeNull();
    const second = await queue.queue('submitted', { after: first.next ?? undefined });
    expect(second.next).toBeNull();
    const seen = [...first.rows, ...second.rows];
    expect(seen.map((row) => row.id).sort()).toEqual([...ids].sort());
    expect(seen.map((row) => row.submittedAt)).toEqual(
      seen.map((row) => row.submittedAt).sort((a, b) => a - b),
    );
    const back = await queue.queue('submitted', { before: second.previous ?? undefined });
    expect(back.rows.map((row) => row.id)).toEqual(first.rows.map((row) => row.id));
    expect(await queue.waiting('submitted')).toBe(28);
    expect(await queue.longestWaiting()).toMatchObject({ id: first.rows[0]?.id });
  }, 30_000);
});

describe('another family', () => {
  it('can neither read, correct nor withdraw', async () => {
    const { id } = await submitted(house);
    const { familyId, ...stranger } = await submitted(house, answersOf.twins(), '13700137000');
    expect(await house.deps.read.enrolments.forFamily(id, familyId)).toBeNull();
    expect(await withdrawEnrolment(house.deps, { ...stranger, familyId, id })).toMatchObject({
      code: 'not-found',
    });
    expectOk(await decide(house, id, { action: 'return', steps: [{ step: 'hospital', reason: '请核对' }] }));
    const door = { accountId: stranger.accountId, familyId };
    expect(await openStep(house.deps, door, { step: 'hospital', subject: id })).toMatchObject({
      code: 'not-found',
    });
    await expect(fillIn(house, stranger, answersOf.twins(), id, ['hospital'])).rejects.toThrow('not-found');
    expect(await send(house, stranger, id)).toMatchObject({ code: 'not-found' });
    expect((await house.deps.read.enrolments.byId(id))?.state).toBe('returned');
  });
});

describe('withdrawing', () => {
  it('is free until a decision, harmless when repeated, and not possible after acceptance', async () => {
    const { id, familyId, ...who } = await submitted(house);
    const cmd = { actor: who.actor, familyId, id };
    expectOk(await withdrawEnrolment(house.deps, cmd));
    expectOk(await withdrawEnrolment(house.deps, cmd));
    const next = await submitted(house, answersOf.twoGuardians());
    expect(await familyOf(house, next)).toBe(familyId);
    expectOk(await decide(house, next.id, { action: 'accept', evidenceChecked: false }));
    expect(await withdrawEnrolment(house.deps, { ...cmd, id: next.id })).toMatchObject({
      code: 'wrong-state',
    });
  });
});
