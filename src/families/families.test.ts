import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { testHouse, type House } from '../../tests/support/house.ts';
import { accountOfPhone, sendCode } from '../accounts/index.ts';
import { civilDate } from '../shared/civil-date.ts';
import { DAY } from '../shared/clock.ts';
import { expectOk, ok } from '../shared/result.ts';
import { acceptInvitation, refuseInvitation } from './answer-invitation.ts';
import { inviteGuardian, withdrawInvitation } from './invite-guardian.ts';
import { withdrawConsent } from './withdraw-consent.ts';

let house: House;
let count = 0;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

interface FamilyOfTwo {
  readonly familyId: string;
  readonly accountId: string;
  readonly otherId: string;
  readonly otherPhone: string;
}
let family: FamilyOfTwo;

/** 刘雨涵 has enrolled and named 王浩, who has not joined yet. */
async function familyWithoutSecondGuardian(): Promise<FamilyOfTwo> {
  const phone = `136${String(count).padStart(8, '0')}`;
  const otherPhone = `137${String(count).padStart(8, '0')}`;
  const { accountId } = expectOk(await accountOfPhone(house.deps, phone, 'zh'));
  const at = house.clock.now();
  const person = {
    idKind: 'resident-id',
    idNumber: '110101199003078515',
    birthDate: civilDate(1990, 3, 7),
    address: '济南市历下区文化西路107号',
    at,
  } as const;
  return expectOk(
    await house.deps.transaction(async ({ families }) => {
      const familyId = await families.createFamily(at);
      await families.saveGuardian(familyId, { ...person, role: 'mother', accountId, name: '刘雨涵', phone });
      const other = { ...person, role: 'other', accountId: null, name: '王浩', phone: otherPhone } as const;
      const otherId = await families.saveGuardian(familyId, other);
      return ok({ familyId, accountId, otherId, otherPhone });
    }),
  );
}

beforeEach(async () => {
  count += 1;
  house.clock.set(Date.parse('2026-11-20T10:00:00+08:00') + count * DAY);
  family = await familyWithoutSecondGuardian();
});

const actor = () => ({ kind: 'family', id: family.accountId }) as const;
const invite = () =>
  inviteGuardian(house.deps, { familyId: family.familyId, guardianId: family.otherId, actor: actor() });
async function linkTo(phone = family.otherPhone): Promise<string> {
  await house.runJobs();
  const texts = house.messages.filter((one) => one.to === phone).map((one) => one.text);
  return (
    /\/invitation\/([\w-]+)/.exec(texts.findLast((text) => text.includes('/invitation/')) ?? '')?.[1] ?? ''
  );
}
async function codeOnPhone(token: string): Promise<string> {
  const invitation = await house.deps.read.invitations.byToken(token, house.clock.now());
  const { id, phone } = invitation ?? { id: '', phone: family.otherPhone };
  expectOk(await sendCode(house.deps, { purpose: 'invitation', phone, subject: id, locale: 'zh' }));
  await house.runJobs();
  return house.codeFor(phone);
}
const accept = (token: string, code: string) =>
  acceptInvitation(house.deps, { token, code, agreed: true, locale: 'zh' });

describe('the second guardian', () => {
  test('joins by the link on their phone and a code sent to that same phone', async () => {
    expectOk(await invite());
    const token = await linkTo();
    const { accountId } = expectOk(await accept(token, await codeOnPhone(token)));
    const other = (await house.deps.read.families.guardiansOf(family.familyId))[1];
    expect(other).toMatchObject({ id: family.otherId, role: 'other', name: '王浩', accountId });
    expect(await house.deps.read.families.ofAccount(accountId)).toMatchObject({ id: family.familyId });
  });

  test('cannot join with the link alone, nor with a code sent for something else', async () => {
    expectOk(await invite());
    const token = await linkTo();
    expect(await accept(token, '123456')).toMatchObject({ code: 'code-spent' });
    expectOk(
      await sendCode(house.deps, {
        purpose: 'sign-in',
        phone: family.otherPhone,
        subject: 'x',
        locale: 'zh',
      }),
    );
    await house.runJobs();
    expect(await accept(token, house.codeFor(family.otherPhone))).toMatchObject({ code: 'code-spent' });
  });

  test('agrees for themselves to the use of their document number, and does not join without', async () => {
    expectOk(await invite());
    const token = await linkTo();
    const code = await codeOnPhone(token);
    const refused = await acceptInvitation(house.deps, { token, code, agreed: false, locale: 'zh' });
    expect(refused).toMatchObject({ code: 'consent-needed' });
    const { accountId } = expectOk(await accept(token, code));
    const given = await house.deps.read.families.consentsOf(family.familyId);
    const own = given.filter((one) => one.accountId === accountId);
    expect(own).toMatchObject([{ purpose: 'identity-documents', subjectId: family.otherId, locale: 'zh' }]);
    expect(own[0]?.shown.body).toContain('敏感个人信息');
  });

  test('joins once: the link is used up', async () => {
    expectOk(await invite());
    const token = await linkTo();
    const code = await codeOnPhone(token);
    const both = await Promise.all([accept(token, code), accept(token, code)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await accept(token, code)).toMatchObject({ code: 'link-gone' });
    expect(await invite()).toMatchObject({ code: 'cannot-be-invited' });
  });

  test('finds an older link dead once a newer one was sent, or it was withdrawn', async () => {
    expectOk(await invite());
    const first = await linkTo();
    expectOk(await invite());
    const second = await linkTo();
    expect(second).not.toBe(first);
    expect(await accept(first, '123456')).toMatchObject({ code: 'link-gone' });
    expectOk(await withdrawInvitation(house.deps, { familyId: family.familyId, actor: actor() }));
    expect(await accept(second, '123456')).toMatchObject({ code: 'link-gone' });
  });

  test('may be the wrong person and say so; the family is told to check the number', async () => {
    expectOk(await invite());
    const token = await linkTo();
    expectOk(await refuseInvitation(house.deps, { token }));
    expect(await accept(token, '123456')).toMatchObject({ code: 'link-gone' });
    await house.runJobs();
    const inviter = (await house.deps.read.families.guardiansOf(family.familyId))[0]?.phone;
    expect(house.messages.some((one) => one.to === inviter && one.text.includes('核对'))).toBe(true);
  });

  test('cannot be taken out of a family they already belong to', async () => {
    const elsewhere = family;
    count += 1;
    const here = await familyWithoutSecondGuardian();
    // Somebody names the phone of another family's mother.
    const mother = (await house.deps.read.families.guardiansOf(elsewhere.familyId))[0];
    await house.deps.transaction(async ({ families }) => {
      await families.saveGuardian(here.familyId, {
        role: 'other',
        accountId: null,
        name: '王浩',
        idKind: 'passport',
        idNumber: 'E12345678',
        birthDate: null,
        phone: mother?.phone ?? '',
        address: '济南市',
        at: house.clock.now(),
      });
      return ok();
    });
    expectOk(await inviteGuardian(house.deps, { familyId: here.familyId, guardianId: here.otherId }));
    const token = await linkTo(mother?.phone ?? '');
    expect(await accept(token, await codeOnPhone(token))).toMatchObject({ code: 'in-another-family' });
    expect(await house.deps.read.families.ofAccount(elsewhere.accountId)).toMatchObject({
      id: elsewhere.familyId,
    });
  });

  test('of another family cannot be invited, seen or withdrawn', async () => {
    const mine = family;
    count += 1;
    const theirs = await familyWithoutSecondGuardian();
    expect(
      await inviteGuardian(house.deps, { familyId: mine.familyId, guardianId: theirs.otherId }),
    ).toMatchObject({ code: 'not-found' });
    expect(await house.deps.read.families.guardian(theirs.otherId, mine.familyId)).toBeNull();
    expectOk(await inviteGuardian(house.deps, { familyId: theirs.familyId, guardianId: theirs.otherId }));
    expect(await withdrawInvitation(house.deps, { familyId: mine.familyId, actor: actor() })).toMatchObject({
      code: 'already-done',
    });
    expect(await house.deps.read.invitations.openOf(theirs.familyId, house.clock.now())).not.toBeNull();
  });

  test('keeps their place when somebody fills in the form anew', async () => {
    expectOk(await invite());
    const token = await linkTo();
    const { accountId } = expectOk(await accept(token, await codeOnPhone(token)));
    await house.deps.transaction(async ({ families }) => {
      await families.saveGuardian(family.familyId, {
        role: 'other',
        accountId: family.accountId,
        name: '刘雨涵',
        idKind: 'passport',
        idNumber: 'E12345678',
        birthDate: null,
        phone: '13600000000',
        address: '济南市',
        at: house.clock.now(),
      });
      return ok();
    });
    const other = (await house.deps.read.families.guardiansOf(family.familyId))[1];
    expect(other?.accountId).toBe(accountId);
  });
});

test('names, numbers and phones of guardians do not stand in the database in the clear', async () => {
  const rows = await house.deps.database.db.all(
    sql`SELECT * FROM guardians WHERE family_id = ${family.familyId}`,
  );
  const text = JSON.stringify(rows);
  for (const secret of ['刘雨涵', '王浩', '110101199003078515', family.otherPhone, '文化西路'])
    expect(text).not.toContain(secret);
});

describe('a consent', () => {
  const give = async (purpose: string) =>
    expectOk(
      await house.deps.transaction(async ({ families }) =>
        ok(
          await families.saveConsent({
            familyId: family.familyId,
            accountId: family.accountId,
            purpose,
            textVersion: '2026-01-01',
            textSha256: 'x'.repeat(64),
            locale: 'zh',
            subjectId: null,
            shown: { title: purpose, body: purpose },
            givenAt: house.clock.now(),
          }),
        ),
      ),
    );
  const texts = () => house.deps.consents.current('2026-11-20');
  const withdraw = (consentId: string, familyId = family.familyId) =>
    withdrawConsent(house.deps, { consentId, familyId, actor: actor() });

  test('that is optional can be withdrawn, once, and only by the guardian who gave it', async () => {
    const optional = texts().find((text) => !text.necessary);
    if (!optional) throw new Error('no optional consent text');
    const id = await give(optional.id);
    const mine = family;
    count += 1;
    const theirs = await familyWithoutSecondGuardian();
    expect(await withdraw(id, theirs.familyId)).toMatchObject({ code: 'not-found' });
    const other = { kind: 'family', id: mine.otherId } as const;
    expect(
      await withdrawConsent(house.deps, { consentId: id, familyId: mine.familyId, actor: other }),
    ).toMatchObject({ code: 'not-found' });
    expectOk(await withdraw(id, mine.familyId));
    expect(await withdraw(id, mine.familyId)).toMatchObject({ code: 'already-done' });
  });

  test('that storage cannot do without stays', async () => {
    const necessary = texts().find((text) => text.necessary);
    expect(await withdraw(await give(necessary?.id ?? ''))).toMatchObject({ code: 'consent-necessary' });
  });
});
