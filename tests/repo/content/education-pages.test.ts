import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../files.ts';

const CLIENT = path.join(ROOT, process.env['OUT_DIR'] ?? 'dist', 'client');
const ROOMS = [
  'learn',
  'learn.html',
  'glossary.html',
  'faq.html',
  'about/research.html',
  'about/immune-cells.html',
];
const pages = ['', 'en']
  .flatMap((lang) => ROOMS.map((room) => path.join(CLIENT, lang, room)))
  .filter((at) => existsSync(at))
  .flatMap((at) => (at.endsWith('.html') ? [at] : readdirSync(at).map((name) => path.join(at, name))))
  .filter((at) => at.endsWith('.html'));

/** Links that sell or lead to the seller, with or without the language before them. */
const SELLS = /href="(?:\/en)?\/(?:enrol|prices|contact|hospitals)(?:["/?#])|href="tel:|href="mailto:/;

// 广告法 19, 互联网广告管理办法: beside health education stands no price, no invitation, no provider's contact.
describe('a page that teaches, as it was built', () => {
  it('is there in both languages', () => {
    expect(pages.length).toBeGreaterThanOrEqual(6);
  });
  it('leads to no price, no enrolment and no contact, in its header and footer neither', () => {
    expect(pages.filter((at) => SELLS.test(readFileSync(at, 'utf8')))).toEqual([]);
  });
  it('asks nobody to sign in or up; families find their pages in the footer', () => {
    const wrong = pages.filter((at) => {
      const html = readFileSync(at, 'utf8');
      const [header = '', rest = ''] = html.split('</header>');
      return (
        /href="(?:\/en)?\/(?:sign-in|register)/.test(html) ||
        /href="(?:\/en)?\/family"/.test(header) ||
        !/href="(?:\/en)?\/family"/.test(rest)
      );
    });
    expect(wrong).toEqual([]);
  });
  it('has no price and no form', () => {
    expect(
      pages.filter((at) => {
        const html = readFileSync(at, 'utf8').replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '');
        return /[¥￥]\s?\d|<form\b|<textarea\b/.test(html);
      }),
    ).toEqual([]);
  });
});
