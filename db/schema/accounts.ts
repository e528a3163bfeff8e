import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { blindIndex, instant, json, sealed, version } from './columns.ts';

/** One kind of account for everybody; what it may do comes from a guardian row or a staff row. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    phone: sealed('phone'),
    phoneIndex: blindIndex('phone_index'),
    email: sealed('email'),
    emailIndex: blindIndex('email_index'),
    emailVerifiedAt: instant('email_verified_at'),
    passwordHash: text('password_hash'),
    passwordChangedAt: instant('password_changed_at'),
    locale: text('locale', { enum: ['zh', 'en'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  (t) => [uniqueIndex('accounts_phone').on(t.phoneIndex), uniqueIndex('accounts_email').on(t.emailIndex)],
);

/** Keyed by SHA-256 of the session id: a stolen database opens no session. */
export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text('id_hash').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind', { enum: ['family', 'staff'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /** Absolute end, 12 h after sign-in. */
    endsAt: instant('ends_at').notNull(),
    device: text('device'),
  },
  (t) => [index('sessions_account').on(t.accountId), index('sessions_ends').on(t.endsAt)],
);

/** One-time codes by SMS or mail: sign-in, invitation, signature, reset. */
export const challenges = sqliteTable(
  'challenges',
  {
    id: text('id').primaryKey(),
    purpose: text('purpose').notNull(),
    /** Blind index of the phone or address the code went to. */
    targetIndex: blindIndex('target_index').notNull(),
    /** What the code is bound to besides the target: a contract's document hash, an invitation. */
    subject: text('subject').notNull().default(''),
    codeHash: text('code_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('challenges_target').on(t.targetIndex, t.purpose, t.createdAt),
    index('challenges_expires').on(t.expiresAt),
  ],
);

export const staff = sqliteTable('staff', {
  accountId: text('account_id')
    .primaryKey()
    .references(() => accounts.id),
  name: text('name').notNull(),
  roles: json<string[]>('roles').notNull(),
  totpSecret: sealed('totp_secret'),
  /** The last 30-second step accepted: a code works once. */
  totpLastStep: integer('totp_last_step'),
  disabledAt: instant('disabled_at'),
  version: version(),
});

/** Links that make or restore access: staff set-up and invitation, password reset. Only the token's hash is kept. */
export const accessLinks = sqliteTable(
  'access_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    purpose: text('purpose', {
      enum: ['first-administrator', 'staff-invitation', 'password-reset', 'email-verification'],
    }).notNull(),
    accountId: text('account_id'),
    email: sealed('email'),
    payload: json<Record<string, unknown>>('payload'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('access_links_expires').on(t.expiresAt),
    index('access_links_account').on(t.accountId, t.purpose),
  ],
);

/** Exact counters: one upsert per attempt, so parallel guesses cannot slip through. */
export const rateLimits = sqliteTable(
  'rate_limits',
  {
    name: text('name').notNull(),
    key: text('key').notNull(),
    windowStart: instant('window_start').notNull(),
    count: integer('count').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.name, t.key, t.windowStart] }),
    index('rate_limits_expires').on(t.expiresAt),
  ],
);
