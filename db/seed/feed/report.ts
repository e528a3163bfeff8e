/** The laboratory reports one unit of a contract, in a running demo: `npm run demo:lab -- HT-2026-000123-7 stored [baby]`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dinCheckCharacter } from '../../../src/shared/identifiers/index.ts';
import { parseCaseNumber } from '../../../src/shared/numbers.ts';
import { eventsFor, STORIES, type Story } from './families.ts';
import { replay } from './replay.ts';

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
const events = eventsFor({ din, contractNumber, baby: Number(baby), story: story as Story, now: Date.now() });
console.log(din, JSON.stringify(await replay(origin, apiKey, events)));
