/**
 * Keeping one page of the enrolment form: the real POST with a session and an Origin, a changed address each time, down to
 * the synced file. The baseline does only what no implementation could leave out: read session and draft, open the sealed
 * answers, change one, seal, one committed UPDATE. Ours also routes, checks the origin and every answer of the form's rules
 * and re-renders nothing (303). A fifth of that bare speed is the bar: the rules may cost four times the bare write, which
 * at a few hundred microseconds still leaves thousands of saves a second; past that the form itself has become slow.
 */
import { as, bankOf, expectOnly, median, scaled, SMALL, type Case } from '../case.ts';
import { drive, type Shot } from '../drive.ts';
import { startBaseline, startSite, type Running } from '../processes.ts';
import { atLeastAsGood, atMost } from '../rows.ts';

const ROUNDS = 3;
/** p99 under the planned load must stay below half a second (QUALITY, "Planned load"). */
const SLOWEST = 500;

export const enrolmentStep: Case = async () => {
  const bank = await bankOf(SMALL * 4);
  const people = bank.tokens['half-filled'];
  let saved = 0;
  const shotOn =
    (origin: string) =>
    (index: number): Shot => {
      // Another address each time: an unchanged page is not written at all.
      const fields = {
        step: 'address',
        seen: '1000000',
        homeDistrict: '370102',
        homeLine: `样例路${++saved}号样例小区2号楼301`,
        email: '',
      };
      const shot = as(people[index % people.length], '/enrol/address?_action=enrolment.saveStep');
      return {
        ...shot,
        method: 'POST',
        headers: {
          ...shot.headers,
          origin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(fields).toString(),
      };
    };
  const site = await startSite(bank.dataDir);
  const running: Running[] = [site];
  const cpu = { ours: [] as number[], bare: [] as number[] };
  const p99: number[] = [];
  try {
    const bare = await startBaseline('draft-update.ts', bank.file);
    running.push(bare);
    for (let round = 0; round < ROUNDS; round++) {
      const options = { requests: scaled(1500), warm: scaled(round === 0 ? 700 : 100), connections: 4 };
      const ours = await drive(site.origin, site.pid, shotOn(site.origin), options);
      expectOnly(303, ours.statuses);
      cpu.ours.push(ours.cpuMicrosPerRequest);
      p99.push(ours.p99);
      const other = await drive(bare.origin, bare.pid, shotOn(bare.origin), options);
      expectOnly(303, other.statuses);
      cpu.bare.push(other.cpuMicrosPerRequest);
    }
  } finally {
    for (const each of running) await each.stop();
  }
  const bareName = 'node:http, one sealed draft updated';
  return [
    atLeastAsGood('enrolment-step', median(cpu.ours), 'µs CPU per request', bareName, median(cpu.bare), 0.2),
    atMost('enrolment-step: p99, 4 at once', median(p99), 'ms', SLOWEST),
  ];
};
