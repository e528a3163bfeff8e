/**
 * The laboratory of the demo: reports the named families' units, then a few thousand others, through the API. Runs behind a
 * site that is already open; sent once per data folder.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventsFor, type FamilyUnit } from './families.ts';
import { feed } from './generate.ts';
import { replay } from './replay.ts';

const folder = process.env['DATA_DIR'] ?? '.data/demo';
const origin = process.env['PUBLIC_ORIGIN'] ?? 'http://localhost:4321';
const sent = path.join(folder, 'feed-sent.json');

if (!existsSync(sent)) {
  const { apiKey, units } = JSON.parse(readFileSync(path.join(folder, 'laboratory.json'), 'utf8')) as {
    apiKey: string;
    units: FamilyUnit[];
  };
  const families = await replay(origin, apiKey, units.flatMap(eventsFor));
  const sample = await replay(origin, apiKey, feed());
  console.log(JSON.stringify({ families, sample }));
  writeFileSync(sent, JSON.stringify({ families, sample }, null, 2));
}
