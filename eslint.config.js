// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importRule } from './scripts/import-rules.mjs';

/** Each entry: what is not written here, and what to do instead. */
const NO_STYLE_ATTRIBUTE = {
  selector: "JSXAttribute[name.name='style']",
  message: 'The content policy refuses inline styles: use a class.',
};
const NO_HANDLER_ATTRIBUTE = {
  selector: 'JSXAttribute[name.name=/^on[a-z]/]',
  message: 'The content policy refuses inline handlers: use a *.client.ts.',
};
const NO_INLINE_SCRIPT = {
  selector: "JSXNamespacedName[namespace.name='is'][name.name='inline']",
  message: 'The content policy refuses inline scripts: let Astro bundle it.',
};
const NO_OWN_CLOCK = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from deps.now().',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from deps.now().',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Not random enough for anything here; not replayable either.',
  },
];
const NO_ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read once, in src/platform/config.',
};
const HONEST_TESTS = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(skip|only|todo|fixme|skipIf|runIf)$/]',
    message: 'No test is skipped.',
  },
  {
    selector: "CallExpression[callee.property.name='waitForTimeout']",
    message: 'Wait for what happens, not for time.',
  },
  { selector: "CallExpression[callee.name='setTimeout']", message: 'Wait for what happens, not for time.' },
];

export default defineConfig(
  globalIgnores([
    'dist*/',
    '.astro/',
    '.cache/',
    '.data*/',
    'db/migrations/',
    'test-results/',
    'playwright-report/',
    'screenshots/',
    'docs/',
  ]),
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { imports: importRule } } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'house/imports': 'error',
    },
  },
  tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'db/**/*.ts', 'tests/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The few rules that need types and find real bugs; the rest of that family costs seconds and finds style.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  astro.configs['flat/recommended'],
  {
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.astro/*.js'],
    rules: {
      'no-restricted-syntax': ['error', NO_STYLE_ATTRIBUTE, NO_HANDLER_ATTRIBUTE, NO_INLINE_SCRIPT],
      'astro/no-set-html-directive': 'error',
    },
  },
  // The contract is printed byte for byte, or its SHA-256 would be of something else; `canonicalHtml` escapes it.
  { files: ['src/contracts/text/ContractText.astro'], rules: { 'astro/no-set-html-directive': 'off' } },
  // JSON in a script element, with `<` written so that no text can end it.
  { files: ['src/ui/meta/JsonLd.astro'], rules: { 'astro/no-set-html-directive': 'off' } },
  {
    files: ['src/**/*.ts'],
    ignores: ['**/*.test.ts', 'src/main.ts', 'src/middleware.ts', 'src/platform/**'],
    rules: { 'no-restricted-syntax': ['error', NO_ENVIRONMENT, ...NO_OWN_CLOCK] },
  },
  {
    files: ['src/platform/**/*.ts'],
    ignores: ['**/*.test.ts', 'src/platform/config/**', 'src/platform/payments/sandbox/**'],
    rules: { 'no-restricted-syntax': ['error', NO_ENVIRONMENT] },
  },
  // `newId` is the one place in the kernel that may fall back to the real clock.
  { files: ['src/shared/ids.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src/env.d.ts'], rules: { '@typescript-eslint/triple-slash-reference': 'off' } },
  // Lucia compares an expiry with the real clock, so that is what it must be given.
  { files: ['src/accounts/session.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // The wiring hands out the real clock.
  { files: ['src/deps.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.test.ts', '**/*.e2e.ts'], rules: { 'no-restricted-syntax': ['error', ...HONEST_TESTS] } },
  {
    files: [
      'scripts/**',
      '*.config.*',
      'tests/bench/**',
      'tests/faults/**',
      'db/seed/**',
      'src/platform/payments/sandbox/**',
    ],
    rules: { 'no-console': 'off' },
  },
);
