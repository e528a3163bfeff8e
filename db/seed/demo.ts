/**
 * Fills an empty demo: staff, the named families, events past and to come, and a key for the laboratory. Units of blood are
 * not among it: what the laboratory has to report waits in `laboratory.json` and goes through the API once the site is up
 * (`feed/send.ts`). Prints how to sign in.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDeps } from '../../src/deps.ts';
import { createApiKey } from '../../src/integration/index.ts';
import { loadConfig } from '../../src/platform/config/config.ts';
import { createLog } from '../../src/platform/log/log.ts';
import { DAY } from '../../src/shared/clock.ts';
import { expectOk } from '../../src/shared/result.ts';
import { eventScenes } from './events/play.ts';
import { pastPayments } from './families/past-payments.ts';
import { playCast } from './families/play.ts';
import { DEMO_PASSWORD, EDITOR, everybody, hireStaff } from './families/staff.ts';

const config = loadConfig(process.env);
if (config.mode === 'production') throw new Error('A demo is not put into production.');

const now = Date.now();
let clock = now - 400 * DAY;
const deps = await createDeps(config, {
  now: () => clock,
  payments: pastPayments(config.stripe.checkoutOrigin),
  log: createLog({ level: 'warn' }),
});
try {
  const staffId = await hireStaff(deps);
  const editorId = (await deps.read.accounts.byEmail(EDITOR.email))?.id ?? '';
  const also = eventScenes(deps, { now, editorId });
  const { members, units } = await playCast(deps, (at) => void (clock = at), { now, staffId, also });
  const key = expectOk(
    await createApiKey(deps, {
      name: 'LIMS',
      scopes: ['units:write'],
      actor: { kind: 'system', id: 'seed' },
    }),
  );
  writeFileSync(
    path.join(config.dataDir, 'laboratory.json'),
    JSON.stringify({ apiKey: key.secret, units }, null, 2),
    { mode: 0o600 },
  );
  const line = (left: string, right: string): string => `    ${left.padEnd(30)}${right}`;
  console.log(
    [
      '  Families sign in at /sign-in with their phone; the code appears in the outbox viewer:',
      ...members.map(({ member }) =>
        line(member.mother.mobile, `${member.about.en} · ${member.mother.name}`),
      ),
      '',
      `  Staff sign in at /staff/sign-in with the password ${DEMO_PASSWORD};`,
      '  their authenticator codes are on top of the outbox viewer:',
      ...everybody.map(({ email, roles }) => line(email, roles.join(', '))),
      '',
      `  API key of the laboratory (LIMS): in ${path.join(config.dataDir, 'laboratory.json')}`,
    ].join('\n'),
  );
} finally {
  await deps.close();
}
