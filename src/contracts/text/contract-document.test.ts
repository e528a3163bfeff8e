import { describe, expect, test } from 'vitest';
import { loadContractTexts } from '../../content/contract-texts.ts';
import { loadPolicies, type PlanId } from '../../content/policies.ts';
import { asCivilDate } from '../../shared/civil-date.ts';
import { LOCALES, type Locale } from '../../shared/i18n.ts';
import { contractMachine, type ContractTerms } from '../contract.ts';
import { buildDocument, limitsOf, type ContractDocument } from './contract-document.ts';
import { canonicalHtml, documentSha256 } from './contract-html.ts';
import { contractMessages } from '../contract-messages.ts';
import { documentMessages } from './document-messages.ts';

const on = '2026-11-25';
const policies = loadPolicies();
const basis = {
  fees: policies.fees.current(on),
  refunds: policies.refunds.current(on),
  thresholds: policies.thresholds.current(on),
  enrolment: policies.enrolment.current(on),
};
const { texts } = loadContractTexts().current('cord-blood-storage', on);

const terms = (traits: Partial<ContractTerms> = {}): ContractTerms => ({
  number: 'HT-2026-000123-7',
  locale: 'zh',
  product: 'cord-blood',
  offeredOn: asCivilDate(on),
  offerEndsOn: asCivilDate('2026-12-22'),
  guardians: [
    { guardianId: 'grd_1', role: 'mother', name: '王䶮', idKind: 'passport', idNumber: 'E12345678' },
    { guardianId: 'grd_2', role: 'other', name: '买买提·艾力', idKind: 'passport', idNumber: 'E87654321' },
  ],
  absent: null,
  address: '山东省济南市历下区文化西路107号',
  babies: 1,
  dueDate: asCivilDate('2027-02-14'),
  hospital: '山东大学齐鲁医院',
  plan: 'yearly',
  contact: { phone: '0531-5550 0100', counsellor: '安若溪' },
  policies: { fees: '2026-01-01', refunds: '2026-11-25', thresholds: '2026-01-01', enrolment: '2026-01-01' },
  ...traits,
});
const build = (traits: Partial<ContractTerms> = {}, locale: Locale = 'zh'): ContractDocument =>
  buildDocument(terms({ locale, ...traits }), texts[locale], basis);
const wordsOf = (document: ContractDocument): string => canonicalHtml([document]).replace(/<[^>]+>/g, '\n');

describe('the text of a contract', () => {
  test('opens by saying that most children will not need the unit', () => {
    expect(build().honest[0]).toBe('大多数孩子，一生都用不到自己的脐带血。');
    expect(build({}, 'en').honest[0]).toBe('Most children will never need their own cord blood.');
  });

  const plans: PlanId[] = ['yearly', 'prepaid', 'instalments-12', 'instalments-24'];
  const cases = LOCALES.flatMap((locale) =>
    plans.flatMap((plan) =>
      [1, 2].flatMap((babies) => [true, false].map((alone) => ({ locale, plan, babies, alone }))),
    ),
  );
  test.each(cases)(
    'has no hole in it: $locale, $plan, $babies, absent $alone',
    ({ locale, plan, babies, alone }) => {
      const words = wordsOf(
        build({ plan, babies, absent: alone ? { role: 'other', reason: 'abroad' } : null }, locale),
      );
      expect(words).not.toMatch(/[{}]|undefined|NaN|null/);
    },
  );

  test('numbers the same clauses alike in both languages', () => {
    const numbers = (document: ContractDocument) =>
      document.clauses.map((clause) => [
        clause.id,
        ...clause.items.map((item) => ('number' in item ? `${item.kind} ${item.number}` : item.kind)),
      ]);
    expect(numbers(build({ babies: 2 }))).toEqual(numbers(build({ babies: 2 }, 'en')));
  });

  test('shows the whole price of every unit over the whole term, and nothing outside it', () => {
    const twins = wordsOf(build({ babies: 2 }));
    for (const amount of ['¥5,800', '¥650 × 19', '¥18,150', '¥36,300']) expect(twins).toContain(amount);
    const once = wordsOf(build({ plan: 'prepaid' }));
    // 山东省消保条例 30: 16,800 over 20 years is 840 a year; five years used are 4,200.
    for (const amount of ['¥16,800', '¥840', '¥4,200']) expect(once).toContain(amount);
  });

  test('names the number to phone and the counsellor who accepted the family, in both languages', () => {
    for (const locale of LOCALES)
      for (const words of ['0531-5550 0100', '安若溪']) expect(wordsOf(build({}, locale))).toContain(words);
  });

  test('says honestly that there is no number yet, and names no counsellor nobody knows', () => {
    const nobody = { contact: { phone: null, counsellor: null } };
    expect(wordsOf(build(nobody))).toContain('待运营方填写');
    expect(wordsOf(build(nobody))).not.toContain('接受您报名的顾问');
    expect(wordsOf(build(nobody, 'en'))).toContain('to be supplied by the operator');
  });

  test('tells what an untested or failed unit costs before anybody signs', () => {
    expect(wordsOf(build())).toContain('每份只扣检测成本¥480');
    expect(wordsOf(build({}, 'en'))).toContain('at least 500,000,000 cells');
  });

  test('marks figures the operator has not confirmed as a sample, from the policy and from nowhere else', () => {
    const samples = (document: ContractDocument) =>
      document.clauses
        .flatMap((clause) => clause.items)
        .filter((item) => item.kind === 'table' && item.table.sample);
    expect(samples(build())).toHaveLength(3);
    const confirmed = { ...basis, fees: { ...basis.fees, confirmed: true } };
    expect(samples(buildDocument(terms(), texts.zh, confirmed))).toHaveLength(2);
  });

  test('says from which day a refund is counted in the words of the refund scheme, and nothing else about it', () => {
    for (const locale of LOCALES) {
      const words = wordsOf(build({}, locale));
      const from = basis.refunds.countedFrom?.[locale] ?? '?';
      expect(words.split(from), 'once, in the clause “Refunds”').toHaveLength(2);
      expect(words).not.toContain(locale === 'zh' ? '什么时候退到' : 'how much comes back and when.');
    }
  });

  test('speaks in its limits of no table and no sentence “above”: each is confirmed on its own', () => {
    const tested = build().clauses.find((clause) => clause.id === 'testing');
    expect(tested?.items.slice(0, 2)).toMatchObject([{ number: '4.1' }, { kind: 'table' }]);
    for (const locale of LOCALES)
      for (const { text } of limitsOf(build({}, locale)))
        expect(text).not.toMatch(/上表|下表|上面|above|below/);
  });

  test('of an older day stays as it was: what is offered is not rewritten', () => {
    const old = loadContractTexts().current('cord-blood-storage', '2026-11-24');
    const before = { ...basis, refunds: policies.refunds.current('2026-11-24') };
    expect(old.version).toBe('2026-01-01');
    const words = wordsOf(buildDocument(terms(), old.texts.zh, before));
    expect(words).toContain('退款在15天以内原路退回。');
    expect(words).toContain('有一项没有达到上表');
  });

  test('drops the seven-day clause when the policy is switched off', () => {
    const off = { ...basis, refunds: { ...basis.refunds, sevenDays: { on: false, days: 7 } } };
    expect(wordsOf(build())).toContain('付款以后7天以内');
    const without = canonicalHtml([buildDocument(terms(), texts.zh, off)]);
    expect(without).not.toContain('付款以后7天以内');
    expect(without).not.toContain('付款后七天内提出');
  });

  test('points out every clause that limits the bank’s duties, each with words of its own to confirm', () => {
    const limits = limitsOf(build());
    expect(limits.length).toBeGreaterThanOrEqual(6);
    expect(new Set(limits.map((limit) => limit.id)).size).toBe(limits.length);
    for (const limit of limits) expect(canonicalHtml([build()])).toContain(`id="zh-${limit.id}"`);
  });

  test.each(['治愈', '包治', '国家级', '最先进', '唯一机会', 'cure', 'guarantee', 'life insurance'])(
    'never says %s',
    (word) => {
      expect(`${wordsOf(build())} ${wordsOf(build({}, 'en'))}`.toLowerCase()).not.toContain(word);
    },
  );
});

describe('the hash of a contract', () => {
  test('changes when one character of the text changes', () => {
    const html = canonicalHtml([build()]);
    const sha256 = documentSha256(html);
    expect(documentSha256(canonicalHtml([build()]))).toBe(sha256);
    expect(documentSha256(html.replace('不改变', '不改编'))).not.toBe(sha256);
    expect(documentSha256(canonicalHtml([build({ number: 'HT-2026-000123-8' })]))).not.toBe(sha256);
  });

  test('covers the Chinese text too when somebody signs in English, because Chinese governs', () => {
    const both = [build({ locale: 'en' }, 'en'), build({ locale: 'en' }, 'zh')];
    expect(canonicalHtml(both)).toContain('lang="zh-CN"');
    expect(documentSha256(canonicalHtml(both))).not.toBe(documentSha256(canonicalHtml(both.slice(0, 1))));
  });

  test('is of text, not of markup: a name cannot smuggle a tag onto the page', () => {
    const html = canonicalHtml([build({ address: '<script>alert("1")</script>&' })]);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;');
  });
});

describe('the words around a contract', () => {
  test('say in both languages why a step was refused, for every rule of the machine', () => {
    const rules = contractMachine.transitions.flatMap((row) => ('guards' in row ? row.guards : []));
    const nobody = {
      now: 2,
      offerEndsAt: 1,
      signers: ['a', 'b'],
      signedBy: ['a', 'b'],
      guardianId: 'a',
      shownSha256: '1',
      offeredSha256: '2',
      heldSha256: '3',
      limitsConfirmed: false,
    };
    const codes = new Set(
      [nobody, { ...nobody, now: 0, guardianId: 'c', signedBy: [] }].flatMap((facts) =>
        rules.map((rule) => rule(facts)),
      ),
    );
    codes.delete(null);
    expect(codes.size).toBe(8);
    for (const code of codes) expect(contractMessages).toHaveProperty([`refused.${code}`]);
  });

  test('have a word for every kind of document and every reason for absence', () => {
    for (const key of [
      'resident-id',
      'passport',
      'hmt-residence',
      'foreign-pr',
      'single-parent',
      'unreachable',
    ])
      expect(documentMessages).toHaveProperty([key]);
  });
});
