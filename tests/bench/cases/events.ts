/**
 * Five hundred people book the thirty seats of a class at the same moment, each a transaction of its own down to the synced
 * file: exactly thirty seats are given, the other 470 wait in the order of their turns, and thirty who cancel move up
 * exactly the first thirty of them. The speed is compared with inserting the same number of sealed rows barely, a commit
 * each: our booking also reads the event, looks for the mobile, counts, writes the audit chain and promises a message.
 */
import Database from 'libsql';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { createDeps, type Deps } from '#src/deps.ts';
import { bookSeats, cancelBooking, createEvents, publishEvent, type Booking } from '#src/events/index.ts';
import { loadConfig } from '#src/platform/config/config.ts';
import { createLog } from '#src/platform/log/log.ts';
import { VISITOR } from '#src/shared/actor.ts';
import { addDays, today } from '#src/shared/civil-date.ts';
import { newId } from '#src/shared/ids.ts';
import { expectOk } from '#src/shared/result.ts';
import { bookingsOf, draft, EDITOR } from '../../support/events.ts';
import { scaled, WORK, type Case } from '../case.ts';
import { atLeastShare, exactly } from '../rows.ts';

const PEOPLE = 500;
const SEATS = 30;

async function empty(name: string): Promise<string> {
  const dataDir = path.join(WORK, name);
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const database = openDatabase({ url: `file:${path.join(dataDir, 'portal.db')}` });
  await migrate(database);
  database.close();
  return dataDir;
}

const mobile = (n: number): string => `1381${String(n).padStart(7, '0')}`;

/** Rows as a booking leaves them, sealed, a commit each; no event is read and nobody is counted. */
async function bareInserts({ vault }: Deps, count: number): Promise<number> {
  const file = path.join(await empty('bare-bookings'), 'portal.db');
  const database = new Database(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF');
  const insert = database.prepare(
    "INSERT INTO event_bookings (id, event_id, turn, state, people, name, phone, phone_index, locale, token_hash, token, created_at) VALUES (?, 'eve_', ?, 'waiting', 1, ?, ?, ?, 'zh', ?, ?, 0)",
  );
  const seal = (text: string): string => vault.seal(text, 'bench');
  const started = performance.now();
  for (let n = 0; n < count; n++) {
    const [phone, token] = [mobile(n), vault.token()];
    const index = vault.index(phone, 'phone');
    const name = seal(`样例${n}`);
    insert.run([newId('eventBooking'), n, name, seal(phone), index, vault.hash(token), seal(token)]);
  }
  const rate = count / ((performance.now() - started) / 1000);
  database.close();
  return rate;
}

const turns = (bookings: readonly Booking[]): string => bookings.map(({ turn }) => turn).join();
const inARow = (first: number, count: number): string =>
  Array.from({ length: count }, (_, n) => first + n).join();

export const eventBookings: Case = async () => {
  const config = loadConfig({ APP_MODE: 'test', DATA_DIR: await empty('bookings') });
  const deps = await createDeps(config, { log: createLog({ level: 'silent' }) });
  try {
    const date = addDays(today(deps.now()), 7);
    const made = { actor: EDITOR, draft: draft({ date }), capacity: SEATS, repeat: null };
    const [id = ''] = expectOk(await createEvents(deps, made)).ids;
    expectOk(await publishEvent(deps, { actor: EDITOR, id, version: 1, following: false }));
    // A scaled run still fills the room and makes a list.
    const people = Math.max(3 * SEATS, scaled(PEOPLE));
    const started = performance.now();
    const asked = Array.from({ length: people }, (_, n) =>
      bookSeats(deps, {
        actor: VISITOR,
        eventId: id,
        name: `样例${n}`,
        phone: mobile(n),
        email: null,
        people: 1,
        locale: 'zh',
      }),
    );
    const booked = (await Promise.all(asked)).map((one) => expectOk(one));
    const rate = people / ((performance.now() - started) / 1000);
    const all = await bookingsOf({ deps }, id);
    const seated = all.filter(({ state }) => state === 'confirmed');
    const waiting = all.filter(({ state }) => state === 'waiting');
    const ordered =
      turns(seated) === inARow(1, SEATS) && turns(waiting) === inARow(SEATS + 1, people - SEATS);

    const seats = booked.filter(({ state }) => state === 'confirmed');
    const left = await Promise.all(
      seats.map(({ token }) => cancelBooking(deps, { which: { token }, actor: VISITOR })),
    );
    left.forEach((one) => expectOk(one));
    const after = (await bookingsOf({ deps }, id)).filter(({ state }) => state === 'confirmed');
    const movedUp = turns(after) === inARow(SEATS + 1, SEATS);
    const bare = await bareInserts(deps, people);
    return [
      exactly('events: seats given', seated.length, 'seats', 'seats there are', SEATS),
      exactly('events: on the waiting list', waiting.length, 'bookings', 'everybody else', people - SEATS),
      exactly('events: the list in the order of arrival', Number(ordered), 'lists', 'the one list', 1),
      exactly('events: moved up in order as all leave', Number(movedUp), 'lists', 'the one list', 1),
      atLeastShare('events: bookings at once', rate, 'bookings/s', 'bare sealed inserts', bare, 0.15),
    ];
  } finally {
    await deps.close();
  }
};
