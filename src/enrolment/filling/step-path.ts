import { localPath, type Locale } from '#src/shared/i18n.ts';

/**
 * A page of the form; `subject` when a returned enrolment is corrected, `from` when the review is where to go back to,
 * `check` when the page says at once what it lacks: an address, so that reloading and going back work.
 */
export function stepPath(
  locale: Locale,
  step: string,
  options: {
    readonly subject?: string | null;
    readonly from?: 'review' | null;
    readonly check?: boolean;
  } = {},
): string {
  const query = new URLSearchParams();
  if (options.subject) query.set('for', options.subject);
  if (options.from) query.set('from', options.from);
  if (options.check) query.set('check', 'yes');
  return localPath(locale, `/enrol/${step}`) + (query.size > 0 ? `?${query.toString()}` : '');
}
