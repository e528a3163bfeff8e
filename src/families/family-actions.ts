import { defineAction } from 'astro:actions';
import { accountDoor, sendCode, type Refused } from '../accounts/index.ts';
import { admitAction } from '../accounts/guard.ts';
import { answerOf } from '../shared/form.ts';
import type { Text } from '../shared/i18n.ts';
import { err, ok, type Err } from '../shared/result.ts';
import { acceptInvitation, refuseInvitation } from './answer-invitation.ts';
import { familyMessages } from './family-messages.ts';
import { inviteGuardian, withdrawInvitation } from './invite-guardian.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const { beginSession, codeStep, deviceName, readForm, refusalText, rememberDevice, typed } = accountDoor;

const refuse = <const E extends string>(code: E, field = ''): Err<E, Refused> => {
  const words = (familyMessages as Readonly<Record<string, Text>>)[code] ?? refusalText(code);
  return err(code, { fields: { [field]: words } }) as Err<E, Refused>;
};

export const familyActions = {
  inviteGuardian: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'families.inviteGuardian');
      if (!access.ok) return access;
      const invited = await inviteGuardian(context.locals.deps, {
        familyId: access.value.familyId ?? '',
        guardianId: typed(form, 'guardian'),
        actor: access.value.actor,
        locale: context.locals.locale,
      });
      return invited.ok ? ok() : refuse(invited.code);
    },
  }),

  withdrawInvitation: defineAction({
    accept: 'form',
    handler: async (_form: FormData, context) => {
      const access = await admitAction(context, 'families.withdrawInvitation');
      if (!access.ok) return access;
      const { familyId, actor } = access.value;
      const withdrawn = await withdrawInvitation(context.locals.deps, { familyId: familyId ?? '', actor });
      return withdrawn.ok ? ok() : refuse(withdrawn.code);
    },
  }),

  withdrawConsent: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'families.withdrawConsent');
      if (!access.ok) return access;
      const { familyId, actor } = access.value;
      const consentId = typed(form, 'consent');
      const withdrawn = await withdrawConsent(context.locals.deps, {
        consentId,
        familyId: familyId ?? '',
        actor,
      });
      return withdrawn.ok ? ok() : refuse(withdrawn.code);
    },
  }),

  sendInvitationCode: defineAction({
    accept: 'form',
    handler: async (_form: FormData, context) => {
      const access = await admitAction(context, 'families.sendInvitationCode');
      if (!access.ok) return access;
      const { deps, locale, clientAddress } = context.locals;
      const invitation = await deps.read.invitations.byToken(context.params['token'] ?? '', deps.now());
      if (!invitation) return refuse('link-gone');
      const { id, phone } = invitation;
      const sent = await sendCode(deps, {
        purpose: 'invitation',
        phone,
        subject: id,
        locale,
        address: clientAddress,
      });
      return sent.ok ? ok() : refuse(sent.code);
    },
  }),

  acceptInvitation: defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      const access = await admitAction(context, 'families.acceptInvitation');
      if (!access.ok) return access;
      const { deps, locale } = context.locals;
      const read = readForm(codeStep, form);
      if (!read.ok) return read;
      const joined = await acceptInvitation(deps, {
        token: context.params['token'] ?? '',
        code: answerOf(read.value, 'code'),
        locale,
      });
      if (!joined.ok)
        return refuse(joined.code, ['wrong-code', 'code-spent'].includes(joined.code) ? 'code' : '');
      const { accountId } = joined.value;
      const device = deviceName(context.request.headers.get('user-agent'));
      await beginSession(deps, context.cookies, { accountId, kind: 'family', device });
      rememberDevice(deps.vault, context.cookies, accountId);
      return ok({ accountId });
    },
  }),

  refuseInvitation: defineAction({
    accept: 'form',
    handler: async (_form: FormData, context) => {
      const access = await admitAction(context, 'families.refuseInvitation');
      if (!access.ok) return access;
      const refused = await refuseInvitation(context.locals.deps, { token: context.params['token'] ?? '' });
      return refused.ok ? ok() : refuse(refused.code);
    },
  }),
};
