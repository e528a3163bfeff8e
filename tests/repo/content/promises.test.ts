import { describe, expect, it } from 'vitest';
import { loadAbout } from '../../../src/content/about.ts';
import { homeMessages } from '../../../src/ui/home-messages.ts';
import { isReachable } from '../../../src/ui/site.ts';
import { ourFiles, read } from '../files.ts';
import { sentencesIn } from './typography.ts';

const about = loadAbout();

describe('what is said while nobody can reach us', () => {
  it('nobody can, until a phone or an address is entered', () => {
    const none = { servicePhone: null, postalAddress: null };
    expect([
      isReachable(none),
      isReachable({ ...none, servicePhone: '0531' }),
      isReachable({ ...none, postalAddress: '济南' }),
    ]).toEqual([false, true, true]);
  });

  it('promises a person on the phone only where a number stands', () => {
    // Both stand behind a check of the number: ways.test.ts, Reach.astro.
    const allowed = ['src/charity/programmes/apply-messages.ts', 'src/about/contact/contact-messages.ts'];
    const promising = ourFiles.filter(
      (file) =>
        /^src\/(about|charity|content\/(about|policies)|ui|pages)\/.*\.(ts|astro|yaml)$/.test(file) &&
        !/\.test\.ts$/.test(file) &&
        /有人接|接电话的是人|[Aa] person (answers|on the phone)/.test(read(file)),
    );
    expect(promising.toSorted()).toEqual(allowed.toSorted());
    expect(read('src/about/contact/Reach.astro')).toMatch(
      /servicePhone !== null && <dd class="sub">\{t\('phoneLine'\)/,
    );
  });

  it('names the outside lines, and says plainly that nothing can be sent to us yet', () => {
    const { sections } = about.file('contact');
    const unreachable = sections.flatMap(({ id, blocks }) =>
      blocks
        .filter(({ when }) => when === 'unreachable')
        .map((block) => [id, JSON.stringify(block)] as const),
    );
    expect(unreachable.map(([id]) => id)).toEqual(['paper', 'complaints']);
    expect(unreachable[1]?.[1]).toMatch(/收不到投诉.*12345.*12315/);
    expect(unreachable[1]?.[1]).toMatch(/no form on this site.*12345.*12315/);
    const told = sentencesIn([about.file('contact'), about.file('quality')]);
    expect(told.filter(({ zh }) => /网上都算|打电话、写信、当面都行/.test(zh))).toEqual([]);
  });
});

describe('the front page, which leads to enrolling', () => {
  it('carries no disease, no established treatment and no sum an insurer paid', () => {
    const said = JSON.stringify(homeMessages);
    for (const word of [
      /血液病|恶性病|遗传病|白血病|成熟治疗/,
      /diseases|malignant|established treatment/,
      /理赔|赔了|亿/,
      /insurance|claims|million\+/,
    ])
      expect(said).not.toMatch(word);
  });
  it('says what later clamping costs where it says what it is good for', () => {
    expect(homeMessages.honestNothing.zh).toMatch(/铁储备.*黄疸/);
    expect(homeMessages.honestNothing.en).toMatch(/iron.*jaundice/);
  });
});
