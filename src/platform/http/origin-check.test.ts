import { describe, expect, it } from 'vitest';
import { originRefusal } from './origin-check.ts';

const OURS = 'https://portal.test';
const judge = (headers: Record<string, string>) => originRefusal(new Headers(headers), OURS);

describe('a form must come from one of our own pages', () => {
  it('takes a form of ours', () => {
    expect(judge({ origin: OURS, 'sec-fetch-site': 'same-origin' })).toBeNull();
    expect(judge({ origin: OURS })).toBeNull();
  });

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a name that only begins like ours', { origin: 'https://portal.test.evil.example' }],
    ['our name without encryption', { origin: 'http://portal.test' }],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a sister site that claims our origin', { origin: OURS, 'sec-fetch-site': 'same-site' }],
    ['a client that says nothing', {}],
  ])('refuses %s', (_who, headers) => {
    expect(judge(headers as Record<string, string>)).not.toBeNull();
  });
});
