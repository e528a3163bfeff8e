/** The custody line as a family reads it: what happened, when, how warm the blood was, and what is still to come. */
import { HOUR, MINUTE, type Instant } from '../../shared/clock.ts';
import { formatInstant, formatNumber } from '../../shared/format.ts';
import { translator, type Locale } from '../../shared/i18n.ts';
import { hospitalIn } from '../../content/hospital-names.ts';
import type { EnrolmentPolicy, HospitalsPolicy, Threshold } from '../../content/policies.ts';
import type { Standing } from '../lab/judge-result.ts';
import { unitMessages } from '../unit-messages.ts';
import type { StoredEvent, Unit, UnitResult } from '../unit-store.ts';

export interface JourneyItem {
  readonly state: 'done' | 'now' | 'todo' | 'end';
  readonly temperature?: '37' | '20' | '4' | '80' | '196';
  readonly when?: string;
  readonly title: string;
  readonly note?: string;
}

type Data = Readonly<Record<string, unknown>>;
const number = (data: Data, name: string): number | null =>
  typeof data[name] === 'number' ? data[name] : null;

/** `17小时28分` · `17 h 28 min`. */
export function durationOf(from: Instant, to: Instant, locale: Locale): string {
  const t = translator(unitMessages, locale);
  const minutes = Math.max(0, Math.round((to - from) / MINUTE));
  const rest = minutes % 60;
  const hours = (minutes - rest) / 60;
  if (hours === 0) return t('hours.less', { minutes });
  return rest === 0 ? t('hours.exact', { hours }) : t('hours.both', { hours, minutes: rest });
}

export interface ResultsSoFar {
  readonly standing: Standing;
  /** When the last awaited result came; null while some are missing. */
  readonly doneAt: Instant | null;
}
const KEPT = { met: 'step.kept', pending: 'step.keptPending', 'not-met': 'step.keptNotMet' } as const;

export function journeyOf(
  unit: Pick<Unit, 'state' | 'tankGroup' | 'collectedAt' | 'receivedAt' | 'lastEventAt'>,
  events: readonly StoredEvent[],
  locale: Locale,
  results: ResultsSoFar,
  policies: { readonly transport: EnrolmentPolicy['transport']; readonly hospitals: HospitalsPolicy },
): JourneyItem[] {
  const { transport, hospitals } = policies;
  const t = translator(unitMessages, locale);
  const at = (instant: Instant): string => formatInstant(instant, locale, { time: true });
  const found = (kind: StoredEvent['kind']) => events.find((event) => event.kind === kind);
  const items: JourneyItem[] = [];
  const [kit, collected, pickedUp, received] = [
    found('kit.dispatched'),
    found('collected'),
    found('picked-up'),
    found('received'),
  ];
  const notCollected = found('not-collected');
  if (kit && !collected)
    items.push({
      state: 'done',
      when: at(kit.at),
      title: t('step.kit'),
      ...(notCollected ? {} : { note: t('step.kitNote') }),
    });
  if (notCollected) {
    items.push({ state: 'end', when: at(notCollected.at), title: t('step.notCollected') });
    return items;
  }
  if (collected)
    items.push({
      state: 'done',
      temperature: '37',
      when: at(collected.at),
      title: t('step.collected'),
      ...noteOf([
        typeof collected.data['hospital'] === 'string'
          ? hospitalIn(hospitals, collected.data['hospital'], locale)
          : null,
        collected.data['motherSample'] === true ? t('step.motherSample') : null,
      ]),
    });
  if (pickedUp || received) items.push(roadItem(t, at, { collected, pickedUp, received }, transport, locale));
  const checked = found('identity-checked');
  if (received)
    items.push({
      state: 'done',
      temperature: '4',
      when: at((checked ?? received).at),
      title: checked ? t('step.checked', { n: number(checked.data, 'people') ?? 2 }) : t('step.received'),
      ...(checked ? { note: t('step.checkedNote') } : {}),
    });
  const prepared = found('prepared');
  const frozen = found('frozen');
  if (unit.state === 'rejected' || unit.state === 'disposed') {
    const volume = events.find((event) => event.kind === 'result' && event.data['test'] === 'volume');
    const value = volume ? number(volume.data, 'value') : null;
    if (volume && value !== null && !prepared)
      items.push({
        state: 'done',
        temperature: '4',
        when: at(volume.at),
        title: t('step.measured', { value: formatNumber(value, locale) }),
      });
  }
  if (frozen || prepared)
    items.push({
      state: 'done',
      temperature: '80',
      when: at((frozen ?? prepared)?.at ?? unit.lastEventAt),
      title: t(frozen ? 'step.frozen' : 'step.prepared'),
      note: t('step.preparedNote'),
    });
  const stored = found('stored');
  if (stored)
    items.push({
      state: 'done',
      temperature: '196',
      when: at(stored.at),
      title: t('step.stored', { group: String(stored.data['tankGroup'] ?? '') }),
    });
  return [...items, ...endingOf(t, at, unit, events, results, locale)];
}

type T = ReturnType<typeof translator<typeof unitMessages>>;

function roadItem(
  t: T,
  at: (instant: Instant) => string,
  events: {
    collected?: StoredEvent | undefined;
    pickedUp?: StoredEvent | undefined;
    received?: StoredEvent | undefined;
  },
  transport: EnrolmentPolicy['transport'],
  locale: Locale,
): JourneyItem {
  const { collected, pickedUp, received } = events;
  const when = [pickedUp, received].flatMap((event) => (event ? [at(event.at)] : [])).join(' — ');
  if (!received) return { state: 'done', temperature: '20', when, title: t('step.roadOpen') };
  const taken = collected ? received.at - collected.at : 0;
  const slow =
    collected && taken > transport.aimHours * HOUR
      ? t(taken <= transport.acceptHours * HOUR ? 'step.overAim' : 'step.overAccept', {
          aim: transport.aimHours,
          accept: transport.acceptHours,
          hours: durationOf(collected.at, received.at, locale),
        })
      : null;
  const [low, high] = [number(received.data, 'minCelsius'), number(received.data, 'maxCelsius')];
  const measured =
    low !== null && high !== null
      ? t(received.data['alarm'] === true ? 'step.temperatureAlarm' : 'step.temperature', {
          low: String(low).replace('-', '−'),
          high: String(high).replace('-', '−'),
        })
      : null;
  return {
    state: 'done',
    temperature: '20',
    when,
    title: collected
      ? t('step.road', { hours: durationOf(collected.at, received.at, locale) })
      : t('step.roadOpen'),
    ...noteOf([collected ? t('step.roadNote') : null, slow, measured], locale === 'zh' ? '' : ' '),
  };
}

function noteOf(parts: readonly (string | null)[], join = ' · '): { note?: string } {
  const given = parts.filter((part) => part !== null);
  return given.length > 0 ? { note: given.join(join) } : {};
}

function endingOf(
  t: T,
  at: (instant: Instant) => string,
  unit: Pick<Unit, 'state' | 'tankGroup' | 'lastEventAt'>,
  events: readonly StoredEvent[],
  { doneAt, standing }: ResultsSoFar,
  locale: Locale,
): JourneyItem[] {
  const todo = (...titles: string[]): JourneyItem[] =>
    titles.map((title, index) => ({
      state: 'todo',
      title,
      ...(index === 0 ? { when: t('step.notYet') } : {}),
    }));
  switch (unit.state) {
    case 'stored': {
      const storedAt = events.find((event) => event.kind === 'stored')?.at ?? unit.lastEventAt;
      return [
        ...(doneAt === null
          ? []
          : [
              {
                state: 'done' as const,
                temperature: '196' as const,
                when: formatInstant(doneAt, locale),
                title: t(standing === 'met' ? 'step.resultsMet' : 'step.results'),
              },
            ]),
        {
          state: 'now',
          temperature: '196',
          // What the laboratory said, and since when: nobody has sent us a reading of the tank.
          when: t('step.since', { date: formatInstant(storedAt, locale) }),
          title: t(KEPT[standing]),
          note: t('step.keptNote', { group: unit.tankGroup ?? '' }),
        },
        ...(standing === 'not-met'
          ? []
          : todo(t(standing === 'met' ? 'step.expectUse' : 'step.expectResults'))),
      ];
    }
    case 'rejected':
    case 'disposed': {
      const rejected = events.find((event) => event.kind === 'rejected');
      const disposed = events.find((event) => event.kind === 'disposed');
      return [
        { state: 'end', when: at(rejected?.at ?? 0), title: t('step.tiedOff') },
        ...(disposed ? [{ state: 'end' as const, when: at(disposed.at), title: t('step.disposed') }] : []),
      ];
    }
    case 'kit-dispatched':
      return todo(t('step.expectCollect'), t('step.expectRoad'), t('step.expectLab'), t('step.expectStore'));
    case 'collected':
      return todo(t('step.expectRoad'), t('step.expectLab'), t('step.expectStore'));
    case 'in-transit':
    case 'received':
      return todo(t('step.expectLab'), t('step.expectStore'));
    default:
      return todo(t('step.expectStore'));
  }
}

/** When the last of the judged results came in, or null while one the policy asks for is missing. */
export function resultsDone(policy: readonly Threshold[], results: readonly UnitResult[]): Instant | null {
  const judged = policy.filter((row) => row.rule !== 'information').map((row) => row.test);
  const have = results.filter((result) => judged.includes(result.test));
  return have.length === judged.length ? Math.max(...have.map((result) => result.at)) : null;
}
