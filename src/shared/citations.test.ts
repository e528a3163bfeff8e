import { expect, it } from 'vitest';
import { plainText, prepared } from './citations.ts';

const numbersIn = (html: string): readonly string[] =>
  [...html.matchAll(/aria-label="[^"]*">(\d+)</g)].map(([, number = '']) => number);

it('English sets the number after the stop or comma, Chinese before it', () => {
  expect(prepared('It helps[@a], often[@b]. Next.', 'en').replaceAll(/<[^>]+>/g, '')).toBe(
    'It helps,1 often.2 Next.',
  );
  expect(prepared('有用[@a]，常常[@b]。', 'zh').replaceAll(/<[^>]+>/g, '')).toBe('有用1，常常2。');
});
it('neighbours stand in the order of their numbers', () => {
  expect(numbersIn(prepared('一[@a]。二[@b]。三[@b; @a]。', 'zh'))).toEqual(['1', '2', '1', '2']);
});
it('tags and pictures are not words', () => {
  expect(plainText('- {few} 一例[@a]。\n\n{{cells-and-weight}}\n\n完。')).toBe('一例。 完。');
});
