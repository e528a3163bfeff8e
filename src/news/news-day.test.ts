import { expect, test } from 'vitest';
import { newsDay } from './news-day.ts';

test('a month or a year is not made a day that no source gives', () => {
  expect(newsDay('2019-03', 'zh')).toBe('2019年3月');
  expect(newsDay('2019-11', 'en')).toBe('November 2019');
  expect(newsDay('2013', 'zh')).toBe('2013年');
  expect(newsDay('2013', 'en')).toBe('2013');
  expect(newsDay('2022-07-28', 'zh')).toBe('2022年7月28日');
  expect(newsDay('2022-07-21', 'en')).toBe('21 July 2022');
});
