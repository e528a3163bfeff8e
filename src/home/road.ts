/** The five steps from birth to the tank: solid as far as the unit has come, dashed after that. Pure. */
import { today } from '../shared/civil-date.ts';
import { formatDate } from '../shared/format.ts';
import { translator, type Locale } from '../shared/i18n.ts';
import type { Unit } from '../units/index.ts';
import { homeMessages } from './home-messages.ts';
import type { Thing } from './next-things.ts';

export interface RoadStep {
  readonly state: 'done' | 'now' | 'todo';
  readonly temperature?: '37' | '20' | '4' | '80' | '196';
  readonly when?: string;
  readonly title: string;
}

const STEPS = [
  { id: 'collected', temperature: '37' },
  { id: 'road', temperature: '20' },
  { id: 'laboratory', temperature: '4' },
  { id: 'frozen', temperature: '80' },
  { id: 'stored', temperature: '196' },
] as const;

/** How many steps lie behind, and which is under way; a unit in the tank is stored only when every requirement is met. */
const REACHED: Partial<Record<Unit['state'], { readonly done: number; readonly now: boolean }>> = {
  'kit-dispatched': { done: 0, now: false },
  collected: { done: 1, now: false },
  'in-transit': { done: 1, now: true },
  received: { done: 2, now: true },
  processing: { done: 2, now: true },
  frozen: { done: 4, now: false },
  stored: { done: 4, now: true },
};

/** Null once nothing lies ahead of this family's unit. Before there is one, it starts at what is being done now. */
export function roadOf(unit: Unit | null, things: readonly Thing[], locale: Locale): RoadStep[] | null {
  const t = translator(homeMessages, locale);
  const reached = unit ? REACHED[unit.state] : { done: 0, now: false };
  const here = things.find((thing) => thing.kind === 'do') ?? things.find((thing) => thing.kind === 'wait');
  if (!reached || (!unit && !here)) return null;
  const days: readonly (number | null)[] = [unit?.collectedAt ?? null, unit?.receivedAt ?? null];
  const start: RoadStep[] =
    reached.done === 0 && here ? [{ state: 'now', when: t('life.now'), title: here.step ?? here.title }] : [];
  return [
    ...start,
    ...STEPS.map(({ id, temperature }, at): RoadStep => {
      const state = at < reached.done ? 'done' : at === reached.done && reached.now ? 'now' : 'todo';
      const day = days[at] ?? null;
      return {
        state,
        ...(state === 'todo' ? {} : { temperature }),
        ...(state === 'done' && day !== null
          ? { when: formatDate(today(day), locale) }
          : state === 'now'
            ? { when: t('life.now') }
            : at === reached.done
              ? { when: t('road.notYet') }
              : {}),
        title: t(id === 'stored' && state === 'now' ? 'road.waiting' : `road.${id}`),
      };
    }),
  ];
}
