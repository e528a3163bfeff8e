import { describe, expect, it } from 'vitest';
import { parseOpeningHours, sayOpeningHours } from './opening-hours.ts';

describe('opening hours', () => {
  it('are read as schema.org writes them, and worded in both languages', () => {
    const hours = parseOpeningHours('Mo-Fr 08:30-17:30; Sa 09:00-12:00');
    expect(hours && sayOpeningHours(hours, 'zh')).toEqual(['周一至周五08:30–17:30', '周六09:00–12:00']);
    expect(hours && sayOpeningHours(hours, 'en')).toEqual([
      'Monday to Friday 08:30–17:30',
      'Saturday 09:00–12:00',
    ]);
  });
  it.each([
    '',
    '8.30 to 17.30',
    'Fr-Mo 08:30-17:30',
    'Mo-Fr 17:30-08:30',
    'Mo-Fr 08:30-25:00',
    'Mo 08:30-12:00;',
  ])('are not guessed from “%s”', (text) => {
    expect(parseOpeningHours(text)).toBeNull();
  });
});
