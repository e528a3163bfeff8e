import { expect, it } from 'vitest';
import { CITIES, cityOf, districtOf } from './areas.ts';

it('lists the 16 cities with 58 districts, 26 county-level cities and 52 counties', () => {
  const all = CITIES.flatMap((city) => city.districts);
  expect(CITIES).toHaveLength(16);
  const ending = (zh: string) => all.filter((district) => district.zh.endsWith(zh)).length;
  expect([ending('区'), ending('市'), ending('县')]).toEqual([58, 26, 52]);
  for (const place of [...CITIES, ...all]) expect(place.en).not.toMatch(/\p{Script=Han}/u);
});

it('knows 莱芜 as a district of Jinan and no longer as a city', () => {
  expect(districtOf('370116')).toMatchObject({ zh: '莱芜区', en: 'Laiwu District' });
  expect(cityOf('371200')).toBeUndefined();
  expect(districtOf('371202')).toBeUndefined();
});
