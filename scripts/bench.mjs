// @ts-check
import { fail, install, onHouseNode, runNode } from './house.mjs';
import { existsSync } from 'node:fs';

install();
await onHouseNode();
const script = 'tests/bench/run.ts';
if (!existsSync(new URL(`../${script}`, import.meta.url))) fail(`${script} does not exist yet.`);
process.exit(runNode([script, ...process.argv.slice(2)]));
