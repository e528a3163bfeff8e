import { describe, expect, it } from 'vitest';
import { contractToSign } from '../contract.ts';

const NOW = Date.parse('2026-11-22T10:00:00+08:00');
const offer = {
  state: 'partly-signed',
  signers: ['mother', 'father'],
  signedBy: ['mother'],
  offerEndsAt: NOW + 1,
} as const;

describe('the contract a guardian who has just joined is led to', () => {
  it('is the one that waits for this guardian’s signature', () => {
    expect(contractToSign([{ ...offer, state: 'signed' }, offer], 'father', NOW)).toBe(offer);
  });
  it('is none when the guardian has signed, is no signer, or the offer has ended', () => {
    expect(contractToSign([offer], 'mother', NOW)).toBeNull();
    expect(contractToSign([offer], 'grandmother', NOW)).toBeNull();
    expect(contractToSign([offer], 'father', NOW + 1)).toBeNull();
  });
});
