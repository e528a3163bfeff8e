import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarEntry } from './calendar-file.ts';

const entry: CalendarEntry = {
  uid: 'eve_1@portal.test',
  sequence: 2,
  cancelled: false,
  starts: Date.parse('2026-12-05T14:00:00+08:00'),
  ends: Date.parse('2026-12-05T15:30:00+08:00'),
  changed: Date.parse('2026-11-20T10:00:00+08:00'),
  title: '孕期营养，怎么吃；吃多少',
  description: '第一行\n第二行',
  place: '济南市历下区样例路1号',
  url: 'https://portal.test/events/eve_1',
};
const lines = (text: string): string[] => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');

describe('a calendar file', () => {
  it('gives the time of Shandong, wherever the machine stands', () => {
    const found = lines(calendarFile(entry));
    expect(found).toContain('DTSTART;TZID=Asia/Shanghai:20261205T140000');
    expect(found).toContain('DTEND;TZID=Asia/Shanghai:20261205T153000');
    expect(found).toContain('BEGIN:VTIMEZONE');
    expect(found).toContain('TZOFFSETTO:+0800');
  });

  it('stamps in UTC, as RFC 5545 3.8.7.2 demands', () => {
    expect(lines(calendarFile(entry))).toContain('DTSTAMP:20261120T020000Z');
    expect(lines(calendarFile(entry))).toContain('LAST-MODIFIED:20261120T020000Z');
  });

  it('keeps its name and counts its versions', () => {
    const found = lines(calendarFile(entry));
    expect(found).toContain('UID:eve_1@portal.test');
    expect(found).toContain('SEQUENCE:2');
    expect(found).toContain('STATUS:CONFIRMED');
  });

  it('says that it is cancelled', () => {
    expect(lines(calendarFile({ ...entry, cancelled: true }))).toContain('STATUS:CANCELLED');
  });

  it('escapes what has a meaning of its own, and folds no line in the middle of a character', () => {
    const text = calendarFile(entry);
    expect(lines(text)).toContain('SUMMARY:孕期营养，怎么吃；吃多少');
    expect(lines(text)).toContain(String.raw`DESCRIPTION:第一行\n第二行`);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });
});
