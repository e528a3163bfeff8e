/**
 * The same pages in a small and in a full bank, one request after the other so that nobody queues, many different families,
 * the two banks taking turns so that a restless machine disturbs both alike.
 */
import { as, bankOf, expectOnly, FULL, scaled, SMALL, type Case } from '../case.ts';
import { drive, type Drive, type Shot } from '../drive.ts';
import type { Bank } from '../generate.ts';
import { startSite, type Running } from '../processes.ts';
import { atMostTimes, type Row } from '../rows.ts';

const TURNS = 20;
const SHOTS_PER_TURN = 100;

interface Page {
  readonly name: string;
  readonly shot: (bank: Bank, deep: string | null) => (index: number) => Shot;
  /** A list whose link to older rows is followed this many times before measuring: the key must not cost more further in. */
  readonly deepIn?: number;
}

const PAGES: readonly Page[] = [
  {
    name: 'signed-in home',
    shot:
      ({ tokens: { stored } }) =>
      (index) =>
        as(stored[index % stored.length], '/family'),
  },
  {
    name: 'a unit and its results',
    shot:
      ({ tokens: { stored }, dins }) =>
      (index) =>
        as(stored[index % stored.length], `/family/units/${dins[index % dins.length]}`),
  },
  {
    name: 'counsellor queue',
    shot:
      ({ staffTokens }) =>
      () =>
        as(staffTokens['counsellor'], '/staff/enrolments'),
  },
  {
    name: 'decided enrolments, further in',
    deepIn: 20,
    shot:
      ({ staffTokens }, deep) =>
      () =>
        as(staffTokens['counsellor'], deep ?? '/staff/enrolments?state=accepted'),
  },
  {
    name: 'staff list of units',
    shot:
      ({ staffTokens }) =>
      () =>
        as(staffTokens['lab'], '/staff/units?state=stored'),
  },
  {
    name: 'staff list of units, further in',
    deepIn: 20,
    shot:
      ({ staffTokens }, deep) =>
      () =>
        as(staffTokens['lab'], deep ?? '/staff/units?state=stored'),
  },
  {
    name: 'audit log',
    shot:
      ({ staffTokens }) =>
      () =>
        as(staffTokens['auditor'], '/staff/audit'),
  },
];

/** Follows the link to older rows as a person would. */
async function furtherIn(site: Running, first: Shot, times: number): Promise<string> {
  let path = first.path;
  for (let i = 0; i < times; i++) {
    const response = await fetch(site.origin + path, { headers: { ...first.headers }, redirect: 'manual' });
    const html = await response.text();
    const older = [...html.matchAll(/href="([^"]*[?&;]after=[^"]*)"/g)].at(-1)?.[1];
    if (older === undefined)
      throw new Error(`no older rows after ${i} pages of ${first.path} (${response.status})`);
    path = older.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
  }
  return path;
}

const p99 = (runs: readonly Drive[]): number => {
  const all = runs.flatMap((run) => run.latencies).sort((a, b) => a - b);
  return all[Math.min(all.length - 1, Math.floor(all.length * 0.99))] ?? 0;
};

export const growth: Case = async () => {
  const small = await bankOf(SMALL);
  const full = await bankOf(FULL);
  const sites = [
    { bank: small, site: await startSite(small.dataDir), runs: [] as Drive[] },
    { bank: full, site: await startSite(full.dataDir), runs: [] as Drive[] },
  ] as const;
  const rows: Row[] = [];
  try {
    for (const page of PAGES) {
      const shots: ((index: number) => Shot)[] = [];
      for (const { bank, site } of sites) {
        const first = page.shot(bank, null);
        const deep = page.deepIn === undefined ? null : await furtherIn(site, first(0), page.deepIn);
        shots.push(page.shot(bank, deep));
      }
      for (const one of sites) one.runs.length = 0;
      for (let turn = 0; turn < scaled(TURNS); turn++)
        for (const [which, { site, runs }] of sites.entries()) {
          const shotAt = shots[which] as (index: number) => Shot;
          const warm = turn === 0 ? scaled(500) : 10;
          const from = turn * SHOTS_PER_TURN;
          const run = await drive(site.origin, site.pid, (index) => shotAt(from + index), {
            requests: SHOTS_PER_TURN,
            connections: 1,
            warm,
          });
          expectOnly(200, run.statuses);
          runs.push(run);
        }
      const name = `growth: ${page.name}, ${FULL.toLocaleString('en')} families`;
      rows.push(
        atMostTimes(name, p99(sites[1].runs), 'ms p99', `${SMALL} families`, p99(sites[0].runs), 1.5),
      );
    }
  } finally {
    for (const { site } of sites) await site.stop();
  }
  return rows;
};
