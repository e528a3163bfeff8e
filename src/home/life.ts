/** The cord's whole life, from birth to the end of the contract: solid as far as today. Pure. */
import { addYears, type CivilDate } from '../shared/civil-date.ts';
import { translator, type Locale } from '../shared/i18n.ts';
import { homeMessages } from './home-messages.ts';

export interface LifeStep {
  readonly state: 'done' | 'now' | 'todo';
  readonly temperature?: '37' | '196';
  readonly when: string;
  readonly title: string;
}
export interface Life {
  readonly title: string;
  readonly steps: readonly LifeStep[];
}

const yearOf = (date: CivilDate): string => date.slice(0, 4);

/** `born` is null when the laboratory has not told it; `cords`: how many units the family keeps. */
export function lifeOf(
  facts: {
    readonly born: CivilDate | null;
    readonly stored: CivilDate;
    /** Of the contract. */
    readonly years: number;
    readonly cords: number;
    readonly on: CivilDate;
  },
  locale: Locale,
): Life {
  const t = translator(homeMessages, locale);
  const { stored, years, cords, on } = facts;
  const born = facts.born ?? stored;
  const later = [
    { at: addYears(stored, 10), title: t('life.ten') },
    { at: addYears(born, 18), title: t('life.adult') },
    { at: addYears(stored, years), title: t('life.end') },
  ];
  const past: readonly LifeStep[] = [
    { state: 'done', temperature: '37', when: yearOf(born), title: t('life.start') },
    ...later
      .filter(({ at }) => at <= on)
      .map(({ at, title }) => ({ state: 'done', temperature: '196', when: yearOf(at), title }) as const),
    { state: 'now', temperature: '196', when: yearOf(on), title: t('life.now') },
  ];
  // Not a year apart they are one point: a strand between them would be a year that nobody has waited.
  const justBorn: readonly LifeStep[] = [
    { state: 'now', temperature: '196', when: yearOf(born), title: t('life.startNow') },
  ];
  return {
    title: t(cords > 1 ? 'lifeTitleMany' : 'lifeTitle', { n: cords, years }),
    steps: [
      ...(addYears(born, 1) > on ? justBorn : past),
      ...later
        .filter(({ at }) => at > on)
        .map(({ at, title }) => ({ state: 'todo', when: yearOf(at), title }) as const),
    ],
  };
}
