import { describe, expect, it } from 'vitest';
import { ourFiles, read } from './files.ts';

/** Money's bank, and what belongs to it. Ours is 血库, 脐血库 or 我们: 银行 alone reads as the place where money lies. */
const OF_MONEY = /银行(卡|转账|对账单|拒绝|或支付机构|账)/g;

describe('what the bank is called in Chinese', () => {
  it('is never 银行, which keeps money', () => {
    const texts = ourFiles.filter(
      (file) => /^src\/.*\.(ts|astro|yaml|md)$/.test(file) && !/\.test\.ts$/.test(file),
    );
    expect(texts.length).toBeGreaterThan(300);
    const called = texts.flatMap((file) =>
      read(file)
        .replaceAll(OF_MONEY, '')
        .split('\n')
        .filter((line) => line.includes('银行'))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(called).toEqual([]);
  });
});
