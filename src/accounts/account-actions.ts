import { defineAction } from 'astro:actions';
import { answerOf, type Answers, type Step } from '../shared/form.ts';
import { parseEmail, parseMobile } from '../shared/identifiers/index.ts';
import type { Locale } from '../shared/i18n.ts';
import { err, expectOk, ok } from '../shared/result.ts';
import type { Proved } from './account.ts';
import { changeEmail, changeLanguage, changePhone } from './changing/change-account.ts';
import { changePassword, passwordProofOf, sendPasswordCode } from './changing/change-password.ts';
import {
  proofOf,
  sendChangeCodes,
  type ChangeConfirmed,
  type NewContact,
} from './changing/confirm-change.ts';
import { endDevice, endDevices } from './changing/end-sessions.ts';
import {
  changeEmailStep,
  changePasswordStep,
  confirmChangeStep,
  passwordFieldOf,
  phoneStep,
} from './forms/account-forms.ts';
import { readForm, refuseField, typed } from './forms/refusal.ts';
import { guarded, type Admitted } from './guard.ts';
import { endSession } from './session.ts';
import { forgetFlow, readFlow, rememberFlow } from './signing-in/browser-memory.ts';
import { comeIn } from './signing-in/come-in.ts';
import { signInActions } from './signing-in/sign-in-actions.ts';

type Context = Parameters<ReturnType<typeof guarded>>[1];

/**
 * After every session ended: a new one for the person who is here. When the account has changed once more meanwhile, the one
 * who changed it last decides: this browser is signed out like the others.
 */
const stayHere = async (context: Context, { sessionKind }: Admitted, proved: Proved): Promise<void> => {
  await comeIn(context, proved, sessionKind === 'staff' ? 'staff' : 'family');
};

const confirmedBy = (answers: Answers): ChangeConfirmed => ({
  code: answerOf(answers, 'code'),
  currentCode: answerOf(answers, 'currentCode'),
  currentPassword: answerOf(answers, 'currentPassword'),
});
/** Where on the confirming form a refusal belongs. */
const fieldOf = (code: string): string => {
  if (code.includes('current-code')) return 'currentCode';
  return ['wrong-password', 'too-many-tries', 'busy'].includes(code) ? 'currentPassword' : 'code';
};

/** Sends what proves a new phone or address, and remembers in the browser which one it is about. */
async function sendToNew(
  { locals: { deps, locale, clientAddress }, cookies }: Context,
  accountId: string,
  to: NewContact,
) {
  const sent = await sendChangeCodes(deps, { accountId, to, locale, address: clientAddress });
  if (!sent.ok) return sent;
  rememberFlow(deps.vault, cookies, {
    purpose: to.purpose,
    to: to.purpose === 'change-phone' ? to.phone : to.email,
    subject: accountId,
    sentAt: deps.now(),
    next: null,
  });
  return ok();
}

/** Takes the codes that were sent and makes the change: the same road for a phone and an address. */
async function takeNew(
  form: FormData,
  context: Context,
  person: Admitted,
  about: {
    readonly purpose: NewContact['purpose'];
    readonly asked: { readonly field: string; readonly step: Step };
    readonly change: (to: string, confirmed: ChangeConfirmed) => ReturnType<typeof changePhone>;
  },
) {
  const { deps } = context.locals;
  const { purpose, asked, change } = about;
  const flow = readFlow(deps.vault, context.cookies, purpose, deps.now());
  if (!flow) return refuseField('code-spent', asked.field, asked.step, {});
  const account = await deps.read.accounts.byId(person.accountId);
  if (!account) return err('not-found');
  const step = confirmChangeStep(proofOf(account, deps.now()));
  const read = readForm(step, form);
  if (!read.ok) return read;
  const changed = await change(flow.to, confirmedBy(read.value));
  if (!changed.ok) return refuseField(changed.code, fieldOf(changed.code), step, {});
  forgetFlow(context.cookies);
  await stayHere(context, person, changed.value);
  return ok();
}

export const accountActions = {
  ...signInActions,

  signOutEverywhere: defineAction({
    accept: 'form',
    handler: guarded('accounts.signOutEverywhere', async (_form, context, person) => {
      const { deps } = context.locals;
      await endDevices(deps, person);
      await endSession(deps, context.cookies);
      return ok({ to: '/sign-in' });
    }),
  }),

  endSession: defineAction({
    accept: 'form',
    handler: guarded('accounts.endSession', (form, context, person) =>
      endDevice(context.locals.deps, person, typed(form, 'session')),
    ),
  }),

  sendPasswordCode: defineAction({
    accept: 'form',
    handler: guarded('accounts.sendPasswordCode', async (_form, context, { accountId }) => {
      const { deps, clientAddress } = context.locals;
      const sent = await sendPasswordCode(deps, { accountId, address: clientAddress });
      return sent.ok ? sent : refuseField(sent.code, '', changePasswordStep('phone-code'), {});
    }),
  }),

  changePassword: defineAction({
    accept: 'form',
    handler: guarded('accounts.changePassword', async (form, context, person) => {
      const { deps } = context.locals;
      const account = await deps.read.accounts.byId(person.accountId);
      if (!account) return err('not-found');
      const step = changePasswordStep(passwordProofOf(account));
      const read = readForm(step, form);
      if (!read.ok) return read;
      const changed = await changePassword(deps, {
        accountId: person.accountId,
        current: answerOf(read.value, 'password'),
        code: answerOf(read.value, 'passwordCode'),
        password: answerOf(read.value, 'newPassword'),
      });
      if (!changed.ok) return refuseField(changed.code, passwordFieldOf(changed.code), step, {});
      await stayHere(context, person, changed.value);
      return ok();
    }),
  }),

  changeLanguage: defineAction({
    accept: 'form',
    handler: guarded('accounts.changeLanguage', async (form, context, { accountId }) => {
      const locale: Locale = typed(form, 'language') === 'en' ? 'en' : 'zh';
      const changed = await changeLanguage(context.locals.deps, { accountId, locale });
      return changed.ok ? ok({ locale }) : changed;
    }),
  }),

  sendPhoneCode: defineAction({
    accept: 'form',
    handler: guarded('accounts.sendPhoneCode', async (form, context, { accountId }) => {
      const read = readForm(phoneStep, form);
      if (!read.ok) return read;
      const phone = expectOk(parseMobile(answerOf(read.value, 'phone')));
      const sent = await sendToNew(context, accountId, { purpose: 'change-phone', phone });
      return sent.ok ? sent : refuseField(sent.code, 'phone', phoneStep, read.value);
    }),
  }),

  changePhone: defineAction({
    accept: 'form',
    handler: guarded('accounts.changePhone', (form, context, person) =>
      takeNew(form, context, person, {
        purpose: 'change-phone',
        asked: { field: 'phone', step: phoneStep },
        change: (phone, confirmed) =>
          changePhone(context.locals.deps, { accountId: person.accountId, phone, ...confirmed }),
      }),
    ),
  }),

  sendEmailCode: defineAction({
    accept: 'form',
    handler: guarded('accounts.sendEmailCode', async (form, context, { accountId }) => {
      const read = readForm(changeEmailStep, form);
      if (!read.ok) return read;
      const email = expectOk(parseEmail(answerOf(read.value, 'email')));
      const sent = await sendToNew(context, accountId, { purpose: 'change-email', email });
      return sent.ok ? sent : refuseField(sent.code, 'email', changeEmailStep, read.value);
    }),
  }),

  changeEmail: defineAction({
    accept: 'form',
    handler: guarded('accounts.changeEmail', (form, context, person) =>
      takeNew(form, context, person, {
        purpose: 'change-email',
        asked: { field: 'email', step: changeEmailStep },
        change: (email, confirmed) =>
          changeEmail(context.locals.deps, { accountId: person.accountId, email, ...confirmed }),
      }),
    ),
  }),
};
