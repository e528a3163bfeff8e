import { defineAction } from 'astro:actions';
import { accountDoor, ROLES, type Role } from '../accounts/index.ts';
import { admitAction } from '../accounts/guard.ts';
import { answerOf, type Answers } from '../shared/form.ts';
import { parseEmail, parsePersonName } from '../shared/identifiers/index.ts';
import { err, expectOk, ok } from '../shared/result.ts';
import { changeRoles, disableStaff, inviteStaff, renewStaff } from './team/manage-team.ts';
import { completeSetUp, readSetUp } from './door/set-up-staff.ts';
import { signInStaff } from './door/sign-in-staff.ts';
import { firstSetUpStep, inviteStep, rolesStep, setUpStep } from './staff-forms.ts';
import { refuseStaffField } from './staff-refusal.ts';

const { beginSession, changePassword, changePasswordStep, deviceName, endAllSessions, endSession } =
  accountDoor;
const { knownDevice, readForm, rememberDevice, staffSignInStep, typed } = accountDoor;

const rolesOf = (answers: Answers): Role[] => ROLES.filter((role) => answers['roles']?.includes(role));

export const staffActions = {
  signIn: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'staff.signIn');
      if (!access.ok) return access;
      const { deps, clientAddress } = context.locals;
      const read = readForm(staffSignInStep, form);
      if (!read.ok) return read;
      const signedIn = await signInStaff(deps, {
        email: expectOk(parseEmail(answerOf(read.value, 'email'))),
        password: answerOf(read.value, 'password'),
        totp: answerOf(read.value, 'totp'),
        address: clientAddress,
        deviceOf: (accountId) => knownDevice(deps.vault, context.cookies, accountId),
      });
      if (!signedIn.ok) return refuseStaffField(signedIn.code, 'password', staffSignInStep, read.value);
      const { accountId } = signedIn.value;
      const device = deviceName(context.request.headers.get('user-agent'));
      await beginSession(deps, context.cookies, { accountId, kind: 'staff', device });
      rememberDevice(deps.vault, context.cookies, accountId);
      return ok();
    },
  }),

  setUp: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'staff.setUp');
      if (!access.ok) return access;
      const { deps } = context.locals;
      const token = context.params['token'] ?? '';
      const setUp = await readSetUp(deps, token);
      if (!setUp) return refuseStaffField('link-gone', '', setUpStep, {});
      const step = setUp.asksForName ? firstSetUpStep : setUpStep;
      const read = readForm(step, form);
      if (!read.ok) return read;
      const email = answerOf(read.value, 'email');
      const done = await completeSetUp(deps, {
        token,
        name: setUp.asksForName ? expectOk(parsePersonName(answerOf(read.value, 'name'))) : '',
        email: setUp.asksForName ? expectOk(parseEmail(email)) : '',
        password: answerOf(read.value, 'newPassword'),
        totp: answerOf(read.value, 'totp'),
      });
      if (!done.ok) {
        const field = { 'wrong-totp': 'totp', 'email-taken': 'email', 'link-gone': '' }[done.code as string];
        return refuseStaffField(done.code, field ?? 'newPassword', step, read.value);
      }
      const { accountId } = done.value;
      const device = deviceName(context.request.headers.get('user-agent'));
      await beginSession(deps, context.cookies, { accountId, kind: 'staff', device });
      rememberDevice(deps.vault, context.cookies, accountId);
      return ok();
    },
  }),

  changePassword: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'staff.changePassword');
      if (!access.ok) return access;
      const { deps } = context.locals;
      const { accountId } = access.value;
      const read = readForm(changePasswordStep, form);
      if (!read.ok) return read;
      const changed = await changePassword(deps, {
        accountId,
        current: answerOf(read.value, 'password'),
        password: answerOf(read.value, 'newPassword'),
      });
      if (!changed.ok)
        return refuseStaffField(
          changed.code,
          changed.code === 'wrong-password' ? 'password' : 'newPassword',
          changePasswordStep,
          {},
        );
      const device = deviceName(context.request.headers.get('user-agent'));
      await beginSession(deps, context.cookies, { accountId, kind: 'staff', device });
      return ok();
    },
  }),

  endSession: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'staff.endSession');
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

  signOutEverywhere: defineAction({
    accept: 'form',
    handler: async (_form: FormData, context) => {
      const access = await admitAction(context, 'staff.signOutEverywhere');
      if (!access.ok) return access;
      const { accountId, actor } = access.value;
      const { deps } = context.locals;
      await endAllSessions(deps, accountId);
      await endSession(deps, context.cookies);
      return deps.transaction(async ({ audit }) => {
        await audit.record({
          action: 'account.signed-out-everywhere',
          actor,
          object: { kind: 'account', id: accountId },
        });
        return ok();
      });
    },
  }),

  invite: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'staff.invite');
      if (!access.ok) return access;
      const { deps, locale } = context.locals;
      const read = readForm(inviteStep, form);
      if (!read.ok) return read;
      const invited = await inviteStaff(deps, {
        name: expectOk(parsePersonName(answerOf(read.value, 'name'))),
        email: expectOk(parseEmail(answerOf(read.value, 'email'))),
        roles: rolesOf(read.value),
        locale,
        actor: access.value.actor,
      });
      return invited.ok ? ok() : refuseStaffField(invited.code, 'email', inviteStep, read.value);
    },
  }),

  changeRoles: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'staff.changeRoles');
      if (!access.ok) return access;
      const read = readForm(rolesStep, form);
      if (!read.ok)
        return err('invalid', { fields: { '': read.detail?.fields?.['roles'] ?? '' }, values: {} });
      const changed = await changeRoles(context.locals.deps, {
        accountId: typed(form, 'account'),
        roles: rolesOf(read.value),
        actor: access.value.actor,
      });
      return changed.ok ? ok() : refuseStaffField(changed.code, '', rolesStep, {});
    },
  }),

  disable: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'staff.disable');
      if (!access.ok) return access;
      const about = { accountId: typed(form, 'account'), actor: access.value.actor };
      const disabled = await disableStaff(context.locals.deps, about);
      return disabled.ok ? ok() : refuseStaffField(disabled.code, '', rolesStep, {});
    },
  }),

  enable: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'staff.enable');
      if (!access.ok) return access;
      const about = { accountId: typed(form, 'account'), actor: access.value.actor };
      const enabled = await renewStaff(context.locals.deps, about);
      return enabled.ok ? ok() : refuseStaffField(enabled.code, '', rolesStep, {});
    },
  }),
};
