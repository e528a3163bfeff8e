import { describe, expect, it } from 'vitest';
import { loadPolicies } from '#src/content/policies.ts';
import { eligibilityMessages } from '../eligibility/eligibility-messages.ts';
import { charityMessages } from '../charity-messages.ts';
import { applyMessages } from './apply-messages.ts';
import { programmeMessages } from './programme-messages.ts';
import { waysToApply } from './ways.ts';

const nothing = { servicePhone: null, serviceHours: null, postalAddress: null };

describe('the ways to apply', () => {
  it('are neither a phone nor an address until the operator has entered them', () => {
    expect(waysToApply(nothing)).toEqual({ phone: null, address: null });
  });

  it('are the number, ready to dial, and the address, once they are entered', () => {
    const ways = waysToApply({ ...nothing, servicePhone: '0531 8888 0000', postalAddress: '济南市…' });
    expect(ways).toEqual({
      phone: { shown: '0531 8888 0000', href: 'tel:053188880000', hours: null },
      address: '济南市…',
    });
  });

  it('are promised nowhere else: no page of the programmes tells anybody to call us, or that somebody answers', () => {
    const { phone, phoneLine, ...rest } = applyMessages;
    expect([phone.zh, phoneLine.zh]).toEqual(['给我们打电话', expect.stringContaining('有人接')]);
    const said = JSON.stringify([
      rest,
      programmeMessages,
      charityMessages,
      eligibilityMessages,
      loadPolicies().programmes.all,
    ]);
    const invited =
      /有人接|请打电话|打电话给我们|可以打电话|给我们打电话|A person answers|[Cc]all us|please call/g;
    expect(said.match(invited) ?? []).toEqual([]);
  });
});
