import { describe, expect, test } from 'vitest';
import { aClass } from '../../../tests/support/a-class.ts';
import { loadPolicies } from '../../content/policies.ts';
import { checkStep, type Answers } from '../../shared/form.ts';
import { readTime } from './event-fields.ts';
import { answersOf, eventDraft, eventStep, repeatOf } from './event-form.ts';

const policy = loadPolicies().events.current('2026-11-20');
const step = eventStep(policy, true);
const typed = (changes: Answers = {}): Answers => ({ ...aClass({ date: '2026-12-05' }), ...changes });
const wrong = (changes: Answers): string[] => Object.keys(checkStep(step, typed(changes))).toSorted();

describe('the form of an event', () => {
  test('is complete as an editor fills it in, and comes back as it was', () => {
    expect(wrong({})).toEqual([]);
    const draft = eventDraft(typed());
    expect(draft).toMatchObject({ date: '2026-12-05', starts: '14:00', ends: '15:30', confirmed: false });
    expect(eventDraft(answersOf(draft))).toEqual(draft);
  });

  test('asks for every word in both languages, and as many lines', () => {
    for (const name of ['title', 'summary', 'covers', 'speaker', 'place', 'address', 'access'])
      for (const language of ['Zh', 'En'])
        expect(wrong({ [name + language]: '' }), name + language).toContain(name + language);
    expect(wrong({ coversEn: 'only one' })).toEqual(['coversEn']);
  });

  test('takes no Chinese characters in the English text', () => {
    expect(wrong({ titleEn: 'A class 课堂' })).toEqual(['titleEn']);
    expect(wrong({ summaryEn: '样例' })).toEqual(['summaryEn']);
  });

  test('reads a time however it is typed, and wants the end after the start', () => {
    expect(['14:00', '14：00', '1400', '9:05'].map(readTime)).toEqual(['14:00', '14:00', '14:00', '09:05']);
    expect(['25:00', '14:60', '两点', ''].map(readTime)).toEqual([null, null, null, null]);
    expect(wrong({ starts: '15:30', ends: '15:30' })).toEqual(['ends']);
  });

  test('asks for the way in online, and for a place in a room', () => {
    expect(wrong({ city: 'online', onlineLink: '' })).toEqual(['onlineLink']);
    expect(wrong({ city: 'online', onlineLink: 'http://live.example.cn' })).toEqual(['onlineLink']);
    const online = typed({ city: 'online', onlineLink: 'https://live.example.cn/x' });
    expect(checkStep(step, online)).toEqual({});
    expect(eventDraft(online)).toMatchObject({
      onlineLink: 'https://live.example.cn/x',
      content: { place: null },
    });
    expect(eventDraft(typed({ onlineLink: 'https://left.over' })).onlineLink).toBeNull();
  });

  test('asks until when it repeats, only when it does', () => {
    expect(wrong({ repeat: 'week', until: '' })).toEqual(['until']);
    expect(wrong({ repeat: 'week', until: '2026-12-01' })).toEqual(['until']);
    expect(repeatOf(typed({ repeat: 'weeks', until: '2027-01-02' }))).toEqual({
      every: 'week',
      interval: 2,
      until: '2027-01-02',
    });
    expect(repeatOf(typed({ repeat: 'no', until: '2027-01-02' }))).toBeNull();
  });

  test('takes a day that exists and seats within the policy', () => {
    expect(wrong({ date: '2026-2-30' })).toEqual(['date']);
    expect(wrong({ capacity: '0' })).toEqual(['capacity']);
    expect(wrong({ capacity: '2001' })).toEqual(['capacity']);
    expect(wrong({ capacity: 'viele' })).toEqual(['capacity']);
  });
});
