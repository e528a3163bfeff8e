import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCivilDate, type CivilDate } from '../civil-date.ts';
import { ALPHABET_31, mod11_2, mod31 } from './check-digits.ts';
import {
  dinCheckCharacter,
  formatDin,
  maskIdNumber,
  maskName,
  parseAddressLine,
  parseCreditCode,
  parseDin,
  parseEmail,
  parseForeignResident,
  parseMobile,
  parsePassport,
  parsePersonName,
  parseResidencePermit,
  parseResidentId,
} from './index.ts';

const today: CivilDate = asCivilDate('2026-11-22');
const zhOf = (parsed: { ok: boolean; detail?: unknown }): string =>
  parsed.ok ? 'accepted' : (parsed.detail as { zh: string }).zh;
const withCheck = (first17: string): string => first17 + mod11_2(first17);

describe('a resident ID number', () => {
  it('is read with its birth date and sex, whatever keyboard typed it', () => {
    for (const typed of [
      '11010519491231002X',
      '11010519491231002x',
      '１１０１０５１９４９１２３１００２Ｘ',
      ' 110105 19491231 002x',
    ])
      expect(parseResidentId(typed, today)).toEqual({
        ok: true,
        value: { number: '11010519491231002X', birthDate: '1949-12-31', sex: 'female' },
      });
  });

  it('accepts the residence permits of 81, 82 and 83, and a district retired since the card was made', () => {
    for (const first of ['81000019940823002', '82000019880101001', '83000019920130002', '37120219850607003'])
      expect(parseResidentId(withCheck(first), today).ok).toBe(true);
  });

  it('names the day that does not exist', () => {
    const refused = parseResidentId(withCheck('37010219900230002'), today);
    expect(refused).toMatchObject({
      ok: false,
      detail: {
        zh: '第7–14位是1990年2月30日，没有这一天。请对照证件再看一遍。',
        en: 'Digits 7–14 say 30 February 1990, which doesn’t exist. Check the card again.',
      },
    });
  });

  it('refuses tomorrow as a birth date and takes today', () => {
    expect(parseResidentId(withCheck('37010220261122001'), today).ok).toBe(true);
    expect(zhOf(parseResidentId(withCheck('37010220261123001'), today))).toContain('还没有到');
  });

  it('tells the holder of a 15-digit number which number to enter', () => {
    expect(zhOf(parseResidentId('130503670401001', today))).toContain('18位');
  });

  it('says how many characters are there, and which one is not a digit', () => {
    expect(zhOf(parseResidentId('1101051949123100', today))).toContain('现在是16位');
    expect(zhOf(parseResidentId('1101051949l231002X', today))).toContain('第11位不是数字');
    expect(zhOf(parseResidentId('110105194912310O2X', today))).toContain('第16位');
  });

  it('refuses a province that does not exist', () => {
    expect(zhOf(parseResidentId(withCheck('99010219900101002'), today))).toContain('永久居留');
    expect(zhOf(parseResidentId(withCheck('16010219900101002'), today))).toContain('前两位是16');
  });

  it('finds every single wrong digit and every swap of neighbours', () => {
    const body = fc.tuple(
      fc.integer({ min: 0, max: 27 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 0, max: 999 }),
    );
    fc.assert(
      fc.property(body, fc.nat(17), fc.integer({ min: 1, max: 9 }), ([y, m, d, s], at, by) => {
        const good = withCheck(
          `370102${1990 + y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}${String(s).padStart(3, '0')}`,
        );
        expect(parseResidentId(good, today).ok).toBe(true);
        const old = good[at] as string;
        const changed = old === 'X' ? String(by) : String((Number(old) + by) % 10);
        expect(parseResidentId(good.slice(0, at) + changed + good.slice(at + 1), today).ok).toBe(false);
        const [a, b] = [good[at], good[at + 1]];
        if (b !== undefined && a !== b)
          expect(parseResidentId(good.slice(0, at) + b + a + good.slice(at + 2), today).ok).toBe(false);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        for (const parsed of [
          parseResidentId(raw, today),
          parseForeignResident(raw, today),
          parseResidencePermit(raw, today),
          parsePassport(raw),
          parseMobile(raw),
          parsePersonName(raw),
          parseDin(raw),
          parseCreditCode(raw),
          parseAddressLine(raw),
          parseEmail(raw),
        ])
          if (!parsed.ok)
            expect(parsed.detail).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
      }),
    );
  });
});

describe('the other documents', () => {
  it('take a residence permit only with 81, 82 or 83, and explain a travel permit number', () => {
    expect(parseResidencePermit(withCheck('83000019920130002'), today).ok).toBe(true);
    expect(zhOf(parseResidencePermit('11010519491231002X', today))).toContain('81（香港）');
    expect(zhOf(parseResidencePermit('H12345678', today))).toContain('通行证');
  });

  it('take the old and the new permanent resident card', () => {
    expect(parseForeignResident('deu370190010112', today).ok).toBe(true);
    expect(parseForeignResident(withCheck('93727619880315002'), today)).toMatchObject({
      value: { birthDate: '1988-03-15' },
    });
    expect(zhOf(parseForeignResident('DEU370190023012', today))).toContain('没有这一天');
    expect(zhOf(parseForeignResident('370190010112345', today))).toContain('国籍字母');
  });

  it('take passports and say which sign does not belong', () => {
    expect(parsePassport(' e1234 5678 ')).toEqual({ ok: true, value: 'E12345678' });
    expect(zhOf(parsePassport('E12#45678'))).toContain('“#”');
    expect(zhOf(parsePassport('ZHANGSAN'))).toContain('只有字母');
  });

  it('are masked so that only their holder recognises them', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110***********002X');
    expect(maskIdNumber('E12345678')).not.toContain('2345');
  });
});

describe('a mobile number', () => {
  it('is the same eleven digits however it was typed', () => {
    for (const typed of [
      '13800138000',
      '+86 138-0013-8000',
      '0086 13800138000',
      '8613800138000',
      '１３８ ００１３ ８０００',
      '(+86)13800138000',
    ])
      expect(parseMobile(typed)).toEqual({ ok: true, value: '13800138000' });
  });
  it('is refused with a reason: landline, short, foreign, 12…', () => {
    expect(zhOf(parseMobile('0531 88880000'))).toContain('座机');
    expect(zhOf(parseMobile('1380013800'))).toContain('现在是10位');
    expect(zhOf(parseMobile('+1 415 555 0100'))).toContain('内地');
    expect(zhOf(parseMobile('12800138000'))).toContain('13到19');
  });
});

describe('a unit number', () => {
  it('has the check character of ISBT 128', () => expect(dinCheckCharacter('G123498654321')).toBe('H'));
  it('is read from the label, with or without it, and from a scanner', () => {
    for (const typed of ['G1234 98 654321', 'g123498654321H', 'G1234 98 654321 H', '=G12349865432100'])
      expect(parseDin(typed)).toEqual({ ok: true, value: 'G123498654321' });
    expect(parseDin('G123498654321K').ok).toBe(false);
    expect(formatDin('G123498654321')).toBe('G1234 98 654321 H');
  });
  it('finds every wrong character', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^G[0-9]{12}$/),
        fc.integer({ min: 5, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (din, at, by) => {
          const changed = din.slice(0, at) + ((Number(din[at]) + by) % 10) + din.slice(at + 1);
          expect(parseDin(changed + dinCheckCharacter(din)).ok).toBe(false);
        },
      ),
    );
  });
});

describe('a unified social credit code', () => {
  it('is accepted when its check character fits, one ending in 0 too', () => {
    expect(parseCreditCode('91350100M000100Y43').ok).toBe(true);
    const ending0 = Array.from({ length: 200 }, (_, i) => `91370100MA3C4T${String(i).padStart(3, '0')}`).find(
      (body) => mod31(body) === '0',
    ) as string;
    expect(parseCreditCode(`${ending0}0`).ok).toBe(true);
  });
  it('names a letter these codes never use', () =>
    expect(zhOf(parseCreditCode('9135010OM000100Y43'))).toContain('“O”'));
  it('finds every wrong character', () => {
    const good = '91350100M000100Y43';
    for (let at = 0; at < 17; at++)
      for (const other of ALPHABET_31)
        if (other !== good[at])
          expect(parseCreditCode(good.slice(0, at) + other + good.slice(at + 1)).ok).toBe(false);
  });
});

describe('a name', () => {
  it('keeps rare characters and puts every kind of dot right', () => {
    expect(parsePersonName('王䶮')).toEqual({ ok: true, value: '王䶮' });
    expect(parsePersonName('𠮷 野')).toEqual({ ok: true, value: '𠮷野' });
    for (const dot of ['·', '•', '・', '．', '.'])
      expect(parsePersonName(`阿依古丽${dot}买买提`)).toEqual({ ok: true, value: '阿依古丽·买买提' });
  });
  it('may be Latin, with accents and apostrophes', () => {
    for (const name of ['Seán O’Neill', "Anna-Maria d'Arc", 'Nguyễn Thị Hà'])
      expect(parsePersonName(name).ok).toBe(true);
  });
  it('is refused with invisible or private-use characters, digits, or a dot out of place', () => {
    expect(zhOf(parsePersonName('王\u200b芳'))).toContain('看不见');
    expect(zhOf(parsePersonName('王\ue000'))).toContain('自造字');
    expect(zhOf(parsePersonName('王\u0007芳'))).toContain('看不见');
    expect(zhOf(parsePersonName('王芳2'))).toContain('数字');
    expect(parsePersonName('·王芳').ok).toBe(false);
    expect(zhOf(parsePersonName('王'))).toContain('一个字');
  });
  it('is masked to what a queue needs', () => {
    expect(maskName('欧阳娜娜')).toBe('欧**');
    expect(maskName('𠮷野')).toBe('𠮷*');
    expect(maskName('Anna Schmidt')).toBe('A*** S***');
  });
});

describe('an address and an e-mail', () => {
  it('are accepted as people write them, and refused with what to add', () => {
    expect(parseAddressLine('经十路 11001 号　3 单元').ok).toBe(true);
    expect(zhOf(parseAddressLine('济南'))).toContain('门牌');
    expect(parseEmail('Li.Na@QQ。com')).toEqual({ ok: true, value: 'Li.Na@qq.com' });
    expect(zhOf(parseEmail('lina'))).toContain('@');
    expect(parseEmail('lina@qq').ok).toBe(false);
  });
});
