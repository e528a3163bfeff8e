/** People who do not exist. Numbers pass their checks, so that forms take them; nobody is behind them. */
import { mod11_2 } from '../../../src/shared/identifiers/check-digits.ts';

export interface Person {
  readonly name: string;
  readonly idKind: 'resident-id' | 'passport';
  readonly idNumber: string;
  /** `YYYY-M-D` as typed; only a passport needs it. */
  readonly birthDate?: string;
  readonly mobile: string;
}

/** A resident ID with a right check character for an invented person, serials from 900 up. */
export function inventedResidentId(area: string, birthDate: string, serial: number): string {
  const body = `${area}${birthDate.replaceAll('-', '')}${serial}`;
  return `${body}${mod11_2(body)}`;
}

/** A citizen; `index` keeps mobiles and numbers apart. Below 50 she is a woman, whose 17th digit is even; above a man. */
export const citizen = (name: string, index: number, birthDate = '1994-03-08', area = '370102'): Person => ({
  name,
  idKind: 'resident-id',
  idNumber: inventedResidentId(area, birthDate, 900 + ((index * 2) % 100) + (index > 50 ? 1 : 0)),
  mobile: `1390000${String(index).padStart(4, '0')}`,
});

export const foreigner = (name: string, index: number, birthDate: string): Person => ({
  name,
  idKind: 'passport',
  idNumber: `X${String(5_000_000 + index)}`,
  birthDate,
  mobile: `1390000${String(index).padStart(4, '0')}`,
});
