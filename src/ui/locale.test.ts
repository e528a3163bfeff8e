import { describe, expect, it } from 'vitest';
import { barePath, localeOf, otherLanguage } from './locale.ts';

const at = (path: string): URL => new URL(path, 'https://portal.example');

describe('the language of an address', () => {
  it.each([
    ['/', 'zh'],
    ['/enrol', 'zh'],
    ['/en', 'en'],
    ['/en/enrol', 'en'],
    ['/en.html', 'en'],
    ['/en/404.html', 'en'],
    ['/english', 'zh'],
  ])('%s is %s', (path, locale) => {
    expect(localeOf(at(path))).toBe(locale);
  });

  it('names a page without its language and without what prerendering adds', () => {
    expect(['/', '/en', '/en.html', '/index.html'].map((path) => barePath(at(path)))).toEqual([
      '/',
      '/',
      '/',
      '/',
    ]);
    expect(['/enrol', '/en/enrol', '/en/enrol.html'].map((path) => barePath(at(path)))).toEqual([
      '/enrol',
      '/enrol',
      '/enrol',
    ]);
  });
});

describe('the language switch', () => {
  it('keeps the page and its question', () => {
    expect(otherLanguage(at('/staff/units?state=stored')).href).toBe('/en/staff/units?state=stored');
    expect(otherLanguage(at('/en/staff/units?state=stored')).href).toBe('/staff/units?state=stored');
    expect(otherLanguage(at('/en')).href).toBe('/');
  });

  it('does not send a form again: what the framework put into the address stays behind', () => {
    expect(otherLanguage(at('/enrol/guardians?_action=enrolment.saveStep')).href).toBe('/en/enrol/guardians');
  });
});
