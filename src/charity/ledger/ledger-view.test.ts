import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asCivilDate } from '#src/shared/civil-date.ts';
import { newId } from '#src/shared/ids.ts';
import { expectOk, ok } from '#src/shared/result.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import type { AidId } from '../programmes/programme.ts';
import { filterQuery, ledgerFile, ledgerPage, ledgerQuery, ROWS_A_PAGE } from './ledger-view.ts';
import { publishLedger } from './publish-ledger.ts';

const TODAY = asCivilDate('2026-11-20');
const query = (text: string) => ledgerQuery(new URLSearchParams(text));

describe('the address of the ledger', () => {
  it('says programme, year and page, and nothing else', () => {
    expect(query('programme=kindling&year=2026&after=12')).toEqual({
      programme: 'kindling',
      year: 2026,
      after: 12,
    });
    expect(filterQuery({ programme: 'aid-fund', year: 2026 }, 12)).toBe(
      '?programme=aid-fund&year=2026&after=12',
    );
    expect(filterQuery({ programme: null, year: null })).toBe('');
  });

  it.each([
    'programme=other',
    'year=26',
    'year=2026-01',
    'after=-1',
    'after=1e9',
    'after=1;drop',
    'year=',
    '',
  ])('takes what makes no sense for not said: %s', (text) => {
    expect(query(text)).toEqual({ programme: null, year: null, after: null });
  });
});

describe('the ledger as people see it', () => {
  let house: House;
  beforeEach(async () => {
    house = await testHouse({ now: '2026-11-20T10:00:00+08:00' });
  });
  afterEach(() => house.close());

  let running = 0;
  const book = (paidOn: string, programme: AidId, city: string, amountFen: number) =>
    house.deps.transaction(async ({ grants }) => {
      await grants.add({
        id: newId('grant'),
        programme,
        person: `person ${++running}`,
        city,
        diseaseGroup: 'leukaemia',
        amountFen,
        paidOn: asCivilDate(paidOn),
      });
      return ok();
    });
  const page = (text: string, locale: 'zh' | 'en' = 'zh') =>
    ledgerPage(
      house.deps.read.charityLedger,
      query(text),
      house.deps.policies.programmes.current(TODAY),
      TODAY,
      locale,
    );
  const file = (text: string, locale: 'zh' | 'en' = 'zh') =>
    ledgerFile(house.deps.read.charityLedger, query(text), locale);

  it('is empty at first, and says which quarter comes next and when', async () => {
    expect(await page('')).toMatchObject({
      isEmpty: true,
      rows: [],
      years: [],
      next: { quarter: '2026-Q4', from: '2027-01-15' },
    });
  });

  it('words months, places and merged groups in both languages', async () => {
    for (const city of ['370100', '370100', '370100', 'elsewhere', '370200', '370300'])
      await book('2026-08-02', 'aid-fund', city, 1_000_001);
    expectOk(await publishLedger(house.deps));
    expect((await page('')).rows).toEqual([
      {
        period: '2026年8月',
        programme: '救助基金',
        city: '多个地区合并',
        disease: '多种病合并',
        count: '3',
        amount: '¥30,000.03',
      },
      expect.objectContaining({ city: '济南市', disease: '白血病' }),
    ]);
    expect((await page('', 'en')).rows[1]).toMatchObject({ period: 'August 2026', city: 'Jinan' });
  });

  it('adds up whatever a filter lets through, on every page of it alike, and the file has the same rows', async () => {
    for (let month = 1; month <= 9; month++)
      for (const city of ['370100', '370200', '370300', '370400'])
        for (const amount of [1_000_001, 1_500_002, 2_000_003])
          await book(`2026-0${month}-05`, city === '370400' ? 'kindling' : 'aid-fund', city, amount);
    expectOk(await publishLedger(house.deps));
    const first = await page('');
    expect([first.rows.length, first.total]).toEqual([
      ROWS_A_PAGE,
      { count: 108, amountFen: 36 * 4_500_006 },
    ]);
    const second = await page(first.older?.slice(1) ?? '');
    expect([second.rows.length, second.older, second.total]).toEqual([36 - ROWS_A_PAGE, null, first.total]);
    const kindling = await page('programme=kindling&year=2026');
    expect([kindling.rows.length, kindling.total.amountFen]).toEqual([9, 9 * 4_500_006]);
    expect((await page('year=2031')).rows).toEqual([]);

    const lines = (await file('programme=kindling')).trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(9);
    const sum = lines.reduce((total, line) => total + Math.round(Number(line.split(',').at(-1)) * 100), 0);
    expect(sum).toBe(9 * 4_500_006);
    expect(lines[0]).toBe('火种工程,2026-09,2026-09,枣庄市,白血病,3,45000.06');
  });
});
