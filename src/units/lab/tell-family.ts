/** When a family is told about its unit: at once if it is news, and once more before the day to decide. */
import { DAY, type Instant } from '../../shared/clock.ts';
import { startOfDay } from '../../shared/civil-date.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import { decideBy } from '../rejected/choose-disposition.ts';

/** What a family is texted about: its kit is on the way, its unit lies in the tank, its unit could not be kept. */
const NEWS_STATES = ['kit-dispatched', 'stored', 'rejected'] as const;
export type NewsState = (typeof NEWS_STATES)[number];
export const isNewsState = (state: unknown): state is NewsState => NEWS_STATES.some((one) => one === state);

export interface UnitNews {
  readonly unitId: string;
  readonly state: NewsState;
  readonly happenedAt: Instant;
  readonly now: Instant;
}

/** A record loaded years later is not news: nobody is texted about last year. */
const isNews = (news: UnitNews): boolean => news.now - news.happenedAt <= 14 * DAY;

/** A week before the last day, at nine in the morning in Shandong. */
const remindAt = (rejectedAt: Instant): Instant => startOfDay(decideBy(rejectedAt)) - 7 * DAY + 9 * 3_600_000;

/** Puts the messages on the outbox of the transaction that changed the unit. */
export async function tellFamily({ outbox }: { outbox: Outbox }, news: UnitNews): Promise<void> {
  if (!isNews(news)) return;
  await outbox.add('unit.news', { unitId: news.unitId, state: news.state });
  if (news.state === 'rejected')
    await outbox.add('unit.decision-due', { unitId: news.unitId }, { notBefore: remindAt(news.happenedAt) });
}
