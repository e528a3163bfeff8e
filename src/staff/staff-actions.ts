import { defineAction } from 'astro:actions';
import { accountDoor, ROLES, type Role } from '../accounts/index.ts';
import { guarded } from '../accounts/guard.ts';
import { answerOf, type Answers } from '../shared/form.ts';
import { parseEmail, parsePersonName } from '../shared/identifiers/index.ts';
import { err, expectOk, ok } from '../shared/result.ts';
import { changeRoles, disableStaff, inviteStaff, renewStaff } from './team/manage-team.ts';
import { completeSetUp, readSetUp } from './door/set-up-staff.ts';
import { signInStaff } from './door/sign-in-staff.ts';
import { firstSetUpStep, inviteStep, rolesStep, setUpStep } from './staff-forms.ts';
import { refuseStaffField } from './staff-refusal.ts';

const { changePassword, changePasswordStep, passwordFieldOf, staffSignInStep } = accountDoor;
const { comeIn, endDevice, endDevices, endSession, knownDevice, readForm, typed } = accountDoor;

const rolesOf = (answers: Answers): Role[] => ROLES.filter((role) => answers['roles']?.includes(role));

export const staffActions = {
  signIn: defineAction({
    accept: 'form',
    handler: guarded('staff.signIn', async (form, context) => {
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
      const begun = await comeIn(context, signedIn.value, 'staff');
      if (!begun.ok) return refuseStaffField('wrong-staff-sign-in', 'password', staffSignInStep, read.value);
      return ok();
    }),
  }),

  setUp: defineAction({
    accept: 'form',
    handler: guarded('staff.setUp', async (form, context) => {
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
      const begun = await comeIn(context, done.value, 'staff');
      return begun.ok ? ok() : refuseStaffField(begun.code, '', step, {});
    }),
  }),

  changePassword: defineAction({
    accept: 'form',
    handler: guarded('staff.changePassword', async (form, context, { accountId }) => {
      // Nobody comes in by this door without a password.
      const step = changePasswordStep('password');
      const read = readForm(step, form);
      if (!read.ok) return read;
      const changed = await changePassword(context.locals.deps, {
        accountId,
        current: answerOf(read.value, 'password'),
        password: answerOf(read.value, 'newPassword'),
      });
      if (!changed.ok) return refuseStaffField(changed.code, passwordFieldOf(changed.code), step, {});
      // Changed once more meanwhile: whoever did that decides, and this browser is signed out like the others.
      await comeIn(context, changed.value, 'staff');
      return ok();
    }),
  }),

  endSession: defineAction({
    accept: 'form',
    handler: guarded('staff.endSession', (form, context, person) =>
      endDevice(context.locals.deps, person, typed(form, 'session')),
    ),
  }),

  signOutEverywhere: defineAction({
    accept: 'form',
    handler: guarded('staff.signOutEverywhere', async (_form, context, person) => {
      const { deps } = context.locals;
      await endDevices(deps, person);
      await endSession(deps, context.cookies);
      return ok();
    }),
  }),

  invite: defineAction({
    accept: 'form',
    handler: guarded('staff.invite', async (form, context, person) => {
      const { deps, locale } = context.locals;
      const read = readForm(inviteStep, form);
      if (!read.ok) return read;
      const invited = await inviteStaff(deps, {
        name: expectOk(parsePersonName(answerOf(read.value, 'name'))),
        email: expectOk(parseEmail(answerOf(read.value, 'email'))),
        roles: rolesOf(read.value),
        locale,
        actor: person.actor,
      });
      return invited.ok ? ok() : refuseStaffField(invited.code, 'email', inviteStep, read.value);
    }),
  }),

  changeRoles: defineAction({
    accept: 'form',
    handler: guarded('staff.changeRoles', async (form, context, person) => {
      const read = readForm(rolesStep, form);
      if (!read.ok)
        return err('invalid', { fields: { '': read.detail?.fields?.['roles'] ?? '' }, values: {} });
      const changed = await changeRoles(context.locals.deps, {
        accountId: typed(form, 'account'),
        roles: rolesOf(read.value),
        actor: person.actor,
      });
      return changed.ok ? ok() : refuseStaffField(changed.code, '', rolesStep, {});
    }),
  }),

  disable: defineAction({
    accept: 'form',
    handler: guarded('staff.disable', async (form, context, person) => {
      const about = { accountId: typed(form, 'account'), actor: person.actor };
      const disabled = await disableStaff(context.locals.deps, about);
      return disabled.ok ? ok() : refuseStaffField(disabled.code, '', rolesStep, {});
    }),
  }),

  enable: defineAction({
    accept: 'form',
    handler: guarded('staff.enable', async (form, context, person) => {
      const about = { accountId: typed(form, 'account'), actor: person.actor };
      const enabled = await renewStaff(context.locals.deps, about);
      return enabled.ok ? ok() : refuseStaffField(enabled.code, '', rolesStep, {});
    }),
  }),
};
