/** The laboratory reports one unit of a contract, in a running demo: `npm run demo:lab -- HT-2026-000123-7 stored [baby]`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startOfDay, today } from '../../../src/shared/civil-date.ts';
import { dinCheckCharacter } from '../../../src/shared/identifiers/index.ts';
import { parseCaseNumber } from '../../../src/shared/numbers.ts';
import { eventsFor, STORIES, type Story } from './families.ts';
import { replay } from './replay.ts';
import { storiesAfter, tellOn, type Told } from './told.ts';

/** What to do about a refusal that stops a whole story. */
const WHY: Readonly<Record<string, string>> = {
  'unknown-contract': 'There is no such contract in this demo: look its number up under /family/documents.',
  'contract-not-signed': 'Sign the contract first, as every guardian it names.',
  'first-payment-missing': 'Pay the first bill first, under /family/fees.',
  'no-such-baby': 'The contract has fewer babies.',
  'baby-has-a-unit':
    'This baby already has a unit that was told elsewhere (the demo\u2019s own families have theirs from the start): use a contract of your own, or another baby.',
};

const [contractNumber, story = 'stored', baby = '1'] = process.argv.slice(2);
function refuse(reason: string): never {
  console.error(`${reason}\nUsage: npm run demo:lab -- CONTRACT-NUMBER [STORY] [BABY]`);
  process.exit(2);
}
if (!contractNumber) refuse('Which contract?');
const parsed = parseCaseNumber(contractNumber);
if (!parsed.ok || !parsed.value.startsWith('HT-'))
  refuse(`${contractNumber} is not the number of a contract; it looks like HT-2026-000123-7.`);
if (!Object.hasOwn(STORIES, story))
  refuse(`There is no story ${story}, only: ${Object.keys(STORIES).join(', ')}.`);
if (!/^[1-4]$/.test(baby)) refuse('The baby is a number from 1 to 4.');
const folder = process.env['DATA_DIR'] ?? '.data/demo';
const origin = process.env['PUBLIC_ORIGIN'] ?? `http://localhost:${process.env['PORT'] ?? '4321'}`;
const { apiKey } = JSON.parse(readFileSync(path.join(folder, 'laboratory.json'), 'utf8')) as {
  apiKey: string;
};
// The last four digits of the contract's running number and the baby make the unit's, so that no two contracts share one.
const body = `G9876267${parsed.value.slice(10, 14)}${baby}`;
const din = `${body}${dinCheckCharacter(body)}`;
// What was told before stays told: the next story goes on from there.
const memory = path.join(folder, 'told', `${din}.json`);
const told = existsSync(memory) ? (JSON.parse(readFileSync(memory, 'utf8')) as Told) : null;
const now = Date.now();
const tell = (after?: number): Told => {
  const whole = eventsFor({
    din,
    contractNumber,
    baby: Number(baby),
    story: story as Story,
    now,
    ...(after === undefined ? {} : { after }),
  });
  const next = tellOn(told, story as Story, whole, now);
  if (next) return next;
  const left = storiesAfter(told?.story ?? 'stored');
  return refuse(
    `${din} has been told as “${told?.story}”, and what happened to a unit is not taken back: it cannot become “${story}”. ${
      left.length > 0
        ? `It can still become: ${left.join(', ')}.`
        : 'Nothing can follow that: use another contract, or another baby of this one.'
    }`,
  );
};
let telling = tell();
let answer = await replay(origin, apiKey, telling.events);
if (told === null && answer.refused['kit-before-signing'] !== undefined) {
  console.log(
    `Contract ${contractNumber} was signed after this story began, so it is told in fast motion, all of it today.`,
  );
  telling = tell(startOfDay(today(now)));
  answer = await replay(origin, apiKey, telling.events);
}
console.log(din, JSON.stringify(answer));
const refused = Object.keys(answer.refused);
if (refused.length > 0) {
  console.error(`The site refused ${refused.join(', ')}. ${WHY[refused[0] ?? ''] ?? ''}`.trim());
  process.exit(1);
}
mkdirSync(path.dirname(memory), { recursive: true });
writeFileSync(memory, JSON.stringify(telling));
