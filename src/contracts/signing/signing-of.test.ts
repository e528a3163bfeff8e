import { describe, expect, it } from 'vitest';
import { contractToSign, signingOf } from './signing-of.ts';
import { standingWords } from './standing-words.ts';

const NOW = Date.parse('2026-11-22T10:00:00+08:00');
const DAY = 86_400_000;
const offer = {
  state: 'partly-signed',
  signers: ['mother', 'father'],
  signedBy: ['mother'],
  offerEndsAt: Date.parse('2026-12-23T00:00:00+08:00'),
} as const;
const joined = [
  { id: 'mother', accountId: 'a' },
  { id: 'father', accountId: 'b' },
];
const invited = [
  { id: 'mother', accountId: 'a' },
  { id: 'father', accountId: null },
];
const invitation = { guardianId: 'father', expiresAt: NOW + DAY };

describe('the standing of a signing', () => {
  it('says who has signed, for whom it waits, and until which day in Shandong', () => {
    expect(signingOf(offer, joined, NOW)).toMatchObject({
      phase: 'open',
      lastDay: '2026-12-22',
      signers: [
        { guardianId: 'mother', standing: 'signed' },
        { guardianId: 'father', standing: 'to-sign' },
      ],
      waitingFor: ['father'],
      toJoin: [],
    });
  });

  it('knows who was invited and has not come, and when the link has ended or was never sent', () => {
    const father = (from: Parameters<typeof signingOf>[3], at = NOW) =>
      signingOf(offer, invited, at, from).signers[1]?.standing;
    expect(father(invitation)).toBe('invited');
    expect(father(invitation, NOW + DAY)).toBe('not-joined');
    expect(father({ ...invitation, guardianId: 'mother' })).toBe('not-joined');
    expect(father(null)).toBe('not-joined');
    expect(signingOf(offer, invited, NOW, invitation).toJoin).toEqual(['father']);
  });

  it('waits for nobody once the offer is over, whether or not the job has said so', () => {
    const over = signingOf(offer, invited, offer.offerEndsAt);
    expect(over).toMatchObject({ phase: 'lapsed', waitingFor: [], toJoin: [] });
    expect(signingOf({ ...offer, state: 'lapsed' }, invited, NOW).phase).toBe('lapsed');
    expect(signingOf({ ...offer, state: 'signed' }, joined, NOW).phase).toBe('in-force');
    expect(signingOf({ ...offer, state: 'terminated' }, joined, NOW).phase).toBe('ended');
  });

  it('refuses each person for their own reason', () => {
    const at = (now: number, id: string | null, state: 'partly-signed' | 'signed' = 'partly-signed') =>
      signingOf({ ...offer, state }, joined, now).refusal(id);
    expect(at(NOW, 'father')).toBeNull();
    expect(at(NOW, 'mother')).toBe('already-signed');
    expect(at(NOW, 'grandmother')).toBe('not-a-signer');
    expect(at(NOW, null)).toBe('not-a-signer');
    expect(at(offer.offerEndsAt, 'father')).toBe('offer-ended');
    expect(at(NOW, 'father', 'signed')).toBe('wrong-state');
  });
});

describe('the contract a guardian who has just joined is led to', () => {
  it('is the one that waits for this guardian’s signature', () => {
    expect(contractToSign([{ ...offer, state: 'signed' }, offer], 'father', NOW)).toBe(offer);
  });
  it('is none when the guardian has signed, is no signer, or the offer has ended', () => {
    expect(contractToSign([offer], 'mother', NOW)).toBeNull();
    expect(contractToSign([offer], 'grandmother', NOW)).toBeNull();
    expect(contractToSign([offer], 'father', offer.offerEndsAt)).toBeNull();
  });
});

describe('the contract page', () => {
  const words = (
    people: typeof invited,
    me: string | null,
    state: 'partly-signed' | 'signed' = 'partly-signed',
  ) =>
    standingWords(
      {
        signing: signingOf({ ...offer, state }, people, NOW, null),
        me,
        nameOf: (id) => ({ mother: '叶疏影', father: '欧阳朔' })[id] ?? '',
        signedOn: '2026年11月22日',
        paid: state === 'signed',
      },
      'zh',
    );

  it('never says that somebody was reminded who has no account to be reminded at', () => {
    expect(words(invited, 'mother').lead).toContain('欧阳朔要先用自己的手机打开邀请链接');
    expect(words(invited, 'mother').lead).not.toContain('短信提醒');
    expect(words(joined as typeof invited, 'mother').lead).toContain('短信提醒');
  });
  it('does not tell whoever cannot sign to sign', () => {
    expect(words(invited, 'grandmother').lead).toContain('由监护人本人');
  });
  it('asks for no first payment that has arrived', () => {
    expect(words(joined as typeof invited, 'mother', 'signed').lead).not.toContain('接下来付');
  });
});
