import { execFileSync } from 'node:child_process';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contracts as contractRows, files, guardians, outbox as outboxRows } from '#db/schema/index.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { offeredContract, type OfferTraits } from '../../../tests/support/offered-contract.ts';
import { sendCode } from '../../accounts/index.ts';
import { DAY, MINUTE } from '../../shared/clock.ts';
import { expectOk } from '../../shared/result.ts';
import type { SignCommand } from '../contract.ts';
import { limitsOf } from '../text/contract-document.ts';
import { createOffer } from '../offer/create-offer.ts';
import { lapseOffer } from '../offer/lapse-offer.ts';
import { sendSigningCode } from './send-signing-code.ts';
import { problemsOf, signContract } from './sign-contract.ts';

const LINE = 'M10 60L40 20L60 80L90 30L120 70L200 40L280 50';

describe('a contract', () => {
  let house: House;
  beforeEach(async () => {
    house = await testHouse();
  });
  afterEach(() => house.close());

  type Person = { guardianId: string; accountId: string; phone: string; name: string };

  /** The offer, and ways to act on it as one of its people. */
  const offer = async (traits: OfferTraits = {}) => {
    const made = await offeredContract(house, traits);
    const contract = made.contract;
    if (!contract) throw new Error('no contract was offered');
    const { documents } = await house.deps.read.contracts.textOf(contract.id);
    const limits = documents[0] ? limitsOf(documents[0]).map((limit) => limit.id) : [];
    const codeFor = async (who: Person): Promise<string> => {
      // Notices first: they carry a number too. People act one after the other, never in the same millisecond.
      await house.runJobs();
      house.clock.advance(1000);
      const sent = await sendSigningCode(house.deps, {
        contractId: contract.id,
        familyId: made.familyId,
        guardianId: who.guardianId,
        accountId: who.accountId,
        locale: 'zh',
        address: '192.0.2.1',
      });
      if (!sent.ok) throw new Error(sent.code);
      await house.runJobs();
      return house.codeFor(who.phone);
    };
    const command = (who: Person, code: string, change: Partial<SignCommand> = {}): SignCommand => ({
      contractId: contract.id,
      familyId: made.familyId,
      guardianId: who.guardianId,
      accountId: who.accountId,
      actor: { kind: 'family', id: who.accountId },
      shownSha256: contract.documentSha256,
      confirmedLimits: limits,
      mark: { method: 'typed', name: who.name },
      code,
      device: null,
      ...change,
    });
    const sign = async (who: Person, change: Partial<SignCommand> = {}) =>
      signContract(house.deps, command(who, change.code ?? (await codeFor(who)), change));
    const now = async () => {
      const found = await house.deps.read.contracts.byId(contract.id);
      if (!found) throw new Error('the contract is gone');
      return found;
    };
    return { ...made, offerCommand: made.command, contract, limits, codeFor, command, sign, now };
  };

  test('can be signed by a guardian whose number a stranger has asked codes to sign in for', async () => {
    const { codeFor, sign, mother } = await offer();
    const asked: boolean[] = [];
    for (let n = 0; n < 10; n++) {
      house.clock.advance(MINUTE);
      const to = { purpose: 'sign-in', phone: mother.phone, subject: 'a stranger' } as const;
      asked.push((await sendCode(house.deps, { ...to, locale: 'zh' })).ok);
    }
    expect(asked).toContain(false);
    expect((await sign(mother, { code: await codeFor(mother) })).ok).toBe(true);
  });

  test('is not signed for two people by one account, whatever place it stands in by then', async () => {
    const { sign, mother, other, now } = await offer();
    expect((await sign(mother)).ok).toBe(true);
    const { db } = house.deps.database;
    await db.update(guardians).set({ accountId: null }).where(eq(guardians.id, mother.guardianId));
    await db.update(guardians).set({ accountId: mother.accountId }).where(eq(guardians.id, other.guardianId));
    expect(await sign({ ...other, accountId: mother.accountId })).toMatchObject({ code: 'not-a-signer' });
    expect((await now()).state).toBe('partly-signed');
  });

  test('is in force only when both guardians have signed, and money is asked for only then', async () => {
    const { sign, mother, other, now, contract } = await offer();
    expect(await sign(mother)).toMatchObject({ ok: true, value: { state: 'partly-signed' } });
    const { db } = house.deps.database;
    const asked = async () =>
      (await db.select().from(outboxRows)).filter((row) => row.topic.startsWith('contract.signed#')).length;
    expect(await asked()).toBe(0);
    expect(await sign(other, { mark: { method: 'drawn', path: LINE } })).toMatchObject({
      ok: true,
      value: { state: 'signed' },
    });
    expect(await asked()).toBeGreaterThan(0);
    expect(await now()).toMatchObject({ state: 'signed', signedAt: house.clock.now() });
    const signatures = await house.deps.read.contracts.signaturesOf(contract.id);
    expect(signatures.map((one) => [one.method, one.mark])).toEqual([
      ['typed', '王䶮'],
      ['drawn', LINE],
    ]);
    for (const one of signatures) expect(one.documentSha256).toBe(contract.documentSha256);
  });

  test('stands on one signature when the other guardian is excused', async () => {
    const { sign, mother, contract } = await offer({ alone: true });
    expect(contract.signers).toEqual([mother.guardianId]);
    expect(await sign(mother)).toMatchObject({ ok: true, value: { state: 'signed' } });
  });

  test('is not signed over a text that differs by one character from the one offered', async () => {
    const { sign, mother, contract, now } = await offer();
    const other = contract.documentSha256.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await sign(mother, { shownSha256: other })).toMatchObject({ ok: false, code: 'text-changed' });
    expect((await now()).signedBy).toEqual([]);
  });

  test('is not signed when the text we hold was changed behind the hash (电子签名法 13)', async () => {
    const { command, codeFor, mother, contract } = await offer();
    const { deps } = house;
    const terms = JSON.parse(
      deps.vault.open(
        (await deps.database.db.select().from(contractRows).where(eq(contractRows.id, contract.id)))[0]
          ?.terms ?? '',
        'contract-terms',
      ),
    ) as { text: string };
    const { gunzipSync, gzipSync } = await import('node:zlib');
    const shown = JSON.parse(gunzipSync(Buffer.from(terms.text, 'base64')).toString('utf8')) as {
      html: string;
    };
    const text = gzipSync(JSON.stringify({ ...shown, html: shown.html.replace('¥480', '¥980') })).toString(
      'base64',
    );
    await deps.database.db
      .update(contractRows)
      .set({ terms: deps.vault.seal(JSON.stringify({ ...terms, text }), 'contract-terms') })
      .where(eq(contractRows.id, contract.id));
    const code = await codeFor(mother);
    expect(await signContract(deps, command(mother, code))).toMatchObject({
      ok: false,
      code: 'text-changed',
    });
  });

  test('is not signed after its last day (民法典 481), and lapses then without a charge', async () => {
    const { sign, mother, other, contract, now } = await offer();
    await sign(mother);
    const code = '000000';
    house.clock.set(contract.offerEndsAt - 1);
    expect(await sign(other, { code })).toMatchObject({ ok: false, code: 'code-spent' });
    house.clock.set(contract.offerEndsAt);
    expect(await sign(other, { code })).toMatchObject({ ok: false, code: 'offer-ended' });
    await house.runJobs();
    expect((await now()).state).toBe('lapsed');
    expect(house.messages.at(-1)?.text).toContain('没有收过钱');
  });

  test('can be signed to the last minute of its last day in Shandong', async () => {
    const { contract } = await offer();
    expect(new Date(contract.offerEndsAt).toISOString()).toBe('2026-12-20T16:00:00.000Z');
  });

  test('does not lapse early, and not at all once it is signed', async () => {
    const { sign, mother, other, contract, now } = await offer();
    expect(await lapseOffer(house.deps, { contractId: contract.id })).toMatchObject({
      ok: false,
      code: 'offer-still-open',
    });
    await sign(mother);
    await sign(other);
    house.clock.advance(40 * DAY);
    await house.runJobs();
    expect((await now()).state).toBe('signed');
  });

  test('names a missing tick, a missing signature and the code’s standing at once, and keeps the right code good', async () => {
    const { codeFor, command, mother, limits, now } = await offer();
    const code = await codeFor(mother);
    const wrong = code === '111111' ? '222222' : '111111';
    const all = { confirmedLimits: limits.slice(1), mark: { method: 'drawn', path: '' } } as const;
    const named = async (entered: string) => {
      const refused = await signContract(house.deps, command(mother, entered, all));
      return refused.ok ? [] : problemsOf(refused);
    };
    expect(await named('')).toEqual(['limits-not-confirmed', 'mark-missing', 'code-missing']);
    expect(await named(wrong)).toEqual(['limits-not-confirmed', 'mark-missing', 'wrong-code']);
    expect(await named(code)).toEqual(['limits-not-confirmed', 'mark-missing', 'code-again']);
    expect((await now()).signedBy).toEqual([]);
    expect((await signContract(house.deps, command(mother, code))).ok).toBe(true);
  });

  test('lets nobody guess the code for ever behind another mistake', async () => {
    const { codeFor, command, mother } = await offer();
    const code = await codeFor(mother);
    const wrong = code === '111111' ? '222222' : '111111';
    for (let n = 0; n < 5; n++)
      await signContract(house.deps, command(mother, wrong, { confirmedLimits: [] }));
    expect(await signContract(house.deps, command(mother, code))).toMatchObject({ code: 'code-spent' });
  });

  test('is not signed while one limit is unconfirmed (民法典 496), nor under another person’s name', async () => {
    const { sign, mother, other, limits } = await offer();
    const code = 'x';
    expect(await sign(mother, { code, confirmedLimits: limits.slice(1) })).toMatchObject({
      code: 'limits-not-confirmed',
    });
    expect(await sign(mother, { code, mark: { method: 'typed', name: other.name } })).toMatchObject({
      code: 'name-differs',
    });
    expect(await sign(mother, { code, mark: { method: 'drawn', path: 'M1 1L2 2' } })).toMatchObject({
      code: 'mark-missing',
    });
  });

  test('takes a name typed with another interpunct, case or width, because that is the same person', async () => {
    const { sign, other } = await offer({ other: 'Zoë O’Brien·Nuñez' });
    expect(await sign(other, { mark: { method: 'typed', name: " zoë  o'brien•NUÑEZ " } })).toMatchObject({
      ok: true,
    });
  });

  test('is signed with a code for this contract and this phone only', async () => {
    const first = await offer();
    const second = await offer();
    const code = await first.codeFor(first.mother);
    expect(await second.sign(second.mother, { code })).toMatchObject({ ok: false });
    expect(await first.sign(first.other, { code })).toMatchObject({ ok: false });
    expect(await first.sign(first.mother, { code })).toMatchObject({ ok: true });
  });

  test('takes one signature from a double click, and answers both clicks alike', async () => {
    const { command, codeFor, mother, contract } = await offer();
    const click = command(mother, await codeFor(mother));
    const answers = await Promise.all([signContract(house.deps, click), signContract(house.deps, click)]);
    expect(answers).toEqual([
      { ok: true, value: { contractId: contract.id, state: 'partly-signed' } },
      { ok: true, value: { contractId: contract.id, state: 'partly-signed' } },
    ]);
    expect(await house.deps.read.contracts.signaturesOf(contract.id)).toHaveLength(1);
  });

  test('counts both when two guardians sign at the same moment', async () => {
    const { command, codeFor, mother, other, now } = await offer();
    const commands = [command(mother, await codeFor(mother)), command(other, await codeFor(other))];
    const answers = await Promise.all(commands.map((one) => signContract(house.deps, one)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect((await now()).state).toBe('signed');
  });

  test('of another family is the same as one that does not exist', async () => {
    const ours = await offer();
    const theirs = await offer();
    const strange = ours.command(ours.mother, '123456', { familyId: theirs.familyId });
    const invented = ours.command(ours.mother, '123456', { contractId: 'ctr_0' });
    expect(await signContract(house.deps, strange)).toEqual(await signContract(house.deps, invented));
    expect(await house.deps.read.contracts.forFamily(ours.contract.id, theirs.familyId)).toBeNull();
    // A stranger who is put into the right family's address still has no signature to give.
    expect(await signContract(house.deps, ours.command({ ...theirs.mother }, '123456'))).toMatchObject({
      code: 'not-a-signer',
    });
  });

  test('is offered once, however often the acceptance is delivered', async () => {
    const { offerCommand, contract } = await offer();
    const again = await createOffer(house.deps, offerCommand);
    expect(again).toEqual({ ok: true, value: { contractId: contract.id, created: false } });
  });

  test('is not offered with a name our fonts cannot print, so that nobody signs what cannot be filed', async () => {
    const { offered } = await offeredContract(house, { mother: '李𠮷' });
    expect(offered).toEqual({ ok: false, code: 'unprintable', detail: { characters: '𠮷' } });
  });

  test('once signed is filed as a PDF with both names, both marks and the hash that was signed', async () => {
    const { sign, mother, other, contract, now } = await offer({ babies: 2 });
    await sign(mother);
    await sign(other, { mark: { method: 'drawn', path: LINE } });
    await house.runJobs();
    const signed = await now();
    const row = await house.deps.read.contracts.pdfOf(signed);
    if (!row) throw new Error('no file was stored');
    const bytes = await house.deps.files.get(row.storageKey);
    const text = execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8', stdio: 'pipe' });
    for (const words of ['王䶮', '买买提·艾力', contract.number]) expect(text).toContain(words);
    expect(text.replace(/\s/g, '')).toContain(contract.documentSha256);
    expect(
      house.messages
        .filter((message) => message.text.includes('现在生效'))
        .map((one) => one.to)
        .sort(),
    ).toEqual([mother.phone, other.phone]);
    await house.runJobs();
    expect(await house.deps.database.db.select().from(files)).toHaveLength(1);
  });

  test('leaves evidence: who, how, which text, which code, which limits', async () => {
    const { sign, mother, contract, limits } = await offer();
    // What else was posted under such a name is nobody's record: the log takes no text from outside.
    expectOk(await sign(mother, { confirmedLimits: [...limits, '林晓 13800138000', 'no-such-limit'] }));
    const rows = await house.deps.database.client.execute({
      sql: "select action, actor_id, details from audit_log where object_id = ? and action = 'contract.signature'",
      args: [contract.id],
    });
    expect(rows.rows).toHaveLength(1);
    const [actor, details] = Object.values(rows.rows[0] ?? {}).slice(1);
    expect(actor).toBe(mother.accountId);
    expect(String(details)).not.toMatch(/13800138000|no-such-limit/);
    expect(JSON.parse(String(details))).toMatchObject({
      guardianId: mother.guardianId,
      documentSha256: contract.documentSha256,
      confirmedLimits: limits,
      method: 'typed',
    });
  });
});
