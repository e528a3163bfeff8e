import { defineAction } from 'astro:actions';
import { answerOf } from '../../shared/form.ts';
import { parseEmail, parseMobile } from '../../shared/identifiers/index.ts';
import { expectOk, ok } from '../../shared/result.ts';
import { codeStep, linkStep, newPasswordStep, passwordStep, phoneStep } from '../forms/account-forms.ts';
import { askForLink, type LINK_TOPICS } from '../links/ask-for-link.ts';
import { forgetFlow, knownDevice, readFlow, rememberFlow } from './browser-memory.ts';
import { guarded } from '../guard.ts';
import { readForm, refuseField } from '../forms/refusal.ts';
import { comeIn } from './come-in.ts';
import { ownPath } from './return-path.ts';
import { sendCode } from '../codes/send-code.ts';
import { endSession } from '../session.ts';
import { signInByCode } from './sign-in-by-code.ts';
import { signInByPassword } from './sign-in-by-password.ts';
import { completeRegistration, resetPassword } from '../links/use-link.ts';

const FIRST_PAGE = '/family';
type Context = Parameters<ReturnType<typeof guarded>>[1];

async function askForLetter(form: FormData, context: Context, why: keyof typeof LINK_TOPICS) {
  const { deps, locale, clientAddress } = context.locals;
  const read = readForm(linkStep, form);
  if (!read.ok) return read;
  const email = expectOk(parseEmail(answerOf(read.value, 'email')));
  const asked = await askForLink(deps, { for: why, email, locale, address: clientAddress });
  return asked.ok ? asked : refuseField(asked.code, 'email', linkStep, read.value);
}

/** The actions at the door: anyone may knock, and every refusal reads alike. */
export const signInActions = {
  sendSignInCode: defineAction({
    accept: 'form',
    handler: guarded('accounts.sendSignInCode', async (form, context) => {
      const { deps, locale, clientAddress } = context.locals;
      // Asking again needs no number: it is in the browser's sealed memory.
      const before = readFlow(deps.vault, context.cookies, 'sign-in', deps.now());
      const again = form.get('again') === 'yes' && before !== null;
      const read = again ? ok({ phone: before.to }) : readForm(phoneStep, form);
      if (!read.ok) return read;
      const phone = expectOk(parseMobile(answerOf(read.value, 'phone')));
      const subject = again ? before.subject : deps.vault.token();
      const account = await deps.read.accounts.byPhone(phone);
      const device = knownDevice(deps.vault, context.cookies, account?.id);
      const sent = await sendCode(deps, {
        purpose: 'sign-in',
        phone,
        subject,
        locale: account?.locale ?? locale,
        address: clientAddress,
        device,
      });
      if (!sent.ok) return refuseField(sent.code, 'phone', phoneStep, again ? {} : read.value);
      const next = again ? before.next : ownPath(context.url.searchParams.get('next'));
      rememberFlow(deps.vault, context.cookies, {
        purpose: 'sign-in',
        to: phone,
        subject,
        sentAt: deps.now(),
        next,
      });
      return ok({ to: '/sign-in/code' });
    }),
  }),

  enterSignInCode: defineAction({
    accept: 'form',
    handler: guarded('accounts.enterSignInCode', async (form, context) => {
      const { deps, locale } = context.locals;
      const flow = readFlow(deps.vault, context.cookies, 'sign-in', deps.now());
      if (!flow) return refuseField('code.gone', '', codeStep, {});
      const read = readForm(codeStep, form);
      if (!read.ok) return read;
      const code = answerOf(read.value, 'code');
      const signedIn = await signInByCode(deps, { phone: flow.to, subject: flow.subject, code, locale });
      if (!signedIn.ok) return refuseField(signedIn.code, 'code', codeStep, {});
      const begun = await comeIn(context, signedIn.value, 'family');
      if (!begun.ok) return refuseField('code-spent', 'code', codeStep, {});
      forgetFlow(context.cookies);
      return ok({ to: null, path: flow.next, otherwise: FIRST_PAGE });
    }),
  }),

  signInWithPassword: defineAction({
    accept: 'form',
    handler: guarded('accounts.signInWithPassword', async (form, context) => {
      const { deps, clientAddress } = context.locals;
      const read = readForm(passwordStep, form);
      if (!read.ok) return read;
      const signedIn = await signInByPassword(deps, {
        email: expectOk(parseEmail(answerOf(read.value, 'email'))),
        password: answerOf(read.value, 'password'),
        address: clientAddress,
        deviceOf: (accountId) => knownDevice(deps.vault, context.cookies, accountId),
      });
      if (!signedIn.ok) return refuseField(signedIn.code, 'password', passwordStep, read.value);
      const begun = await comeIn(context, signedIn.value, 'family');
      // The password was changed while it was being checked: it is a wrong one now.
      if (!begun.ok) return refuseField('wrong-sign-in', 'password', passwordStep, read.value);
      return ok({ path: ownPath(context.url.searchParams.get('next')), otherwise: FIRST_PAGE });
    }),
  }),

  register: defineAction({
    accept: 'form',
    handler: guarded('accounts.register', (form, context) => askForLetter(form, context, 'registration')),
  }),

  confirmRegistration: defineAction({
    accept: 'form',
    handler: guarded('accounts.confirmRegistration', async (form, context) => {
      const { deps } = context.locals;
      const read = readForm(newPasswordStep, form);
      if (!read.ok) return read;
      const made = await completeRegistration(deps, {
        token: context.params['token'] ?? '',
        password: answerOf(read.value, 'newPassword'),
      });
      if (!made.ok) return refuseField(made.code, 'newPassword', newPasswordStep, {});
      const begun = await comeIn(context, made.value, 'family');
      if (!begun.ok) return refuseField(begun.code, '', newPasswordStep, {});
      return ok({ otherwise: FIRST_PAGE });
    }),
  }),

  requestReset: defineAction({
    accept: 'form',
    handler: guarded('accounts.requestReset', (form, context) => askForLetter(form, context, 'reset')),
  }),

  resetPassword: defineAction({
    accept: 'form',
    handler: guarded('accounts.resetPassword', async (form, context) => {
      const { deps } = context.locals;
      const read = readForm(newPasswordStep, form);
      if (!read.ok) return read;
      const reset = await resetPassword(deps, {
        token: context.params['token'] ?? '',
        password: answerOf(read.value, 'newPassword'),
      });
      if (!reset.ok) return refuseField(reset.code, 'newPassword', newPasswordStep, {});
      await endSession(deps, context.cookies);
      return ok({ to: reset.value.isStaff ? '/staff/sign-in' : '/sign-in/password' });
    }),
  }),

  signOut: defineAction({
    accept: 'form',
    handler: guarded('accounts.signOut', async (_form, context, person) => {
      await endSession(context.locals.deps, context.cookies);
      return ok({ to: person.sessionKind === 'staff' ? '/staff/sign-in' : '/' });
    }),
  }),
};
