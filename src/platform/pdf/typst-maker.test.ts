import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { expectOk } from '../../shared/result.ts';
import { typstMaker, unprintable, type ReceiptPdf } from './index.ts';

const receipt = (name: string): ReceiptPdf => ({
  bank: '山东省脐血库',
  number: 'SJ-2026-000001-0',
  pageOf: '第 {page} 页，共 {pages} 页',
  title: '收据',
  intro: '这是收款凭据，不是发票。',
  rows: [{ term: '付款人', value: name }],
  lines: { head: ['项目', '金额'], rows: [['首年', '¥5,800.00']] },
  total: ['合计', '¥5,800.00'],
  notes: ['款项原路退回。'],
});
const options = { locale: 'zh', date: Date.UTC(2026, 10, 22, 9), title: '收据' } as const;

/** What poppler, which we did not write, makes of the bytes. */
const poppler = (tool: 'pdftotext' | 'pdfinfo', bytes: Uint8Array): string =>
  execFileSync(tool, tool === 'pdftotext' ? ['-', '-'] : ['-'], {
    input: bytes,
    encoding: 'utf8',
    stdio: 'pipe',
  });

describe('the PDF maker', () => {
  const pdf = typstMaker();
  afterAll(() => pdf.close());

  test.each(['王䶮', '㛃𬭸𣲗𠅤𫖯', '迪丽热巴·买买提', 'Zoë O’Brien-Nuñez'])(
    'prints the legal name %s so that it can be read back from the file',
    async (name) => {
      expect(unprintable(name)).toEqual([]);
      const bytes = expectOk(await pdf.render('receipt', receipt(name), options));
      expect(poppler('pdftotext', bytes)).toContain(name);
    },
  );

  test('refuses a name with a character the fonts lack and says which, instead of printing an empty box', async () => {
    expect(unprintable('李𠮷😀')).toEqual(['𠮷', '😀']);
    expect(await pdf.render('receipt', receipt('李𠮷😀'), options)).toEqual({
      ok: false,
      code: 'missing-glyph',
      detail: { characters: '𠮷😀' },
    });
  });

  test('gives the same bytes for the same input, and other bytes for another name', async () => {
    const [one, two, other] = await Promise.all(
      ['王䶮', '王䶮', '王龚'].map(async (name) =>
        expectOk(await pdf.render('receipt', receipt(name), options)),
      ),
    );
    expect(Buffer.compare(one as Uint8Array, two as Uint8Array)).toBe(0);
    expect(Buffer.compare(one as Uint8Array, other as Uint8Array)).not.toBe(0);
  });

  test('makes a tagged document with a title, its language and the date of what it records', async () => {
    const bytes = expectOk(await pdf.render('receipt', receipt('王䶮'), options));
    const info = poppler('pdfinfo', bytes);
    expect(info).toMatch(/Title:\s+收据/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/CreationDate:.*Nov 22.*2026/);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Lang\s*\(zh/);
  });

  test('treats data as data: Typst markup in a name is printed, not run', async () => {
    const name = '#panic("x") *b* $1$ \\ "q"';
    const bytes = expectOk(await pdf.render('receipt', receipt(name), options));
    expect(poppler('pdftotext', bytes)).toContain('#panic("x") *b*');
  });
});
