/** What an auditor types to ask after one thing: the number people know it by, or the id the log keeps. */
import type { Deps } from '../../deps.ts';
import { parseDin } from '../../shared/identifiers/index.ts';
import { parseCaseNumber } from '../../shared/numbers.ts';

/** The id in the log, or null when nothing has this number. An id is taken as it is. */
export async function objectSought(
  { read }: { readonly read: Pick<Deps['read'], 'enrolments' | 'contracts' | 'orders' | 'units'> },
  typed: string,
): Promise<string | null> {
  const number = parseCaseNumber(typed);
  if (number.ok)
    switch (number.value.slice(0, 2)) {
      case 'BM':
        return read.enrolments.idOf(number.value);
      case 'HT':
        return (await read.contracts.byNumber(number.value))?.id ?? null;
      case 'DD':
        return (await read.orders.byNumber(number.value))?.id ?? null;
      default:
        return null;
    }
  // A number with a slip in it is not an id either.
  if (/^\s*[a-z]{2}[-\s]?\d{4}/i.test(typed)) return null;
  const din = parseDin(typed);
  if (din.ok) return (await read.units.byDin(din.value))?.id ?? null;
  return typed;
}
