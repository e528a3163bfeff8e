import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig, type Environment } from './config.ts';

const COMPLETE: Environment = {
  APP_MODE: 'production',
  PUBLIC_ORIGIN: 'https://portal.example.cn',
  DATABASE_URL: 'file:/var/lib/portal/portal.db',
  DATA_KEYS: `v1:${Buffer.alloc(32, 'k').toString('base64')}`,
  ASTRO_KEY: Buffer.alloc(32, 'a').toString('base64'),
  // Put together here so that nothing in the repository looks like a real key.
  STRIPE_SECRET_KEY: ['sk', 'live', 'example'].join('_'),
  STRIPE_WEBHOOK_SECRET: 'whsec_example',
  SMTP_URL: 'smtps://user:word@mail.example.cn:465',
  MAIL_FROM: 'portal@example.cn',
  SMS_PROVIDER: 'tencent',
  SMS_KEY_ID: 'id',
  SMS_KEY_SECRET: 'secret',
  SMS_SIGN_NAME: 'sign',
  SMS_TEMPLATE: '1',
  SMS_APP_ID: '2',
};
const problemsOf = (env: Environment): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};
const namesOf = (env: Environment): string[] => problemsOf(env).map((problem) => problem.split(' ')[0] ?? '');

describe('the settings', () => {
  it('let the demo stand on its own', () => {
    const config = loadConfig({ APP_MODE: 'demo' });
    expect(config).toMatchObject({ origin: 'http://localhost:4321', smtp: null, sms: null });
    expect(config.stripe.apiBase).toBe('http://localhost:4322');
  });
  it('name everything production lacks, in one go', () => {
    expect(namesOf({})).toEqual([
      'PUBLIC_ORIGIN',
      'DATABASE_URL',
      'DATA_KEYS',
      'ASTRO_KEY',
      'STRIPE_SECRET_KEY',
      'STRIPE_WEBHOOK_SECRET',
      'SMTP_URL',
      'MAIL_FROM',
      'SMS_PROVIDER',
    ]);
    expect(namesOf({ ...COMPLETE, SMS_KEY_ID: '', SMS_APP_ID: undefined })).toEqual([
      'SMS_KEY_ID',
      'SMS_APP_ID',
    ]);
  });
  it('print no credit code on receipts that its own check character refutes', () => {
    const env = { ...COMPLETE, COMPANY_CREDIT_CODE: '91350100M000100Y43' };
    expect(loadConfig(env).creditCode).toBe('91350100M000100Y43');
    expect(loadConfig(COMPLETE).creditCode).toBeNull();
    expect(namesOf({ ...env, COMPANY_CREDIT_CODE: '91350100M000100Y44' })).toEqual(['COMPANY_CREDIT_CODE']);
  });
  it('accept a complete production', () => {
    expect(problemsOf(COMPLETE)).toEqual([]);
    expect(loadConfig(COMPLETE)).toMatchObject({
      mode: 'production',
      hosts: ['portal.example.cn'],
      stripe: { apiBase: null, checkoutOrigin: 'https://checkout.stripe.com' },
    });
  });
  it.each([
    ['PUBLIC_ORIGIN', 'http://portal.example.cn'],
    ['PUBLIC_ORIGIN', 'https://portal.example.cn/family'],
    ['DATABASE_URL', '/var/lib/portal.db'],
    ['DATA_KEYS', loadConfig({ APP_MODE: 'demo' }).dataKeys],
    // The development key, spelt without its padding.
    ['DATA_KEYS', loadConfig({ APP_MODE: 'demo' }).dataKeys.replace(/=+$/, '')],
    ['DATA_KEYS', 'v1:c2hvcnQ='],
    ['ASTRO_KEY', 'c2hvcnQ='],
    ['STRIPE_SECRET_KEY', 'sk_test_sandbox'],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_sandbox'],
    ['SMTP_URL', 'mail.example.cn'],
    ['SMS_PROVIDER', 'pigeon'],
    ['APP_MODE', 'staging'],
  ])('refuse in production %s=%s', (name, value) => {
    expect(namesOf({ ...COMPLETE, [name]: value })).toEqual([name]);
  });
  it('refuse real money outside production', () => {
    expect(namesOf({ APP_MODE: 'demo', STRIPE_SECRET_KEY: COMPLETE['STRIPE_SECRET_KEY'] })).toEqual([
      'STRIPE_SECRET_KEY',
    ]);
  });
  it('never quote a secret', () => {
    const said = problemsOf({
      ...COMPLETE,
      DATA_KEYS: 'v1:hush',
      STRIPE_SECRET_KEY: 'hush',
      ASTRO_KEY: 'hush',
    });
    expect(said).toHaveLength(3);
    expect(said.join('\n')).not.toContain('hush');
  });
});
