/**
 * What the operator decides, read once at the start. Production is refused with every missing or wrong variable in one
 * message; demo and test stand on their own.
 */
import path from 'node:path';
import { parseCreditCode } from '../../shared/identifiers/index.ts';
import type { Text } from '../../shared/i18n.ts';
import { parseDataKeys } from '../crypto/vault.ts';
import { smsFrom, type SmsConfig } from './sms-config.ts';

export type Mode = 'demo' | 'test' | 'production';

export interface Config {
  readonly mode: Mode;
  /** Without a slash at the end; every absolute link starts with it. */
  readonly origin: string;
  /** Exact values of the Host header that are answered. */
  readonly hosts: readonly string[];
  readonly port: number;
  readonly address: string;
  /** Addresses of the proxies whose X-Forwarded-For is believed. */
  readonly proxies: readonly string[];
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly databaseToken: string | null;
  /** `v2:base64,v1:base64`, the current one first. */
  readonly dataKeys: string;
  readonly stripe: {
    readonly secretKey: string;
    readonly webhookSecret: string;
    readonly checkoutOrigin: string;
    /** The sandbox gateway; null means Stripe itself. */
    readonly apiBase: string | null;
  };
  /** Where a payment form may lead (CSP `form-action`). */
  readonly checkoutOrigins: readonly string[];
  /** Null: mails go to the outbox viewer. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  /** Null: texts go to the outbox viewer. */
  readonly sms: SmsConfig | null;
  /** What mainland sites show in the footer; null until the operator has it. */
  readonly footer: {
    readonly licenceNumber: string | null;
    readonly icpNumber: string | null;
    readonly psbNumber: string | null;
  };
  /** 统一社会信用代码 of the company that takes the money, for receipts; null until the operator has it. */
  readonly creditCode: string | null;
  /** Where a family reaches a counsellor; null until the operator has it. */
  readonly servicePhone: string | null;
  readonly logLevel: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Known to everybody, so worth nothing: production refuses it. */
const DEVELOPMENT_KEY = Buffer.alloc(32, 'development only ').toString('base64');
const SANDBOX_SECRET_KEY = 'sk_test_sandbox';
const SANDBOX_WEBHOOK_SECRET = 'whsec_sandbox';

export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The settings are not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const list = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

function modeOf(value: string | undefined): Mode {
  // Unset means production: forgetting a variable must not open the sandbox.
  if (value === undefined || value === '' || value === 'production') return 'production';
  if (value === 'demo' || value === 'test') return value;
  throw new ConfigError([`APP_MODE must be demo, test or production, not "${value}".`]);
}

/** The keys' own bytes, each spelt one way: padding and alphabet make no difference. */
const keyBytes = (dataKeys: string): readonly string[] =>
  dataKeys.split(',').map((part) => Buffer.from(part.replace(/^\s*v\d+:/, ''), 'base64').toString('base64'));

const urlOf = (value: string): URL | null => (URL.canParse(value) ? new URL(value) : null);

/** Reads the environment; throws a `ConfigError` that lists everything that is missing or wrong. */
export function loadConfig(env: Environment): Config {
  const mode = modeOf(env['APP_MODE']);
  const production = mode === 'production';
  const problems: string[] = [];
  /** The variable, else its development default; in production a missing one is a problem. */
  const need = (name: string, development: string, what: string): string => {
    const value = env[name]?.trim();
    if (value) return value;
    if (production) problems.push(`${name} is missing: ${what}.`);
    return development;
  };
  const refuse = (name: string, wrong: boolean, why: string): void => {
    if (production && env[name]?.trim() && wrong) problems.push(`${name} ${why}.`);
  };

  const port = Number(env['PORT'] ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    problems.push('PORT must be a number from 0 to 65535.');
  const sandbox = env['SANDBOX_ORIGIN']?.trim() || `http://localhost:${env['SANDBOX_PORT'] ?? 4322}`;
  const dataDir = path.resolve(env['DATA_DIR'] ?? `.data/${mode}`);

  const typedOrigin = need(
    'PUBLIC_ORIGIN',
    `http://localhost:${port}`,
    'the address people type, such as https://portal.example.cn',
  );
  const origin = urlOf(typedOrigin);
  if (!origin || origin.pathname !== '/' || origin.search !== '' || !/^https?:$/.test(origin.protocol))
    problems.push('PUBLIC_ORIGIN must be an address without a path, such as https://portal.example.cn.');
  refuse('PUBLIC_ORIGIN', origin?.protocol === 'http:', 'must start with https://');

  const databaseUrl = need(
    'DATABASE_URL',
    `file:${path.join(dataDir, 'portal.db')}`,
    'file:/path/portal.db for a file of this process, or libsql://… for a server',
  );
  if (!/^(file|libsql|https?|wss?):/.test(databaseUrl))
    problems.push('DATABASE_URL must start with file:, libsql:, http(s): or ws(s):.');
  if (/^(libsql|https|wss):/.test(databaseUrl))
    need('DATABASE_TOKEN', 'none', 'the access token of the database server');

  const dataKeys = need(
    'DATA_KEYS',
    `v1:${DEVELOPMENT_KEY}`,
    'v1:<32 random bytes in base64> (openssl rand -base64 32)',
  );
  try {
    parseDataKeys(dataKeys);
  } catch (error) {
    problems.push(`DATA_KEYS is wrong: ${error instanceof Error ? error.message : 'unreadable'}.`);
  }
  refuse(
    'DATA_KEYS',
    keyBytes(dataKeys).includes(DEVELOPMENT_KEY),
    'contains the development key; make one of your own',
  );

  const astroKey = need(
    'ASTRO_KEY',
    '',
    '32 random bytes in base64 (openssl rand -base64 32), the same at build and run',
  );
  refuse('ASTRO_KEY', Buffer.from(astroKey, 'base64').length !== 32, 'must be 32 bytes in base64');

  const secretKey = need(
    'STRIPE_SECRET_KEY',
    SANDBOX_SECRET_KEY,
    'the live secret key of the payment account',
  );
  refuse(
    'STRIPE_SECRET_KEY',
    !/^[sr]k_live_/.test(secretKey),
    'must be a live key; sandbox and test keys take no money',
  );
  if (!production && /^[sr]k_live_/.test(secretKey))
    problems.push(
      'STRIPE_SECRET_KEY is a live key; outside production only sandbox and test keys are allowed.',
    );
  const webhookSecret = need(
    'STRIPE_WEBHOOK_SECRET',
    SANDBOX_WEBHOOK_SECRET,
    'the signing secret of the webhook',
  );
  refuse(
    'STRIPE_WEBHOOK_SECRET',
    !webhookSecret.startsWith('whsec_') || webhookSecret === SANDBOX_WEBHOOK_SECRET,
    'must be the signing secret of the live webhook (whsec_…)',
  );
  const checkoutOrigin = production
    ? env['STRIPE_CHECKOUT_ORIGIN']?.trim() || 'https://checkout.stripe.com'
    : sandbox;

  const smtpUrl = need('SMTP_URL', '', 'smtps://user:password@host:465');
  const from = need('MAIL_FROM', 'portal@localhost', 'the sender of our mails');
  if (smtpUrl !== '' && !/^smtps?:$/.test(urlOf(smtpUrl)?.protocol ?? ''))
    problems.push('SMTP_URL must look like smtps://user:password@host:465.');
  const sms = smsFrom(env, production, problems);

  const code = env['COMPANY_CREDIT_CODE']?.trim() ?? '';
  const credit = code === '' ? null : parseCreditCode(code);
  if (credit && !credit.ok) problems.push(`COMPANY_CREDIT_CODE is wrong: ${(credit.detail as Text).en}`);

  if (problems.length > 0) throw new ConfigError(problems);
  const { host } = origin as URL;
  return {
    mode,
    origin: (origin as URL).origin,
    hosts: production ? [host] : [host, `127.0.0.1:${port}`],
    port,
    address: env['ADDRESS']?.trim() || '127.0.0.1',
    proxies: list(env['TRUSTED_PROXY']),
    dataDir,
    databaseUrl,
    databaseToken: env['DATABASE_TOKEN']?.trim() || null,
    dataKeys,
    stripe: { secretKey, webhookSecret, checkoutOrigin, apiBase: production ? null : sandbox },
    checkoutOrigins: [checkoutOrigin],
    smtp: smtpUrl === '' ? null : { url: smtpUrl, from },
    sms,
    footer: {
      licenceNumber: env['LICENCE_NUMBER']?.trim() || null,
      icpNumber: env['ICP_NUMBER']?.trim() || null,
      psbNumber: env['PSB_NUMBER']?.trim() || null,
    },
    creditCode: code === '' ? null : code,
    servicePhone: env['SERVICE_PHONE']?.trim() || null,
    logLevel: env['LOG_LEVEL']?.trim() || (mode === 'test' ? 'warn' : 'info'),
  };
}
