/** The laboratory reports one unit of a contract, in a running demo: `npm run demo:lab -- HT-2026-000123-7 stored [baby]`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dinCheckCharacter } from '../../../src/shared/identifiers/index.ts';
import { eventsFor, type Story } from './families.ts';
import { replay } from './replay.ts';

const [contractNumber, story = 'stored', baby = '1'] = process.argv.slice(2);
if (!contractNumber) {
  console.error('Usage: npm run demo:lab -- CONTRACT-NUMBER [STORY] [BABY]');
  process.exit(2);
}
const folder = process.env['DATA_DIR'] ?? '.data/demo';
const origin = process.env['PUBLIC_ORIGIN'] ?? `http://localhost:${process.env['PORT'] ?? '4321'}`;
const { apiKey } = JSON.parse(readFileSync(path.join(folder, 'laboratory.json'), 'utf8')) as {
  apiKey: string;
};
// The contract's running number makes the unit's, so that telling a story twice tells it about the same unit.
const body = `G987626${contractNumber.slice(8, 14).replace(/^0/, '7')}`.slice(0, 12) + baby;
const din = `${body}${dinCheckCharacter(body)}`;
const events = eventsFor({ din, contractNumber, baby: Number(baby), story: story as Story, now: Date.now() });
console.log(din, JSON.stringify(await replay(origin, apiKey, events)));
