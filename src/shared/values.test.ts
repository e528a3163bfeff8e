import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkdays,
  addYears,
  ageOn,
  asCivilDate as d,
  civilDate,
  daysBetween,
  isWorkday,
  parseCivilDate,
  startOfDay,
  today,
  workdaysBetween,
} from './civil-date.ts';
import { MAINLAND } from './calendar/mainland.ts';
import { formatDate, formatFen, formatInstant, formatNumber } from './format.ts';
import { shareFen, splitFen, sumFen, yuan } from './money.ts';
import { caseNumber, mod11_10, NUMBER_KINDS, parseCaseNumber } from './numbers.ts';
import { messageOf, OUTCOMES, statusOf } from './outcomes.ts';

describe('a civil date', () => {
  it('refuses days that do not exist', () => {
    expect(civilDate(2027, 2, 29)).toBeNull();
    expect(parseCivilDate('2028-2-29')).toBe('2028-02-29');
    expect(parseCivilDate('２０２７-６-１')).toBe('2027-06-01');
    expect(parseCivilDate('2027-13-1')).toBeNull();
    expect(parseCivilDate('27-1-1')).toBeNull();
  });
  it('turns at midnight in Shandong, not in Greenwich', () => {
    expect(today(Date.UTC(2026, 10, 22, 15, 59))).toBe('2026-11-22');
    expect(today(Date.UTC(2026, 10, 22, 16, 0))).toBe('2026-11-23');
    expect(today(startOfDay(d('2027-01-01')))).toBe('2027-01-01');
  });
  it('adds months without leaving the month', () => {
    expect(addMonths(d('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(d('2027-01-31'), -2)).toBe('2026-11-30');
    expect(addYears(d('2028-02-29'), 20)).toBe('2048-02-29');
    expect(addYears(d('2028-02-29'), 1)).toBe('2029-02-28');
  });
  it('counts days there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30000, max: 30000 }), (n) => {
        expect(daysBetween(d('2026-11-22'), addDays(d('2026-11-22'), n))).toBe(n);
      }),
    );
  });
  it('turns eighteen on the birthday', () => {
    expect(ageOn(d('2008-11-23'), d('2026-11-22'))).toBe(17);
    expect(ageOn(d('2008-11-22'), d('2026-11-22'))).toBe(18);
  });
  it('is a working day by the holiday notice, not by the weekday alone', () => {
    const calendar = { daysOff: new Set(['2026-10-01', '2026-10-02']), workdays: new Set(['2026-10-10']) };
    expect(isWorkday(d('2026-10-01'), calendar)).toBe(false);
    expect(isWorkday(d('2026-10-10'), calendar)).toBe(true);
    expect(addWorkdays(d('2026-09-30'), 1, calendar)).toBe('2026-10-05');
  });
  it('counts working days as one would on the wall calendar, holidays and made-up Saturdays included', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -20, max: 400 }),
        (start, length) => {
          const from = addDays(d('2026-01-01'), start);
          const days = Array.from({ length: Math.max(0, length) }, (_, at) => addDays(from, at + 1));
          expect(workdaysBetween(from, addDays(from, length), MAINLAND)).toBe(
            days.filter((day) => isWorkday(day, MAINLAND)).length,
          );
        },
      ),
    );
  });
});

describe('money', () => {
  it('splits without losing a fen', () => {
    expect(splitFen(100, 3)).toEqual([34, 33, 33]);
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 60 }), (total, parts) => {
        const split = splitFen(total, parts);
        expect(sumFen(split)).toBe(total);
        expect(Math.max(...split) - Math.min(...split)).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('shares by weight and adds up', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 }),
        (total, weights) => {
          expect(sumFen(shareFen(total, weights))).toBe(total);
        },
      ),
    );
  });
  it('takes no fraction of a fen', () => {
    expect(yuan(5800.01)).toBe(580001);
    expect(() => yuan(0.001)).toThrow();
    expect(() => sumFen([1.5])).toThrow();
  });
});

describe('wording', () => {
  it('writes dates, money and numbers as each language does', () => {
    expect(formatDate(d('2027-06-10'), 'zh')).toBe('2027年6月10日');
    expect(formatDate(d('2027-06-10'), 'en')).toBe('10 June 2027');
    expect(formatInstant(Date.UTC(2027, 5, 10, 0, 5), 'en', { time: true })).toBe('10 June 2027, 08:05');
    expect(formatFen(580000, 'zh')).toBe('¥5,800');
    expect(formatFen(580000, 'zh', { fen: true })).toBe('¥5,800.00');
    expect(formatFen(-65050, 'en')).toBe('−¥650.50');
    expect(formatNumber(-1234.5, 'zh')).toBe('−1,234.5');
  });
});

describe('a number people see', () => {
  it('ends in the check digit of ISO 7064 mod 11,10', () => expect(mod11_10('0794')).toBe(5));
  it('is found again however it was typed, and refused with one wrong digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NUMBER_KINDS),
        fc.integer({ min: 1, max: 999999 }),
        fc.nat(5),
        fc.integer({ min: 1, max: 9 }),
        (kind, running, at, by) => {
          const number = caseNumber(kind, 2026, running);
          expect(parseCaseNumber(number.toLowerCase().replaceAll('-', ' '))).toEqual({
            ok: true,
            value: number,
          });
          const i = 8 + at;
          expect(
            parseCaseNumber(number.slice(0, i) + ((Number(number[i]) + by) % 10) + number.slice(i + 1)).ok,
          ).toBe(false);
        },
      ),
    );
  });
});

describe('outcomes', () => {
  it('word every code in both languages and fall back to a refusal', () => {
    for (const code of Object.keys(OUTCOMES)) {
      expect(statusOf(code)).toBeGreaterThanOrEqual(400);
      expect(messageOf(code, 'zh')).toMatch(/[。]$/);
      expect(messageOf(code, 'en')).not.toMatch(/\p{Script=Han}/u);
    }
    expect(statusOf('some-rule-of-one-capability')).toBe(422);
    expect(statusOf('toString')).toBe(422);
  });
});
