/** The people who work in the demo's console, taken on the way real ones are: a link, a password, an authenticator. */
import type { Role } from '../../../src/accounts/index.ts';
import type { Deps } from '../../../src/deps.ts';
import {
  completeSetUp,
  currentTotp,
  ensureFirstAdministrator,
  inviteStaff,
  readSetUp,
} from '../../../src/staff/index.ts';
import type { Locale } from '../../../src/shared/i18n.ts';
import { expectOk } from '../../../src/shared/result.ts';

export interface Employee {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly locale: Locale;
}

export const ADMINISTRATOR: Employee = {
  name: '管理员 郝静',
  email: 'admin@example.invalid',
  roles: ['administrator'],
  locale: 'zh',
};
export const COUNSELLOR: Employee = {
  name: '孟雪',
  email: 'counsellor@example.invalid',
  roles: ['counsellor'],
  locale: 'zh',
};
/** Makes events and stands at their door. */
export const EDITOR: Employee = {
  name: '宋岚',
  email: 'editor@example.invalid',
  roles: ['editor'],
  locale: 'zh',
};
/** Turning a family away takes two counsellors; she is the other one, and reads the log. */
export const SECOND_COUNSELLOR: Employee = {
  name: 'Ruth Adler',
  email: 'auditor@example.invalid',
  roles: ['auditor', 'counsellor'],
  locale: 'en',
};
const OTHERS: readonly Employee[] = [
  EDITOR,
  { name: '祁桐', email: 'lab@example.invalid', roles: ['lab'], locale: 'zh' },
  { name: '左明', email: 'finance@example.invalid', roles: ['finance'], locale: 'zh' },
  // Money needs four eyes: a proposal of one is confirmed by the other.
  { name: 'Clara Weiss', email: 'finance2@example.invalid', roles: ['finance'], locale: 'en' },
  SECOND_COUNSELLOR,
];

/** Long, and the same for everybody: it opens a demo on one machine. */
export const DEMO_PASSWORD = 'four-herons-over-daming-lake';

async function setUp(deps: Deps, token: string, employee: Employee): Promise<string> {
  const read = await readSetUp(deps, token);
  if (!read) throw new Error(`the link for ${employee.email} opens nothing`);
  const { name, email } = employee;
  const totp = currentTotp(read.totpSecret, deps.now());
  return expectOk(await completeSetUp(deps, { token, name, email, password: DEMO_PASSWORD, totp })).accountId;
}

async function invited(deps: Deps, employee: Employee, administrator: string): Promise<string> {
  const { name, email, roles, locale } = employee;
  expectOk(
    await inviteStaff(deps, { name, email, roles, locale, actor: { kind: 'staff', id: administrator } }),
  );
  await deps.runJobs();
  const [mail] = await deps.read.devMessages.newest({ recipient: email, limit: 1 });
  const token = /\/set-up\/([\w-]+)/.exec(mail?.body ?? '')?.[1];
  if (token === undefined) throw new Error(`no invitation reached ${email}`);
  return setUp(deps, token, employee);
}

/** Answers the counsellor's account id. */
export async function hireStaff(deps: Deps): Promise<string> {
  const link = await ensureFirstAdministrator(deps);
  const token = /\/set-up\/([\w-]+)/.exec(link ?? '')?.[1];
  if (token === undefined) throw new Error('somebody works here already');
  const administrator = await setUp(deps, token, ADMINISTRATOR);
  const counsellor = await invited(deps, COUNSELLOR, administrator);
  for (const employee of OTHERS) await invited(deps, employee, administrator);
  return counsellor;
}

export const everybody: readonly Employee[] = [ADMINISTRATOR, COUNSELLOR, ...OTHERS];
