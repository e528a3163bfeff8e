import { describe, expect, it } from 'vitest';
import { addDays, addYears, today } from '../../shared/civil-date.ts';
import { SECURITY_TXT_EXPIRES, securityTxt } from './security-txt.ts';

const origin = 'https://portal.example.cn';
const fields = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trimEnd()
      .split('\n')
      .map((line) => /^([A-Za-z-]+): (\S.*)$/.exec(line)?.slice(1) as [string, string]),
  );

describe('security.txt', () => {
  it('has every field RFC 9116 demands, once, with addresses a browser may open', () => {
    const text = securityTxt({ origin, contact: 'mailto:security@example.cn' });
    expect(text.trimEnd().split('\n')).toHaveLength(5);
    const found = fields(text);
    expect([...found.keys()].sort()).toEqual([
      'Canonical',
      'Contact',
      'Expires',
      'Policy',
      'Preferred-Languages',
    ]);
    expect(found.get('Contact')).toBe('mailto:security@example.cn');
    expect(new Date(found.get('Expires') ?? '').toISOString()).toBe(found.get('Expires'));
    for (const name of ['Canonical', 'Policy'])
      expect(new URL(found.get(name) ?? '').protocol).toBe('https:');
    expect(found.get('Canonical')).toBe(`${origin}/.well-known/security.txt`);
  });

  it('names the contact page while the operator has entered no address of its own', () => {
    expect(fields(securityTxt({ origin, contact: null })).get('Contact')).toBe(`${origin}/contact`);
  });

  it('is good for at least 30 more days and at most a year: confirm the contact and move the day on', () => {
    const now = today(Date.now());
    expect(SECURITY_TXT_EXPIRES > addDays(now, 30), `expires ${SECURITY_TXT_EXPIRES}`).toBe(true);
    expect(SECURITY_TXT_EXPIRES < addYears(now, 1), `expires ${SECURITY_TXT_EXPIRES}`).toBe(true);
  });
});
