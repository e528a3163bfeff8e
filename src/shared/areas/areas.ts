/** Shandong's 16 cities and 136 districts, county-level cities and counties; source and date are in the data file. */
import type { Text } from '../i18n.ts';
import shandong from './shandong.json' with { type: 'json' };

export interface District extends Text {
  readonly code: string;
}
export interface City extends Text {
  readonly code: string;
  readonly districts: readonly District[];
}

export const CITIES: readonly City[] = shandong.cities;

/** By the national code, such as `370100`; undefined outside Shandong. */
export const cityOf = (code: string): City | undefined => CITIES.find((city) => city.code === code);
export const districtOf = (code: string): District | undefined =>
  cityOf(`${code.slice(0, 4)}00`)?.districts.find((district) => district.code === code);
