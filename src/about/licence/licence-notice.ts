/** What staff are told about the licence that has to be renewed; null while there is nothing to do. */
import type { CivilDate } from '#src/shared/civil-date.ts';
import { translator, type Locale } from '#src/shared/i18n.ts';
import { licenceMessages } from './licence-messages.ts';
import { licenceStanding } from './licence-standing.ts';

export interface LicenceNotice {
  readonly title: string;
  readonly line: string;
  readonly isOver: boolean;
}

/** A notice from 90 days before the licence ends, and another once it has. */
export function licenceNotice(
  until: CivilDate | null,
  today: CivilDate,
  locale: Locale,
): LicenceNotice | null {
  const t = translator(licenceMessages, locale);
  const standing = licenceStanding(until, today);
  switch (standing.kind) {
    case 'ends-soon':
      return { title: t('endsSoon', { days: standing.daysLeft }), line: t('endsSoonLine'), isOver: false };
    case 'over':
      return { title: t('over', { days: standing.daysSince }), line: t('overLine'), isOver: true };
    case 'valid':
    case 'not-configured':
      return null;
  }
}
