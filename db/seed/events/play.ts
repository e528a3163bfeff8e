/** Lets the demo's events happen, through the product's own doors: planned, booked, attended, one cancelled. */
import type { Deps } from '../../../src/deps.ts';
import {
  bookSeats,
  cancelEvent,
  checkIn,
  createEvents,
  eraseRegistrants,
  holdOver,
  publishEvent,
  walkIn,
} from '../../../src/events/index.ts';
import { VISITOR, type Actor } from '../../../src/shared/actor.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../../src/shared/clock.ts';
import { expectOk } from '../../../src/shared/result.ts';
import { past, upcoming, type Planned } from './programme.ts';

/** Something that happens at a moment. */
export interface Scene {
  readonly at: Instant;
  readonly play: () => Promise<void>;
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗'];
let people = 0;

/** Nobody: numbers of a block of their own, apart from those of the named families. */
const somebody = (): { readonly name: string; readonly phone: string; readonly locale: 'zh' | 'en' } => {
  people += 1;
  const foreign = people % 9 === 0;
  return {
    name: foreign ? 'Sample' : `${SURNAMES[people % SURNAMES.length]}女士`,
    phone: `1390002${String(people).padStart(4, '0')}`,
    locale: foreign ? 'en' : 'zh',
  };
};

/** One planned event as scenes: made three weeks ahead, booked over the days that follow, held, or cancelled. */
function scenesOf(deps: Deps, planned: Planned, now: Instant, editor: Actor): Scene[] {
  const { draft, parties = [], came = [], walkIns = [] } = planned;
  const startsAt = Date.parse(`${draft.date}T${draft.starts}:00+08:00`);
  const madeAt = Math.min(startsAt - 21 * DAY, now - 3 * DAY);
  let ids: readonly string[] = [];
  const bookings: string[] = [];
  const first = (): string => ids[0] ?? '';
  const scenes: Scene[] = [
    {
      at: madeAt,
      play: async () => {
        const { capacity, repeat = null } = planned;
        ids = expectOk(await createEvents(deps, { actor: editor, draft, capacity, repeat })).ids;
        if (planned.unpublished) return;
        const [id = ''] = ids;
        expectOk(await publishEvent(deps, { actor: editor, id, version: 1, following: true }));
      },
    },
  ];
  for (const [index, size] of parties.entries())
    scenes.push({
      at: madeAt + HOUR + index * 2 * HOUR,
      play: async () => {
        const booked = await bookSeats(deps, {
          actor: VISITOR,
          eventId: first(),
          ...somebody(),
          email: null,
          people: size,
        });
        bookings.push(expectOk(booked).bookingId);
        await deps.runJobs();
      },
    });
  if (planned.cancelled) {
    const reason = planned.cancelled;
    scenes.push({
      at: now - 5 * HOUR,
      play: async () => {
        const id = first();
        const version = (await deps.read.events.byId(id))?.version ?? 0;
        expectOk(await cancelEvent(deps, { actor: editor, id, version, following: false, reason }));
        await deps.runJobs();
      },
    });
  }
  if (startsAt < now) {
    scenes.push({
      at: startsAt - 10 * MINUTE,
      play: async () => {
        for (const [index, size] of came.entries()) {
          const bookingId = bookings[index] ?? '';
          expectOk(await checkIn(deps, { actor: editor, eventId: first(), bookingId, people: size }));
        }
        for (const size of walkIns)
          expectOk(await walkIn(deps, { actor: editor, eventId: first(), people: size }));
      },
    });
    scenes.push({
      at: Date.parse(`${draft.date}T${draft.ends}:00+08:00`) + MINUTE,
      play: async () => void (await holdOver(deps)),
    });
  }
  return scenes;
}

/** Everything that happens to the demo's events up to now, to be played in the order of its moments. */
export function eventScenes(
  deps: Deps,
  { now, editorId }: { now: Instant; editorId: string },
): readonly Scene[] {
  const editor: Actor = { kind: 'staff', id: editorId };
  return [
    ...[...past(now), ...upcoming(now)].flatMap((planned) => scenesOf(deps, planned, now, editor)),
    { at: now - MINUTE, play: async () => void (await eraseRegistrants(deps)) },
  ];
}
