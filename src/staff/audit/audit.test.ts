import { sql } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ourFiles, ROOT } from '../../../tests/repo/files.ts';
import { COUNSELLOR, decide, submitted } from '../../../tests/support/enrolment.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { addDays, asCivilDate, startOfDay } from '../../shared/civil-date.ts';
import { DAY } from '../../shared/clock.ts';
import { expectOk, ok } from '../../shared/result.ts';
import { auditLine, wordedActions } from './audit-line.ts';
import { objectSought } from './object-sought.ts';

let house: House;
beforeEach(async () => void (house = await testHouse()));
afterEach(() => house.close());

const record = (action: string, id: string) =>
  house.deps.transaction(async ({ audit }) => {
    await audit.record({ action, actor: COUNSELLOR, object: { kind: 'route', id } });
    return ok();
  });
const sentences = async (locale: 'zh' | 'en') => {
  const { rows } = await house.deps.read.auditLog.page({});
  const names = await house.deps.read.auditLog.namesOf(rows);
  return rows.map((row) => {
    const { who, did, object } = auditLine(row, names, locale);
    return `${who}${locale === 'zh' ? '' : ' '}${did[0]}${object}${did[1]}`;
  });
};

describe('a row of the log, read by a person', () => {
  it('is a sentence that names the case by the number people know', async () => {
    const { id } = await submitted(house);
    expectOk(await decide(house, id, { action: 'accept', evidenceChecked: false }));
    const number = (await house.deps.read.enrolments.byId(id))?.number ?? '';
    expect((await sentences('zh'))[0]).toBe(`一位工作人员收下了报名${number}`);
    expect((await sentences('en'))[0]).toBe(`A member of staff accepted enrolment ${number}`);
  });

  it('has words for every action the house records', () => {
    const recorded = ourFiles
      .filter((file) => /^src\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
      .flatMap((file) => [
        ...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/\.record\(\{\s*action:([^,]+),/g),
      ])
      .map(([, written = '']) => written);
    const named = recorded.flatMap((written) =>
      [...written.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(55);
    expect([...new Set(named)].filter((name) => !wordedActions(name))).toEqual([]);
    // Those that are put together: after a decision, and by the constant that is looked for again.
    const made = recorded.filter((written) => !written.includes("'")).map((written) => written.trim());
    expect(made).toEqual(['`enrolment.${to.value}`', 'PROPOSED']);
    for (const name of ['enrolment.accepted', 'enrolment.returned', 'enrolment.decline-proposed'])
      expect(wordedActions(name), name).toBe(true);
  });

  it('still says what happened when an action has no words yet', () => {
    const row = { seq: 1, at: 0, actorKind: 'api', actorId: 'lims', action: 'tank.moved', details: {} };
    const line = auditLine(
      { ...row, objectKind: 'tank', objectId: 'A3', hash: '', fits: true },
      new Map(),
      'zh',
    );
    expect([line.who, ...line.did, line.object]).toEqual(['接口lims', '做了“tank.moved”：', '', 'tank A3']);
  });
});
describe('asking the log', () => {
  it('takes a number, a unit or an id for what it is about', async () => {
    const { id } = await submitted(house);
    const number = (await house.deps.read.enrolments.byId(id))?.number ?? '';
    expect(await objectSought(house.deps, number.toLowerCase())).toBe(id);
    expect(
      await objectSought(house.deps, `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`),
    ).toBeNull();
    expect(await objectSought(house.deps, id)).toBe(id);
    expect(await objectSought(house.deps, 'G987626600001')).toBeNull();
    const { rows } = await house.deps.read.auditLog.page({ about: { kind: 'object', id } });
    expect(rows.map(({ action }) => action)).toEqual(['enrolment.submitted']);
  });

  it('finds a day by halves, however many rows there are, and pages inside it', async () => {
    for (let day = 0; day < 5; day += 1) {
      for (let row = 0; row < 30; row += 1) await record('event.held', `${day}-${row}`);
      house.clock.advance(DAY);
    }
    const { auditLog } = house.deps.read;
    const start = asCivilDate('2026-11-22');
    const [from, until] = [
      await auditLog.firstAt(startOfDay(start)),
      await auditLog.firstAt(startOfDay(addDays(start, 1))),
    ];
    expect([from, until]).toEqual([61, 91]);
    const { rows, older, newer } = await auditLog.page({ from, until });
    expect(rows).toHaveLength(30);
    expect([older, newer]).toEqual([null, null]);
    expect(rows[0]?.objectId).toBe('2-29');
    expect(await auditLog.firstAt(startOfDay(asCivilDate('2030-01-01')))).toBe(151);
    expect(await auditLog.firstAt(0)).toBe(1);
    const both = await auditLog.page({ from, until, by: COUNSELLOR.id, before: 70 });
    expect(both.rows.map(({ seq }) => seq)).toEqual([69, 68, 67, 66, 65, 64, 63, 62, 61]);
    expect(both.newer).toBe(69);
  });

  it('checks each row it shows against its hash and the row before, also where only some are shown', async () => {
    for (const id of ['a', 'b', 'a', 'b']) await record('event.held', id);
    const fit = async () =>
      (await house.deps.read.auditLog.page({ about: { kind: 'object', id: 'b' } })).rows.map(
        ({ seq, fits }) => [seq, fits],
      );
    expect(await fit()).toEqual([
      [4, true],
      [2, true],
    ]);
    await house.deps.database.db.run(sql.raw('DROP TRIGGER audit_log_refuses_update'));
    await house.deps.database.db.run(sql.raw(`UPDATE audit_log SET actor_id = 'x' WHERE seq = 2`));
    expect(await fit()).toEqual([
      [4, true],
      [2, false],
    ]);
    await house.deps.database.db.run(sql.raw(`UPDATE audit_log SET hash = 'x' WHERE seq = 3`));
    expect(await fit()).toEqual([
      [4, false],
      [2, false],
    ]);
  });
});
