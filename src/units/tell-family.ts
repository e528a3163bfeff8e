/** Word to the guardians when a unit has been stored or could not be: never a health detail in a text message. */
import { DAY, type Instant } from '../shared/clock.ts';

export interface UnitNews {
  readonly familyId: string;
  readonly din: string;
  readonly state: 'stored' | 'rejected';
  readonly happenedAt: Instant;
  readonly now: Instant;
}

/** A record loaded years later is not news: nobody is texted about last year. */
export const isNews = (news: UnitNews): boolean => news.now - news.happenedAt <= 14 * DAY;
