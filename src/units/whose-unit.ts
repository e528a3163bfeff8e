import { translator, type Locale } from '../shared/i18n.ts';
import { unitMessages } from './unit-messages.ts';
import type { Unit } from './unit-store.ts';

/** `周予安的脐带血`, or which baby while there is no name. */
export function whoseUnit(unit: Pick<Unit, 'babyName' | 'baby'>, siblings: number, locale: Locale): string {
  const t = translator(unitMessages, locale);
  if (unit.babyName) return t('ofBaby', { name: unit.babyName });
  return siblings > 1 ? t('unnamedOf', { n: unit.baby }) : t('unnamed');
}
