import type { HolidayCalendar } from '../civil-date.ts';
import mainland from './mainland.json' with { type: 'json' };

/** Working days of our own promises. Data from the State Council's notices; add a year when its notice appears. */
export const MAINLAND: HolidayCalendar = {
  daysOff: new Set(mainland.daysOff),
  workdays: new Set(mainland.workdays),
};
