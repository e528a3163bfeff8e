import { defineAction } from 'astro:actions';
import { answerOf, type Answers } from '../shared/form.ts';
import { parseEmail, parseMobile } from '../shared/identifiers/index.ts';
import type { Locale } from '../shared/i18n.ts';
import { err, expectOk, ok } from '../shared/result.ts';
import { deviceName } from './account.ts';
import { changeEmailStep, changePasswordStep, confirmChangeStep, phoneStep } from './forms/account-forms.ts';
import { forgetFlow, readFlow, rememberFlow } from './signing-in/browser-memory.ts';
import { changeEmail, changeLanguage, changePassword, changePhone } from './changing/change-account.ts';
import { proofOf, sendChangeCodes, type ChangeConfirmed } from './changing/confirm-change.ts';
import { admitAction, type Admitted, type Visit } from './guard.ts';
import { readForm, refuseField, typed } from './forms/refusal.ts';
import { beginSession, endAllSessions, endSession, type SessionDeps } from './session.ts';
import { signInActions } from './signing-in/sign-in-actions.ts';

/** After every session ended: a new one for the person who is here. */
async function stayHere(
  context: Visit & { readonly locals: { readonly deps: SessionDeps } },
  access: Admitted,
): Promise<void> {
  if (access.sessionKind === 'visitor') return;
  await beginSession(context.locals.deps, context.cookies, {
    accountId: access.accountId,
    kind: access.sessionKind,
    device: deviceName(context.request.headers.get('user-agent')),
  });
}

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

export const accountActions = {
  ...signInActions,

  signOutEverywhere: defineAction({
    accept: 'form',
    handler: async (_form: FormData, context) => {
      const access = await admitAction(context, 'accounts.signOutEverywhere');
      if (!access.ok) return access;
      const { deps } = context.locals;
      await endAllSessions(deps, access.value.accountId);
      await endSession(deps, context.cookies);
      await deps.transaction(async ({ audit }) => {
        await audit.record({
          action: 'account.signed-out-everywhere',
          actor: access.value.actor,
          object: { kind: 'account', id: access.value.accountId },
        });
        return ok();
      });
      return ok({ to: '/sign-in' });
    },
  }),

  endSession: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'accounts.endSession');
      if (!access.ok) return access;
      const { accountId, actor } = access.value;
      return context.locals.deps.transaction(async ({ sessions, audit }) => {
        if (!(await sessions.removeOf(accountId, typed(form, 'session')))) return err('already-done');
        await audit.record({
          action: 'account.session-ended',
          actor,
          object: { kind: 'account', id: accountId },
        });
        return ok();
      });
    },
  }),

  changePassword: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'accounts.changePassword');
      if (!access.ok) return access;
      const { deps } = context.locals;
      const read = readForm(changePasswordStep, form);
      if (!read.ok) return read;
      const changed = await changePassword(deps, {
        accountId: access.value.accountId,
        current: answerOf(read.value, 'password'),
        password: answerOf(read.value, 'newPassword'),
      });
      if (changed.ok) await stayHere(context, access.value);
      else
        return refuseField(
          changed.code,
          changed.code === 'wrong-password' ? 'password' : 'newPassword',
          changePasswordStep,
          {},
        );
      return changed;
    },
  }),

  changeLanguage: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'accounts.changeLanguage');
      if (!access.ok) return access;
      const locale: Locale = typed(form, 'language') === 'en' ? 'en' : 'zh';
      const changed = await changeLanguage(context.locals.deps, {
        accountId: access.value.accountId,
        locale,
      });
      return changed.ok ? ok({ locale }) : changed;
    },
  }),

  sendPhoneCode: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'accounts.sendPhoneCode');
      if (!access.ok) return access;
      const { deps, locale, clientAddress } = context.locals;
      const read = readForm(phoneStep, form);
      if (!read.ok) return read;
      const phone = expectOk(parseMobile(answerOf(read.value, 'phone')));
      const subject = access.value.accountId;
      const sent = await sendChangeCodes(deps, {
        accountId: subject,
        to: { purpose: 'change-phone', phone },
        locale,
        address: clientAddress,
      });
      if (!sent.ok) return refuseField(sent.code, 'phone', phoneStep, read.value);
      const sentAt = deps.now();
      rememberFlow(deps.vault, context.cookies, {
        purpose: 'change-phone',
        to: phone,
        subject,
        sentAt,
        next: null,
      });
      return ok();
    },
  }),

  changePhone: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'accounts.changePhone');
      if (!access.ok) return access;
      const { deps } = context.locals;
      const flow = readFlow(deps.vault, context.cookies, 'change-phone', deps.now());
      if (!flow) return refuseField('code-spent', 'phone', phoneStep, {});
      const account = await deps.read.accounts.byId(access.value.accountId);
      if (!account) return err('not-found');
      const step = confirmChangeStep(proofOf(account, deps.now()));
      const read = readForm(step, form);
      if (!read.ok) return read;
      const changed = await changePhone(deps, {
        accountId: access.value.accountId,
        phone: flow.to,
        ...confirmedBy(read.value),
      });
      if (!changed.ok) return refuseField(changed.code, fieldOf(changed.code), step, {});
      forgetFlow(context.cookies);
      await stayHere(context, access.value);
      return changed;
    },
  }),

  sendEmailCode: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'accounts.sendEmailCode');
      if (!access.ok) return access;
      const { deps, locale, clientAddress } = context.locals;
      const read = readForm(changeEmailStep, form);
      if (!read.ok) return read;
      const email = expectOk(parseEmail(answerOf(read.value, 'email')));
      const subject = access.value.accountId;
      const sent = await sendChangeCodes(deps, {
        accountId: subject,
        to: { purpose: 'change-email', email },
        locale,
        address: clientAddress,
      });
      if (!sent.ok) return refuseField(sent.code, 'email', changeEmailStep, read.value);
      const sentAt = deps.now();
      rememberFlow(deps.vault, context.cookies, {
        purpose: 'change-email',
        to: email,
        subject,
        sentAt,
        next: null,
      });
      return ok();
    },
  }),

  changeEmail: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'accounts.changeEmail');
      if (!access.ok) return access;
      const { deps } = context.locals;
      const flow = readFlow(deps.vault, context.cookies, 'change-email', deps.now());
      if (!flow) return refuseField('code-spent', 'email', changeEmailStep, {});
      const account = await deps.read.accounts.byId(access.value.accountId);
      if (!account) return err('not-found');
      const step = confirmChangeStep(proofOf(account, deps.now()));
      const read = readForm(step, form);
      if (!read.ok) return read;
      const changed = await changeEmail(deps, {
        accountId: access.value.accountId,
        email: flow.to,
        ...confirmedBy(read.value),
      });
      if (!changed.ok) return refuseField(changed.code, fieldOf(changed.code), step, {});
      forgetFlow(context.cookies);
      await stayHere(context, access.value);
      return changed;
    },
  }),
};
