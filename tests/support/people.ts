/** Who walks through the house in every test: signed in once, before the first, since a code is sent once a minute. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventsFor, type Story } from '../../db/seed/feed/families.ts';
import { DEMO_PASSWORD, everybody } from '../../db/seed/families/staff.ts';
import { dinCheckCharacter } from '../../src/shared/identifiers/index.ts';
import { Visitor } from './visitor.ts';

/** Of the demo's cast, and in no journey: half-way through the form; submitted; stored; contaminated. */
export const FAMILIES = {
  halfFilled: '13900000001',
  submitted: '13900000002',
  stored: '13900000012',
  rejected: '13900000014',
} as const;

/** Name of a family or address of an employee → their cookies. */
export type Sessions = Readonly<Record<string, string>>;

/** The laboratory tells the whole story of the unit of this family. */
async function reportUnit(visitor: Visitor, key: string, serial: number, story: Story): Promise<void> {
  const { html } = await visitor.get('/family/documents');
  const contractNumber = /HT-\d{4}-\d{6}-[\dX]/.exec(html)?.[0] ?? '';
  const body = `G987526${String(serial).padStart(6, '0')}`;
  const din = `${body}${dinCheckCharacter(body)}`;
  const events = eventsFor({ din, baby: 1, now: Date.now(), contractNumber, story });
  const answer = await fetch(`${visitor.origin}/api/v1/unit-events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
    body: events.map((event) => JSON.stringify(event)).join('\n'),
  });
  if (answer.status !== 200) throw new Error(`the laboratory was not heard: ${answer.status}`);
}

async function signInStaff(origin: string): Promise<Record<string, string>> {
  const codes = (await (await fetch(`${origin}/dev/outbox?format=codes`)).json()) as {
    email: string;
    code: string;
  }[];
  const sessions: Record<string, string> = {};
  for (const { email } of everybody) {
    const visitor = new Visitor(origin);
    const totp = codes.find((one) => one.email === email)?.code ?? '';
    const door = await visitor.get('/staff/sign-in');
    const inside = await visitor.send(door, 'staff.signIn', { email, password: DEMO_PASSWORD, totp });
    if (inside.path !== '/staff') throw new Error(`${email} could not sign in: ${inside.status}`);
    sessions[email] = visitor.cookies;
  }
  return sessions;
}

/** Signs everybody in, and lets the laboratory report on two families' units. */
export async function signInEverybody(origin: string, dataDir: string): Promise<Sessions> {
  const sessions = await signInStaff(origin);
  const families = new Map<string, Visitor>();
  for (const [name, phone] of Object.entries(FAMILIES)) {
    const visitor = new Visitor(origin);
    await visitor.signIn(phone);
    families.set(name, visitor);
    sessions[name] = visitor.cookies;
  }
  const { apiKey } = JSON.parse(readFileSync(path.join(dataDir, 'laboratory.json'), 'utf8')) as {
    apiKey: string;
  };
  await reportUnit(families.get('stored')!, apiKey, 990_001, 'stored');
  await reportUnit(families.get('rejected')!, apiKey, 990_002, 'rejected-contamination');
  return sessions;
}
