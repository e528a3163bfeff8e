import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applicant, decide, submitted } from '../../tests/support/enrolment.ts';
import { testHouse, type House } from '../../tests/support/house.ts';
import { sendCode } from '../accounts/index.ts';
import { tell } from '../contracts/notice.ts';
import { DAY } from '../shared/clock.ts';
import { expectOk, ok } from '../shared/result.ts';
import { acceptInvitation, acceptWaiting, refuseWaiting } from './answer-invitation.ts';
import { invitationStandings } from './invitation-standing.ts';
import { invitationWaiting } from './invitation-waiting.ts';
import { inviteGuardian, withdrawInvitation } from './invite-guardian.ts';
import { linkState, renewInvitation } from './renew-invitation.ts';

const FATHER = '13900139000';
let house: House;
let family: Awaited<ReturnType<typeof submitted>>;
/** Her enrolment is accepted: the contract is offered, and he is invited to sign it. */
beforeEach(async () => {
  house = await testHouse();
  family = await submitted(house);
  expectOk(await decide(house, family.id, { action: 'accept', evidenceChecked: false }));
  await house.runJobs();
});
afterEach(() => house.close());

const texts = () => house.messages.filter(({ to }) => to === FATHER).map(({ text }) => text);
const links = () => texts().flatMap((text) => /\/invitation\/([\w-]{20,})/.exec(text)?.[1] ?? []);
const newestLink = () => links().at(-1) ?? '';
const otherId = async () =>
  (await house.deps.read.families.guardiansOf(family.familyId)).find(({ role }) => role === 'other')?.id ??
  '';
const standing = async () =>
  (await invitationStandings(house.deps.read, family.familyId, house.clock.now())).get(await otherId());
const offerEnds = async () =>
  (await house.deps.read.contracts.ofFamily(family.familyId))[0]?.offerEndsAt ?? 0;
const father = () => applicant(house, FATHER);
const waitingFor = (accountId: string) => invitationWaiting(house.deps.read, accountId, house.clock.now());

describe('an invitation', () => {
  test('lasts as long as the contract it is for waits to be signed', async () => {
    const until = await offerEnds();
    expect(until).toBeGreaterThan(house.clock.now() + 29 * DAY);
    expect(await standing()).toEqual({ kind: 'invited', until });
    expect(texts()[0]).toContain('最晚2026年12月20日');
    house.clock.set(until - 1);
    expect(await linkState(house.deps.read, newestLink(), house.clock.now())).toMatchObject({
      state: 'open',
    });
    house.clock.set(until);
    expect(await standing()).toEqual({ kind: 'expired', at: until });
  });

  test('says one thing at a time: not invited, invited, joined', async () => {
    expectOk(await withdrawInvitation(house.deps, { familyId: family.familyId, actor: family.actor }));
    expect(await standing()).toEqual({ kind: 'not-invited' });
    expectOk(await inviteGuardian(house.deps, { familyId: family.familyId, guardianId: await otherId() }));
    expect(await standing()).toMatchObject({ kind: 'invited' });
    expectOk(await acceptWaiting(house.deps, { ...(await father()), agreed: true, locale: 'zh' }));
    expect(await standing()).toEqual({ kind: 'joined' });
    const mother = (await invitationStandings(house.deps.read, family.familyId, house.clock.now())).values();
    expect([...mother].every(({ kind }) => kind === 'joined')).toBe(true);
  });
});

describe('an old link', () => {
  const renew = (token: string) => renewInvitation(house.deps, { token });

  test('sends a new one to the phone it went to, once it has expired', async () => {
    const old = newestLink();
    expect(await renew(old), 'one that works needs no other').toMatchObject({ code: 'cannot-renew' });
    house.clock.set(await offerEnds());
    expectOk(await renew(old));
    await house.runJobs();
    expect(newestLink()).not.toBe(old);
    expect(await linkState(house.deps.read, newestLink(), house.clock.now())).toMatchObject({
      state: 'open',
    });
  });

  test('does so too when a newer one was sent since', async () => {
    const old = newestLink();
    expectOk(await inviteGuardian(house.deps, { familyId: family.familyId, guardianId: await otherId() }));
    expect(await linkState(house.deps.read, old, house.clock.now())).toMatchObject({ state: 'renewable' });
    expectOk(await renew(old));
  });

  test('is good for nothing once the family withdrew it, or it was used', async () => {
    const old = newestLink();
    expectOk(await withdrawInvitation(house.deps, { familyId: family.familyId, actor: family.actor }));
    expect(await linkState(house.deps.read, old, house.clock.now())).toMatchObject({ state: 'gone' });
    expect(await renew(old)).toMatchObject({ code: 'cannot-renew' });
    expectOk(await inviteGuardian(house.deps, { familyId: family.familyId, guardianId: await otherId() }));
    expectOk(await acceptWaiting(house.deps, { ...(await father()), agreed: true, locale: 'zh' }));
    await house.runJobs();
    expect(await linkState(house.deps.read, newestLink(), house.clock.now())).toMatchObject({
      state: 'used',
    });
    expect(await renew('no-such-link')).toMatchObject({ code: 'cannot-renew' });
  });

  test('that went to a wrong number tells its holder nothing about the right one', async () => {
    const old = newestLink();
    await house.deps.transaction(async ({ families }) => {
      const at = house.clock.now();
      await families.saveGuardian(family.familyId, {
        role: 'other',
        accountId: null,
        name: '买买提·吐尔逊',
        idKind: 'passport',
        idNumber: 'E1234567',
        birthDate: null,
        phone: '13600136000',
        address: '济宁市',
        at,
      });
      return ok();
    });
    expectOk(await inviteGuardian(house.deps, { familyId: family.familyId, guardianId: await otherId() }));
    expect(await linkState(house.deps.read, old, house.clock.now())).toMatchObject({ state: 'gone' });
  });

  test('cannot be pressed to send texts without end', async () => {
    house.clock.set(await offerEnds());
    let old = newestLink();
    for (let n = 0; n < 5; n++) {
      expectOk(await renew(old));
      await house.runJobs();
    }
    old = links()[0] ?? '';
    expect(await renew(old)).toMatchObject({ code: 'too-many-tries' });
  });
});

describe('whoever is invited and signs in with that number', () => {
  test('is told what waits, and joins without another code', async () => {
    const { accountId } = await father();
    expect(await waitingFor(accountId)).toMatchObject({ inviter: '王䶮' });
    const join = (agreed: boolean) => acceptWaiting(house.deps, { accountId, agreed, locale: 'zh' });
    expect(await join(false)).toMatchObject({ code: 'consent-needed' });
    expectOk(await join(true));
    expect(await house.deps.read.families.ofAccount(accountId)).toMatchObject({ id: family.familyId });
    expect(await waitingFor(accountId)).toBeNull();
  });

  test('may do so after it expired, as nobody took it back', async () => {
    house.clock.set(await offerEnds());
    const { accountId } = await father();
    expectOk(await acceptWaiting(house.deps, { accountId, agreed: true, locale: 'zh' }));
    expect(await standing()).toEqual({ kind: 'joined' });
  });

  test('but not for ever: a number may have passed on to somebody else by then', async () => {
    house.clock.set(await offerEnds());
    house.clock.advance(31 * DAY);
    const { accountId } = await father();
    expect(await waitingFor(accountId)).toBeNull();
    expect(await acceptWaiting(house.deps, { accountId, agreed: true, locale: 'zh' })).toMatchObject({
      ok: false,
    });
  });

  test('may say the family means somebody else, and is not asked again', async () => {
    const { accountId } = await father();
    expectOk(await refuseWaiting(house.deps, { accountId }));
    expect(await waitingFor(accountId)).toBeNull();
    expect(await linkState(house.deps.read, newestLink(), house.clock.now())).toMatchObject({
      state: 'gone',
    });
  });

  test('with another number finds nothing, whatever link they hold', async () => {
    const { accountId } = await applicant(house, '13700137000');
    expect(await waitingFor(accountId)).toBeNull();
    expect(await acceptWaiting(house.deps, { accountId, agreed: true, locale: 'zh' })).toMatchObject({
      code: 'link-gone',
    });
  });

  test('can still come by the link and a code', async () => {
    const token = newestLink();
    const { invitation } = await linkState(house.deps.read, token, house.clock.now());
    const subject = invitation?.id ?? '';
    expectOk(await sendCode(house.deps, { purpose: 'invitation', phone: FATHER, subject, locale: 'zh' }));
    await house.runJobs();
    const code = house.codeFor(FATHER);
    expectOk(await acceptInvitation(house.deps, { token, code, agreed: true, locale: 'zh' }));
  });
});

test('a reminder to sign leads whoever has not joined to the invitation, never to a page they cannot open', async () => {
  const [contract] = await house.deps.read.contracts.ofFamily(family.familyId);
  if (!contract) throw new Error('no contract was offered');
  const people = await house.deps.read.families.guardiansOf(family.familyId);
  const whole = await house.deps.read.contracts.forFamily(contract.id, family.familyId);
  if (!whole) throw new Error('no contract');
  await house.deps.transaction(async ({ outbox }) => {
    await tell(house.deps, outbox, 'other-signed', whole, people);
    return ok();
  });
  await house.runJobs();
  const to = (phone: string) => house.messages.filter((one) => one.to === phone).at(-1)?.text ?? '';
  expect(to('13800138000')).toContain(`/family/contracts/${contract.id}`);
  expect(to(FATHER)).toContain('/family/invitation');
  expect(to(FATHER)).not.toContain('/family/contracts/');
});
