import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { ROOT } from './files.ts';

/** The repository's own configuration, without the rules that need the file to exist on disk. */
const eslint = new ESLint({ cwd: ROOT, overrideConfig: [tseslint.configs.disableTypeChecked] as never });

const complaints = async (file: string, code: string): Promise<string[]> => {
  const [result] = await eslint.lintText(code, { filePath: `${ROOT}/${file}` });
  expect(result?.fatalErrorCount, JSON.stringify(result?.messages)).toBe(0);
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? '');
};
const uses = (specifier: string): string =>
  `import { thing } from '${specifier}';\nexport const kept = thing;\n`;
const inPage = (specifier: string): string =>
  `---\nimport { thing } from '${specifier}';\n---\n<p>{thing}</p>\n`;
const inPageScript = (specifier: string): string =>
  `<p>words</p>\n<script>\n  import { thing } from '${specifier}';\n  thing();\n</script>\n`;

const PLANTED: readonly (readonly [what: string, file: string, code: string])[] = [
  ['the kernel knows a capability', 'src/shared/planted.ts', uses('#src/fees/index.ts')],
  ['the kernel knows the platform', 'src/shared/planted.ts', uses('../platform/crypto/vault.ts')],
  ['the kernel takes a package', 'src/shared/planted.ts', uses('drizzle-orm')],
  ['the platform knows a capability', 'src/platform/mail/planted.ts', uses('#src/contracts/index.ts')],
  ['the look knows a capability', 'src/ui/planted.ts', uses('#src/contracts/index.ts')],
  ['a use case writes SQL', 'src/contracts/sign-planted.ts', uses('drizzle-orm')],
  ['a use case opens the database', 'src/contracts/sign-planted.ts', uses('#db/client.ts')],
  ['a use case takes its store itself', 'src/contracts/sign-planted.ts', uses('./contract-store.ts')],
  ['a use case knows Astro', 'src/contracts/sign-planted.ts', uses('astro:actions')],
  ['a use case takes a port itself', 'src/contracts/sign-planted.ts', uses('#src/platform/crypto/vault.ts')],
  ['a use case reads the disk', 'src/contracts/sign-planted.ts', uses('node:fs')],
  ['a capability goes past another’s front door', 'src/contracts/sign-planted.ts', uses('../fees/quote.ts')],
  [
    'a store reaches into another capability',
    'src/fees/planted-store.ts',
    uses('../contracts/contract-store.ts'),
  ],
  ['a browser file imports a store', 'src/contracts/planted.client.ts', uses('./contract-store.ts')],
  [
    'a browser file imports the platform',
    'src/contracts/planted.client.ts',
    uses('#src/platform/crypto/vault.ts'),
  ],
  ['a page takes a store', 'src/pages/[...lang]/planted.astro', inPage('#src/contracts/contract-store.ts')],
  [
    'a page goes past a front door',
    'src/pages/[...lang]/planted.astro',
    inPage('#src/fees/prices/calculator.ts'),
  ],
  [
    'a page goes past a front door for a type',
    'src/pages/[...lang]/planted.astro',
    `---\nimport type { A } from '#src/events/event.ts';\nconst thing: A = 1;\n---\n<p>{thing}</p>\n`,
  ],
  [
    'a page that answers with a file goes past a front door',
    'src/pages/planted.csv.ts',
    uses('#src/charity/ledger/ledger-view.ts'),
  ],
  ['a page takes actions', 'src/pages/planted.ts', uses('#src/staff/staff-actions.ts')],
  ['the list of actions takes a use case', 'src/actions/index.ts', uses('../events/booking/book-seats.ts')],
  ['the middleware goes past a front door', 'src/middleware.ts', uses('./accounts/session.ts')],
  [
    'a capability takes what another one keeps for its pages',
    'src/enrolment/planted.ts',
    uses('../fees/for-pages.ts'),
  ],
  ['a use case takes what is for the pages', 'src/fees/planted.ts', uses('./for-pages.ts')],
  ['the door for the pages hands out a store', 'src/fees/for-pages.ts', uses('./orders/order-store.ts')],
  ['a page writes SQL', 'src/pages/[...lang]/planted.astro', inPage('drizzle-orm')],
  ['a page takes jobs', 'src/pages/[...lang]/planted.astro', inPage('#src/contracts/contract-jobs.ts')],
  [
    'a page’s script imports the server',
    'src/pages/[...lang]/planted.astro',
    inPageScript('#src/platform/crypto/vault.ts'),
  ],
  ['Stripe outside payments', 'src/fees/pay-planted.ts', uses('stripe')],
  ['Lucia outside the session file', 'src/accounts/planted.ts', uses('lucia')],
  ['Typst outside the PDF maker', 'src/contracts/planted.ts', uses('@myriaddreamin/typst-ts-node-compiler')],
  ['the database driver outside db', 'src/platform/audit/planted.ts', uses('@libsql/client')],
];

describe('imports follow the layers of the house', () => {
  it.each(PLANTED)('refuses it when %s', async (_what, file, code) => {
    expect(await complaints(file, code)).toContain('house/imports');
  });

  it.each([
    [
      'a use case takes the types of its store',
      'src/contracts/sign-planted.ts',
      `import type { A } from './contract-store.ts';\nexport type B = A;\n`,
    ],
    ['a use case goes through a front door', 'src/contracts/sign-planted.ts', uses('../fees/index.ts')],
    ['a store writes SQL', 'src/contracts/planted-store.ts', uses('drizzle-orm')],
    [
      'a page goes through a front door',
      'src/pages/[...lang]/planted.astro',
      inPage('#src/contracts/index.ts'),
    ],
    [
      'a page takes what is kept for it',
      'src/pages/[...lang]/planted.astro',
      inPage('#src/fees/for-pages.ts'),
    ],
    [
      'a page takes a component from its room',
      'src/pages/[...lang]/planted.astro',
      `---\nimport One from '#src/fees/prices/CostChart.astro';\n---\n<One />\n`,
    ],
    ['payments use Stripe', 'src/platform/payments/planted.ts', uses('stripe')],
  ])('allows it when %s', async (_what, file, code) => {
    expect(await complaints(file, code)).not.toContain('house/imports');
  });

  it('cannot be talked out of a rule by a comment', async () => {
    const code = `// eslint-disable-next-line house/imports\n${uses('stripe')}`;
    expect(await complaints('src/fees/pay-planted.ts', code)).toContain('house/imports');
  });
});

describe('the content policy is kept where pages are written', () => {
  it.each([
    ['an inline style', '<p style="color: red">words</p>\n'],
    ['an inline handler', '<button onclick="go()">words</button>\n'],
    ['an inline script', '<script is:inline>go();</script>\n'],
  ])('refuses %s', async (_what, code) => {
    expect(await complaints('src/pages/[...lang]/planted.astro', code)).toContain('no-restricted-syntax');
  });
});

describe('tests are honest', () => {
  it.each([
    ['is skipped', `import { it } from 'vitest';\nit.skip('x', () => {});\n`],
    ['sleeps', `setTimeout(() => {}, 100);\n`],
  ])('refuses a test that %s', async (_what, code) => {
    expect(await complaints('src/fees/planted.test.ts', code)).toContain('no-restricted-syntax');
  });
});
