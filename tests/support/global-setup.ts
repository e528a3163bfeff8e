import {
  COUNSELLOR,
  DEMO_PASSWORD,
  EDITOR,
  SECOND_COUNSELLOR,
  type Employee,
} from '../../db/seed/families/staff.ts';
import { startSite } from './site.ts';

/** Signs somebody of the demo's staff in as a browser without scripts would, and answers the session cookie. */
async function sessionOf(origin: string, { email }: Employee): Promise<string> {
  const codes = (await (await fetch(`${origin}/dev/outbox?format=codes`)).json()) as {
    email: string;
    code: string;
  }[];
  const totp = codes.find((one) => one.email === email)?.code ?? '';
  const page = await (await fetch(`${origin}/staff/sign-in`)).text();
  const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const answer = await fetch(new URL(action, `${origin}/staff/sign-in`), {
    method: 'POST',
    headers: { origin, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ email, password: DEMO_PASSWORD, totp }),
    redirect: 'manual',
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-session='));
  if (!cookie) throw new Error(`${email} could not sign in: ${answer.status}`);
  return cookie.slice(0, cookie.indexOf(';'));
}

/** One site for all journeys; each makes its own people, so they do not meet. */
export default async function setUp(): Promise<() => Promise<void>> {
  const site = await startSite();
  process.env['SITE_ORIGIN'] = site.origin;
  process.env['SANDBOX_SITE_ORIGIN'] = site.sandboxOrigin;
  process.env['SITE_SIGN_INS'] = site.signIns;
  process.env['SITE_DATA_DIR'] = site.dataDir;
  try {
    process.env['COUNSELLOR_SESSION'] = await sessionOf(site.origin, COUNSELLOR);
    process.env['AUDITOR_SESSION'] = await sessionOf(site.origin, SECOND_COUNSELLOR);
    process.env['EDITOR_SESSION'] = await sessionOf(site.origin, EDITOR);
  } catch (error) {
    await site.stop();
    throw error;
  }
  return () => site.stop();
}
