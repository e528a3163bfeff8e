/** The doors a signature comes through: guard, read the form, call the use case, say what happened. */
import { defineAction } from 'astro:actions';
import { guarded } from '../accounts/guard.ts';
import { deviceName } from '../accounts/index.ts';
import { postedText as text } from '../shared/form.ts';
import { err, ok } from '../shared/result.ts';
import { limitFieldName } from './contract.ts';
import { sendSigningCode } from './signing/send-signing-code.ts';
import { problemsOf, signContract } from './signing/sign-contract.ts';

/** As typed, to be shown again; the code is never among it. */
export interface SigningValues {
  readonly confirmed: readonly string[];
  readonly method: 'drawn' | 'typed';
  readonly name: string;
  readonly path: string;
}

const MOST_LIMITS = 100;

const valuesOf = (form: FormData): SigningValues => ({
  // One pass, and no more than a contract has: whoever posts thousands of fields must not cost thousands of look-ups.
  confirmed: [...form.entries()]
    .filter(([name, value]) => name.startsWith(limitFieldName('')) && value === 'yes')
    .slice(0, MOST_LIMITS)
    .map(([name]) => name.slice(limitFieldName('').length)),
  method: text(form, 'method') === 'drawn' ? 'drawn' : 'typed',
  name: text(form, 'name').slice(0, 200),
  path: text(form, 'path').slice(0, 20_000),
});

export const contractActions = {
  sendCode: defineAction({
    accept: 'form',
    handler: guarded('contracts.sendCode', async (form, context, person) => {
      const values = valuesOf(form);
      const { familyId, guardianId, accountId } = person;
      const { deps, locale, clientAddress } = context.locals;
      const sent = await sendSigningCode(deps, {
        contractId: text(form, 'contractId'),
        familyId,
        guardianId,
        accountId,
        locale,
        address: clientAddress,
      });
      return sent.ok
        ? ok({ phone: sent.value.phone, values })
        : err(sent.code, { values, problems: [sent.code] });
    }),
  }),
  sign: defineAction({
    accept: 'form',
    handler: guarded('contracts.sign', async (form, context, person) => {
      const values = valuesOf(form);
      const { familyId, guardianId, accountId, actor } = person;
      const signed = await signContract(context.locals.deps, {
        contractId: text(form, 'contractId'),
        familyId,
        guardianId,
        accountId,
        actor,
        shownSha256: text(form, 'documentSha256'),
        confirmedLimits: values.confirmed,
        mark:
          values.method === 'drawn'
            ? { method: 'drawn', path: values.path }
            : { method: 'typed', name: values.name },
        code: text(form, 'code'),
        device: deviceName(context.request.headers.get('user-agent')),
      });
      return signed.ok ? signed : err(signed.code, { values, problems: problemsOf(signed) });
    }),
  }),
};
