import { expect, it } from 'vitest';
import { piecesOf } from './article-pieces.ts';

it('a picture stands where its line stood, and no word is lost', () => {
  expect(piecesOf('One.\n\n{{cells-and-weight}}\n\nTwo.')).toEqual([
    { markdown: 'One.\n\n', picture: 'cells-and-weight' },
    { markdown: '\n\nTwo.' },
  ]);
  expect(piecesOf('Only words.')).toEqual([{ markdown: 'Only words.' }]);
});
it('stops the build at a picture nobody can draw', () => {
  expect(() => piecesOf('{{unicorn}}')).toThrow(/write one of cells-and-weight/);
});
