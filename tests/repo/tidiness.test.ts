import { describe, expect, it } from 'vitest';
import { isSource, ourFiles, read } from './files.ts';

const sources = ourFiles.filter(isSource);

describe('the house stays tidy', () => {
  it('has no file a reader cannot hold in mind', () => {
    const long = sources.filter((file) => read(file).split('\n').length > 400);
    expect(long).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    const vague = /(^|\/)(utils?|helpers?|manager|common|misc)(\/|\.|$)|-(utils?|helpers?|manager|common)\./i;
    expect(ourFiles.filter((file) => vague.test(file))).toEqual([]);
  });

  it('leaves nothing for later in the code', () => {
    const later = /\b(TODO|FIXME|XXX)\b/;
    expect(sources.filter((file) => !file.startsWith('tests/repo/') && later.test(read(file)))).toEqual([]);
  });

  it('silences neither the compiler nor the linter', () => {
    const silence = /@ts-(ignore|nocheck|expect-error)|eslint-disable/;
    const silent = sources.filter((file) => !file.startsWith('tests/repo/') && silence.test(read(file)));
    expect(silent).toEqual([]);
  });

  it('keeps the operator’s machine out of the code', () => {
    const machine = /\/(work|root|home\/\w+)\/|localhost:4873/;
    expect(sources.filter((file) => !file.startsWith('tests/repo/') && machine.test(read(file)))).toEqual([]);
  });
});
