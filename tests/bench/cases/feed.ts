/**
 * The laboratory's feed through the API, events per second by the clock, against inserting the same rows barely: one
 * connection, prepared statements, as many events to a transaction, the same syncing. Bare inserts check nothing, judge no
 * result, fold no custody and tell nobody, so a twentieth of their speed is the bar; the absolute one is a whole bank's day
 * in a minute.
 */
import Database from 'libsql';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { feed } from '#db/seed/feed/generate.ts';
import { replay } from '#db/seed/feed/replay.ts';
import type { FeedEvent } from '#db/seed/feed/unit-life.ts';
import { openDatabase } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { newId } from '#src/shared/ids.ts';
import { bankOf, scaled, SMALL, WORK, type Case } from '../case.ts';
import { startSite } from '../processes.ts';
import { atLeast, atLeastShare } from '../rows.ts';

const UNITS = 2000;
const PER_TRANSACTION = 200;

async function bareInserts(events: readonly FeedEvent[]): Promise<number> {
  const dataDir = path.join(WORK, 'bare-feed');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'portal.db');
  const empty = openDatabase({ url: `file:${file}` });
  await migrate(empty);
  empty.close();
  const database = new Database(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const unit = database.prepare(
    "INSERT INTO units (id, din, product, baby, state, last_event_at, version) VALUES (?, ?, 'cord-blood', 1, ?, ?, 1) ON CONFLICT (din) DO UPDATE SET state = excluded.state, last_event_at = excluded.last_event_at",
  );
  const event = database.prepare(
    'INSERT INTO unit_events (id, unit_id, kind, at, source_id, payload, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const result = database.prepare(
    "INSERT INTO unit_results (id, unit_id, test, value, text, verdict, thresholds_version, at, event_id) VALUES (?, ?, ?, ?, ?, 'met', '2026-01-01', ?, ?) ON CONFLICT DO NOTHING",
  );
  const ids = new Map<string, string>();
  const started = performance.now();
  for (let from = 0; from < events.length; from += PER_TRANSACTION) {
    database.exec('BEGIN IMMEDIATE');
    for (const { din, kind, at, sourceId, data = {} } of events.slice(from, from + PER_TRANSACTION)) {
      const id = ids.get(din) ?? newId('unit');
      ids.set(din, id);
      const instant = Date.parse(at);
      const eventId = newId('unitEvent');
      unit.run([id, din.slice(0, 13), kind === 'stored' ? 'stored' : 'processing', instant]);
      event.run([eventId, id, kind, instant, sourceId, JSON.stringify(data), Date.now()]);
      if (kind !== 'result') continue;
      const value = typeof data['value'] === 'number' ? data['value'] : null;
      const text = typeof data['outcome'] === 'string' ? data['outcome'] : null;
      result.run([newId('unitResult'), id, String(data['test']), value, text, instant, eventId]);
    }
    database.exec('COMMIT');
  }
  const rate = events.length / ((performance.now() - started) / 1000);
  database.close();
  return rate;
}

export const feedEvents: Case = async () => {
  const bank = await bankOf(SMALL);
  // Of a seed and facility nobody in the bank has, so that every event is new.
  const events = [...feed({ seed: 7, units: scaled(UNITS) })];
  const site = await startSite(bank.dataDir);
  let summary;
  try {
    summary = await replay(site.origin, bank.apiKey, events);
  } finally {
    await site.stop();
  }
  const left = summary.events - summary.applied - summary.alreadyApplied;
  if (left > 0) throw new Error(`${left} events were refused: ${JSON.stringify(summary.refused)}`);
  const rate = summary.events / summary.seconds;
  return [
    atLeast('feed-events-per-second', rate, 'events/s', 1000),
    atLeastShare('feed-events-per-second', rate, 'events/s', 'bare inserts', await bareInserts(events), 0.05),
  ];
};
