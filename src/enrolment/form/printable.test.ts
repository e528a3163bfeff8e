import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { checkStep } from '../../shared/form.ts';
import { formContext, type FormContext } from './context.ts';
import { motherStep } from './guardians.ts';

describe('a name that goes into the contract', () => {
  let house: House;
  let context: FormContext;
  beforeAll(async () => {
    house = await testHouse();
    context = formContext(house.deps);
  });
  afterAll(() => house.close());
  const refusal = (name: string) => checkStep(motherStep(context), { motherName: name })['motherName'];

  test.each(['王䶮', '㛃𬭸', '迪丽热巴·买买提'])('may be %s, rare or with an interpunct', (name) => {
    expect(refusal(name)).toBeUndefined();
  });

  test('is refused where it is typed when our fonts lack a character, naming it and the way on', () => {
    expect(refusal('李𠮷')?.zh).toContain('“𠮷”');
    expect(refusal('李𠮷')?.zh).toContain('打电话');
    expect(refusal('李𠮷')?.en).toContain('“𠮷”');
  });
});
