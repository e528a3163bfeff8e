import { expect, it } from 'vitest';
import { withEvidence } from './evidence.ts';

it('says how much stands behind a use, dashed where it is still research', () => {
  expect(withEvidence('<li>{established} 白血病</li>', 'zh')).toMatch(
    /class="tag evidence ok".*成熟治疗<\/span> 白血病/,
  );
  expect(withEvidence('{research}', 'en')).toMatch(/not-yet.*Still research/);
});
it('stops the build at a tag nobody defined', () => {
  expect(() => withEvidence('{proven}', 'en')).toThrow(/write one of established, few, research/);
});
