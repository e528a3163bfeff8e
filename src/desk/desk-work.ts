/** What waits now, per role, with the promise that runs out first. Bounded reads, each its own statement. */
import type { Deps } from '../deps.ts';
import type { Role } from '../accounts/index.ts';
import { answerBy, waitedWorkdays } from '../enrolment/index.ts';
import { today } from '../shared/civil-date.ts';
import type { Instant } from '../shared/clock.ts';
import { formatDate, formatInstant } from '../shared/format.ts';
import { openCare } from '../units/index.ts';
import { localPath, say, translator, type Locale } from '../shared/i18n.ts';
import { deskMessages } from './desk-messages.ts';

/** So many are counted; beyond it the page says “1,000 or more”. */
export const COUNTED = 1000;

export interface Work {
  readonly id: string;
  readonly count: number;
  readonly title: string;
  /** The one fact that decides whether to go there first. */
  readonly line: string | null;
  readonly href: string;
  /** A promise has been broken, or breaks today. */
  readonly pressing: boolean;
}

export interface WorkDeps extends Pick<Deps, 'now' | 'policies'> {
  readonly read: Pick<Deps['read'], 'enrolments' | 'heldMoney' | 'events' | 'units' | 'unitTasks'>;
}
interface Desk {
  readonly deps: WorkDeps;
  readonly now: Instant;
  readonly locale: Locale;
  readonly roles: readonly Role[];
  readonly path: (address: string) => string;
}

/** One row of the table for each kind of work: whose it is, and how it is read. */
const WORK: readonly {
  readonly roles: readonly Role[];
  readonly read: (desk: Desk) => Promise<readonly Work[]>;
}[] = [
  { roles: ['counsellor'], read: enrolmentWork },
  { roles: ['counsellor', 'lab'], read: careWork },
  { roles: ['lab'], read: unitWork },
  { roles: ['finance'], read: moneyWork },
  { roles: ['editor', 'administrator'], read: eventWork },
];

/** Everything that waits for somebody with these roles; what is done is not listed. The most pressing first. */
export async function deskWork(
  deps: WorkDeps,
  roles: readonly Role[],
  locale: Locale,
): Promise<readonly Work[]> {
  const desk = {
    deps,
    now: deps.now(),
    locale,
    roles,
    path: (address: string) => localPath(locale, address),
  };
  const mine = WORK.filter((one) => one.roles.some((role) => roles.includes(role)));
  const found = (await Promise.all(mine.map(({ read }) => read(desk)))).flat();
  return found.filter(({ count }) => count > 0).toSorted((a, b) => Number(b.pressing) - Number(a.pressing));
}

async function enrolmentWork({ deps, now, locale, path }: Desk): Promise<readonly Work[]> {
  const t = translator(deskMessages, locale);
  const { waiting, since, toDecline } = await deps.read.enrolments.work();
  const { reviewWorkingDays } = deps.policies.enrolment.current(today(now));
  const due = since === null ? null : answerBy(since, reviewWorkingDays);
  const late = since === null ? 0 : waitedWorkdays(since, now) - reviewWorkingDays;
  return [
    {
      id: 'enrolments',
      count: waiting,
      title: t('enrolments'),
      line:
        due === null
          ? null
          : late > 0
            ? t('enrolmentsLate', { days: late })
            : due === today(now)
              ? t('enrolmentsToday')
              : t('enrolmentsBy', { date: formatDate(due, locale) }),
      href: path('/staff/enrolments'),
      pressing: late > 0 || due === today(now),
    },
    {
      id: 'to-decline',
      count: toDecline,
      title: t('toDecline'),
      line: t('toDeclineLine'),
      href: path('/staff/enrolments'),
      pressing: false,
    },
  ];
}

/** What bad news asks of us: a family to phone, a second look. Its page says more; here it is enough that somebody waits. */
async function careWork({ deps, now, locale, roles, path }: Desk): Promise<readonly Work[]> {
  const t = translator(deskMessages, locale);
  const { tasks } = await openCare(deps, { roles: roles.filter((role) => role !== 'finance') });
  const [first] = tasks;
  const late = first !== undefined && first.dueOn < today(now);
  return [
    {
      id: 'care',
      count: tasks.length,
      title: t('care'),
      line: first ? t(late ? 'careLate' : 'careBy', { date: formatDate(first.dueOn, locale) }) : null,
      href: path('/staff/units/care'),
      pressing: first !== undefined && first.dueOn <= today(now),
    },
  ];
}

async function unitWork({ deps, locale, path }: Desk): Promise<readonly Work[]> {
  const t = translator(deskMessages, locale);
  const { undecided, toDispose } = await deps.read.units.onHold();
  const href = path('/staff/units?state=rejected');
  return [
    { id: 'dispose', count: toDispose, title: t('dispose'), line: t('disposeLine'), href, pressing: false },
    {
      id: 'undecided',
      count: undecided,
      title: t('undecided'),
      line: t('undecidedLine'),
      href,
      pressing: false,
    },
  ];
}

async function moneyWork({ deps, now, locale, path }: Desk): Promise<readonly Work[]> {
  const t = translator(deskMessages, locale);
  const { open, proposed, since } = await deps.read.heldMoney.work();
  const days = since === null ? 0 : waitedWorkdays(since, now);
  return [
    {
      id: 'money',
      count: open,
      title: t('money'),
      line: since === null ? null : t('moneySince', { date: formatInstant(since, locale), days }),
      href: path('/staff/money'),
      pressing: false,
    },
    {
      id: 'money-to-confirm',
      count: proposed,
      title: t('moneyToConfirm'),
      line: t('moneyToConfirmLine'),
      href: path('/staff/money'),
      pressing: true,
    },
  ];
}

async function eventWork({ deps, now, locale, path }: Desk): Promise<readonly Work[]> {
  const t = translator(deskMessages, locale);
  const [drafts, { rows }] = await Promise.all([
    deps.read.events.drafts(),
    deps.read.events.inState('published', { at: now, id: '' }),
  ]);
  const [first] = rows;
  const waiting = rows.reduce((sum, event) => sum + event.waiting, 0);
  return [
    {
      id: 'events',
      count: rows.length,
      title: t('events'),
      line: first
        ? t('eventsNext', {
            title: say(first.content.title, locale),
            time: formatInstant(first.startsAt, locale, { time: true }),
            taken: first.seatsTaken,
            capacity: first.capacity,
          })
        : null,
      href: first ? path(`/staff/events/${first.id}`) : path('/staff/events'),
      pressing: first !== undefined && today(first.startsAt) === today(now),
    },
    {
      id: 'waiting-list',
      count: waiting,
      title: t('waitingList'),
      line: t('waitingListLine'),
      href: path('/staff/events'),
      pressing: false,
    },
    {
      id: 'drafts',
      count: drafts,
      title: t('drafts'),
      line: t('draftsLine'),
      href: path('/staff/events?state=draft'),
      pressing: false,
    },
  ];
}
