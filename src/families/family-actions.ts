import { defineAction } from 'astro:actions';
import { accountDoor, sendCode, type Refused } from '../accounts/index.ts';
import { guarded } from '../accounts/guard.ts';
import { answerOf } from '../shared/form.ts';
import type { Text } from '../shared/i18n.ts';
import { err, ok, type Err } from '../shared/result.ts';
import { acceptInvitation, acceptWaiting, refuseInvitation, refuseWaiting } from './answer-invitation.ts';
import { familyMessages } from './family-messages.ts';
import { inviteGuardian, withdrawInvitation } from './invite-guardian.ts';
import { CONSENT_FIELD, consentStep, identityWording, joinStep } from './join-step.ts';
import { renewInvitation } from './renew-invitation.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const { comeIn, readForm, refusalText, typed } = accountDoor;

const refuse = <const E extends string>(code: E, field = ''): Err<E, Refused> => {
  const words = (familyMessages as Readonly<Record<string, Text>>)[code] ?? refusalText(code);
  return err(code, { fields: { [field]: words } }) as Err<E, Refused>;
};

export const familyActions = {
  inviteGuardian: defineAction({
    accept: 'form',
    handler: guarded('families.inviteGuardian', async (form, context, person) => {
      const invited = await inviteGuardian(context.locals.deps, {
        familyId: person.familyId,
        guardianId: typed(form, 'guardian'),
        actor: person.actor,
        locale: context.locals.locale,
      });
      return invited.ok ? ok() : refuse(invited.code);
    }),
  }),

  withdrawInvitation: defineAction({
    accept: 'form',
    handler: guarded('families.withdrawInvitation', async (_form, context, person) => {
      const { familyId, actor } = person;
      const withdrawn = await withdrawInvitation(context.locals.deps, { familyId, actor });
      return withdrawn.ok ? ok() : refuse(withdrawn.code);
    }),
  }),

  withdrawConsent: defineAction({
    accept: 'form',
    handler: guarded('families.withdrawConsent', async (form, context, person) => {
      const { familyId, actor } = person;
      const consentId = typed(form, 'consent');
      const withdrawn = await withdrawConsent(context.locals.deps, {
        consentId,
        familyId,
        actor,
      });
      return withdrawn.ok ? ok() : refuse(withdrawn.code);
    }),
  }),

  sendInvitationCode: defineAction({
    accept: 'form',
    handler: guarded('families.sendInvitationCode', async (_form, context) => {
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
    }),
  }),

  acceptInvitation: defineAction({
    accept: 'form',
    handler: guarded('families.acceptInvitation', async (form, context) => {
      const { deps, locale } = context.locals;
      const step = joinStep(identityWording(deps.consents, deps.now()));
      const read = readForm(step, form);
      if (!read.ok) return read;
      const joined = await acceptInvitation(deps, {
        token: context.params['token'] ?? '',
        code: answerOf(read.value, 'code'),
        agreed: answerOf(read.value, CONSENT_FIELD) === 'yes',
        locale,
      });
      if (!joined.ok)
        return refuse(joined.code, ['wrong-code', 'code-spent'].includes(joined.code) ? 'code' : '');
      const begun = await comeIn(context, joined.value, 'family');
      return begun.ok ? ok({ accountId: joined.value.accountId }) : refuse(begun.code);
    }),
  }),

  /** Signed in with the number the invitation went to: no second code. */
  acceptWaiting: defineAction({
    accept: 'form',
    handler: guarded('families.acceptWaiting', async (form, context, person) => {
      const { deps, locale } = context.locals;
      const read = readForm(consentStep(identityWording(deps.consents, deps.now())), form);
      if (!read.ok) return read;
      const agreed = answerOf(read.value, CONSENT_FIELD) === 'yes';
      const joined = await acceptWaiting(deps, { accountId: person.accountId, agreed, locale });
      return joined.ok ? joined : refuse(joined.code);
    }),
  }),

  refuseWaiting: defineAction({
    accept: 'form',
    handler: guarded('families.refuseWaiting', async (_form, context, { accountId }) => {
      const refused = await refuseWaiting(context.locals.deps, { accountId });
      return refused.ok ? ok() : refuse(refused.code);
    }),
  }),

  renewInvitation: defineAction({
    accept: 'form',
    handler: guarded('families.renewInvitation', async (_form, context) => {
      const renewed = await renewInvitation(context.locals.deps, { token: context.params['token'] ?? '' });
      return renewed.ok ? ok() : refuse(renewed.code);
    }),
  }),

  refuseInvitation: defineAction({
    accept: 'form',
    handler: guarded('families.refuseInvitation', async (_form, context) => {
      const refused = await refuseInvitation(context.locals.deps, { token: context.params['token'] ?? '' });
      return refused.ok ? ok() : refuse(refused.code);
    }),
  }),
};
