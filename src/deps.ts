/**
 * The wiring: every port gets its adapter here and nowhere else. The server builds one `Deps` and hands it to each request
 * as `Astro.locals.deps`; tests build one on a database of their own.
 */
import path from 'node:path';
import { openDatabase, type Database, type Db } from '../db/client.ts';
import { isMigrated, migrate } from '../db/migrate.ts';
import { transactOn } from '../db/transact.ts';
import {
  accessLinkStore,
  accountJobs,
  accountStore,
  challengeStore,
  passwordHasher,
  sessionStore,
  type PasswordHasher,
} from './accounts/index.ts';
import { grantStore, ledgerStore as charityLedgerStore, publishLedger } from './charity/index.ts';
import { loadConsents, type ConsentTexts } from './content/consents.ts';
import { loadContractTexts, type ContractTexts } from './content/contract-texts.ts';
import { loadPolicies, type Policies } from './content/policies.ts';
import { contractJobs, contractStore } from './contracts/index.ts';
import { draftStore, enrolmentStore, enrolmentTasks } from './enrolment/index.ts';
import { bookingStore, eventJobs, eventStore, eventTasks } from './events/index.ts';
import { familyJobs, familyStore, invitationStore } from './families/index.ts';
import { heldStore, jobs as feeJobs, ledgerStore, orderStore } from './fees/index.ts';
import { apiKeyStore } from './integration/index.ts';
import { auditTrail, type AuditTrail } from './platform/audit/audit-trail.ts';
import type { Config } from './platform/config/config.ts';
import { createVault, type Vault } from './platform/crypto/vault.ts';
import { diskFiles, type FileStore } from './platform/files/files.ts';
import { createLog, type Log } from './platform/log/log.ts';
import { smtpMailer, type Mailer } from './platform/mail/mail.ts';
import { numbers, type Numbers } from './platform/numbers/numbers.ts';
import { devMailer, devMessageStore, devSms } from './platform/outbox/dev-messages.ts';
import { messageJobs } from './platform/outbox/message-jobs.ts';
import { outbox, outboxQueue, type JobHandler, type Outbox } from './platform/outbox/outbox.ts';
import { outboxWorker, type Worker } from './platform/outbox/worker.ts';
import { stripeProvider, type PaymentProvider } from './platform/payments/index.ts';
import { typstMaker, unprintable, type PdfMaker } from './platform/pdf/index.ts';
import { rateLimiter, type RateLimiter } from './platform/rate-limit/rate-limit.ts';
import { aliyunSms } from './platform/sms/aliyun-sms.ts';
import { tencentSms } from './platform/sms/tencent-sms.ts';
import { schedule, type Schedule, type Task } from './platform/schedule/schedule.ts';
import type { SmsSender } from './platform/sms/sms.ts';
import { searchStore, type SearchStore } from './search/index.ts';
import { DAY, HOUR, type Clock } from './shared/clock.ts';
import { ok } from './shared/result.ts';
import type { Transact } from './shared/transaction.ts';
import { auditStore, staffStore } from './staff/index.ts';
import { jobs as unitJobs, unitStore, unitTaskStore } from './units/index.ts';

/** One line per store; the same set exists inside a transaction and, for reads, outside one. */
const storesOn = (db: Db, vault: Vault) => ({
  accounts: accountStore(db, vault),
  accessLinks: accessLinkStore(db, vault),
  apiKeys: apiKeyStore(db),
  auditLog: auditStore(db),
  bookings: bookingStore(db, vault),
  challenges: challengeStore(db),
  charityLedger: charityLedgerStore(db),
  contracts: contractStore(db, vault),
  devMessages: devMessageStore(db),
  drafts: draftStore(db, vault),
  enrolments: enrolmentStore(db, vault),
  events: eventStore(db, vault),
  families: familyStore(db, vault),
  grants: grantStore(db),
  heldMoney: heldStore(db),
  invitations: invitationStore(db, vault),
  ledger: ledgerStore(db),
  orders: orderStore(db),
  sessions: sessionStore(db),
  staff: staffStore(db, vault),
  units: unitStore(db, vault),
  unitTasks: unitTaskStore(db),
});

/** One line per capability that listens to the outbox. */
const jobsOf = (deps: Deps): Readonly<Record<string, Record<string, JobHandler>>> => ({
  accounts: accountJobs(deps),
  contracts: contractJobs(deps),
  events: eventJobs(deps),
  families: familyJobs(deps),
  fees: feeJobs(deps),
  messages: messageJobs(deps),
  units: unitJobs(deps),
});

/** One line per capability that does something by the clock. */
const tasksOf = (deps: Deps): readonly Task[] => [...enrolmentTasks(deps), ...eventTasks(deps)];

export type Reads = ReturnType<typeof storesOn>;
/** What a transaction gives. */
export interface Stores extends Reads {
  readonly audit: AuditTrail;
  readonly outbox: Outbox;
  readonly numbers: Numbers;
}

export interface Deps {
  readonly config: Config;
  readonly now: Clock;
  readonly log: Log;
  /** Reads outside a transaction. */
  readonly read: Reads;
  /** The only way to write. */
  readonly transaction: Transact<Stores>;
  readonly vault: Vault;
  readonly limits: RateLimiter;
  readonly passwords: PasswordHasher;
  readonly files: FileStore;
  readonly mail: Mailer;
  readonly sms: SmsSender;
  readonly payments: PaymentProvider;
  readonly pdf: PdfMaker;
  /** Characters the contract's fonts lack. */
  readonly unprintable: (text: string) => readonly string[];
  readonly policies: Policies;
  readonly texts: ContractTexts;
  readonly consents: ConsentTexts;
  /** The index of the public pages. */
  readonly search: SearchStore;
  /** For health checks, seeds and tests; a use case never sees it. */
  readonly database: Database;
  /** Whether the database answers. */
  ready(): Promise<boolean>;
  /** Begins to work off the outbox, and to do by the clock what is done by the clock. */
  startWorker(): Worker;
  /** Works off everything that is due now; for seeds and tests. Returns how many jobs ran. */
  runJobs(): Promise<number>;
  close(): Promise<void>;
}

/** Parts a test or a seed replaces. */
export interface Parts {
  readonly now?: Clock;
  readonly mail?: Mailer;
  readonly sms?: SmsSender;
  readonly payments?: PaymentProvider;
  readonly pdf?: PdfMaker;
  readonly log?: Log;
  readonly onStatement?: (sql: string) => void;
  /** Where the build is; default: dist. */
  readonly outDir?: string;
  /** Production migrates only when told; demo and test always do. */
  readonly migrate?: boolean;
}

function smsOf({ sms }: Config, db: Db, now: Clock): SmsSender {
  if (sms === null) return devSms(db, now);
  return sms.provider === 'aliyun' ? aliyunSms({ ...sms, now }) : tencentSms({ ...sms, now });
}

async function openHouse(config: Config, parts: Parts): Promise<Database> {
  const database = openDatabase({
    url: config.databaseUrl,
    ...(config.databaseToken === null ? {} : { authToken: config.databaseToken }),
    ...(parts.onStatement ? { onStatement: parts.onStatement } : {}),
  });
  try {
    if (parts.migrate ?? config.mode !== 'production') await migrate(database);
    else if (!(await isMigrated(database)))
      throw new Error('The database is older than this version: run `node db/migrate.ts` first.');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens the database and builds everything; throws a sentence for the operator when it cannot. */
export async function createDeps(config: Config, parts: Parts = {}): Promise<Deps> {
  const now = parts.now ?? Date.now;
  const log = parts.log ?? createLog({ level: config.logLevel });
  const vault = createVault(config.dataKeys);
  const policies = loadPolicies();
  const texts = loadContractTexts();
  const consents = loadConsents();
  // Last of what can fail, so that a refused start leaves no database locked.
  const database = await openHouse(config, parts);
  const { db } = database;

  const handlers = new Map<string, JobHandler>();
  const listeners = new Map<string, string[]>();
  const subscribers = { of: (topic: string): readonly string[] => listeners.get(topic) ?? [] };
  const worker = outboxWorker({
    queue: outboxQueue(db, now),
    handler: (name) => handlers.get(name),
    now,
    log,
  });
  // Most commits promise nothing; waking the worker for them would cost each a write of its own.
  let promised = false;
  const noticing = (box: Outbox): Outbox => ({
    add: (...job) => {
      promised = true;
      return box.add(...job);
    },
  });
  const transaction = transactOn<Stores>(
    database,
    (tx) => ({
      ...storesOn(tx, vault),
      audit: auditTrail(tx, now),
      outbox: noticing(outbox(tx, now, subscribers)),
      numbers: numbers(tx),
    }),
    () => {
      if (promised) worker.wake();
      promised = false;
    },
  );
  const limits = rateLimiter(db, now);
  const pdf = parts.pdf ?? typstMaker();
  const { secretKey, webhookSecret, checkoutOrigin, apiBase } = config.stripe;
  let sweeping: NodeJS.Timeout | undefined;
  let clock: Schedule | undefined;
  /** Clears what has run out and proves nothing any more, and publishes what is due; a failure is tried again an hour later. */
  const sweep = async (): Promise<void> => {
    try {
      await limits.forget();
      await transaction(async ({ sessions, challenges }) => {
        await sessions.removeEnded(now());
        await challenges.removeExpired(now() - DAY);
        return ok();
      });
      await publishLedger({ now, policies, transaction });
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'the hourly sweep failed');
    }
  };

  const deps: Deps = {
    config,
    now,
    log,
    read: storesOn(db, vault),
    transaction,
    vault,
    limits,
    passwords: passwordHasher(),
    files: diskFiles(path.join(config.dataDir, 'files'), vault),
    mail: parts.mail ?? (config.smtp === null ? devMailer(db, now) : smtpMailer(config.smtp)),
    sms: parts.sms ?? smsOf(config, db, now),
    payments:
      parts.payments ??
      stripeProvider({ secretKey, webhookSecret, checkoutOrigin, apiBase: apiBase ?? undefined }),
    pdf,
    unprintable,
    policies,
    texts,
    consents,
    search: searchStore(path.resolve(parts.outDir ?? 'dist')),
    database,
    async ready() {
      try {
        await database.client.execute('SELECT 1');
        return true;
      } catch {
        return false;
      }
    },
    startWorker() {
      worker.start();
      sweeping ??= setInterval(() => void sweep(), HOUR).unref();
      clock ??= schedule(tasksOf(deps), log);
      clock.start();
      return worker;
    },
    runJobs: () => worker.drain(),
    async close() {
      clearInterval(sweeping);
      await clock?.stop();
      await worker.stop();
      await pdf.close();
      database.close();
    },
  };
  for (const [capability, jobs] of Object.entries(jobsOf(deps)))
    for (const [topic, handler] of Object.entries(jobs)) {
      handlers.set(`${topic}#${capability}`, handler);
      listeners.set(topic, [...subscribers.of(topic), capability]);
    }
  return deps;
}
