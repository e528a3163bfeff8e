import { createHash } from 'node:crypto';
import { defineAction } from 'astro:actions';
import { guarded } from '../accounts/guard.ts';
import { postedText as typed } from '../shared/form.ts';
import { err } from '../shared/result.ts';
import { translator } from '../shared/i18n.ts';
import { parseDin } from '../shared/identifiers/index.ts';
import { askForCall, takeCallBack } from './care/ask-for-call.ts';
import { closeTask, showNumber } from './care/close-task.ts';
import { badNewsMessages } from './rejected/bad-news-messages.ts';
import { chooseDisposition, isDisposition } from './rejected/choose-disposition.ts';

/** Must be the date of a file of consent texts, so that the consent centre can look it up. */
const TEXT_VERSION = '2026-01-01';

export const unitActions = {
  decide: defineAction({
    accept: 'form',
    handler: guarded('units.decide', async (form, context, person) => {
      const { deps, locale } = context.locals;
      const { familyId, accountId, actor } = person;
      const din = parseDin(typed(form, 'din'));
      if (!din.ok) return err('not-found');
      const chosen = typed(form, 'disposition');
      if (!isDisposition(chosen)) return err('not-chosen');
      const t = translator(badNewsMessages, locale);
      const shown = { title: t(`choice.${chosen}`), body: t(`choice.${chosen}Line`) };
      return chooseDisposition(
        {
          now: deps.now,
          policies: deps.policies,
          transaction: deps.transaction,
          recordConsent: async ({ families }, consent) => {
            const earlier = (await families.consentsOf(consent.familyId)).filter(
              (one) =>
                one.subjectId === consent.unitId &&
                one.purpose.startsWith('unit-') &&
                one.withdrawnAt === null,
            );
            for (const one of earlier) await families.withdrawConsent(one.id, consent.familyId, consent.at);
            await families.saveConsent({
              familyId: consent.familyId,
              accountId: consent.accountId,
              purpose: `unit-${consent.disposition}`,
              textVersion: TEXT_VERSION,
              textSha256: createHash('sha256').update(`${shown.title}\n${shown.body}`).digest('hex'),
              locale,
              subjectId: consent.unitId,
              shown,
              givenAt: consent.at,
            });
          },
        },
        {
          din: din.value,
          familyId,
          accountId,
          actor,
          disposition: chosen,
          shown,
          version: Number(typed(form, 'version')),
        },
      );
    }),
  }),

  /** Form fields `din` and `slot`. */
  askForCall: defineAction({
    accept: 'form',
    handler: guarded('units.askForCall', async (form, context, { familyId, accountId, actor }) => {
      const din = parseDin(typed(form, 'din'));
      if (!din.ok) return err('not-found');
      const slot = typed(form, 'slot');
      return askForCall(context.locals.deps, { din: din.value, familyId, accountId, actor, slot });
    }),
  }),
  takeCallBack: defineAction({
    accept: 'form',
    handler: guarded('units.takeCallBack', async (form, context, { familyId, accountId, actor }) => {
      const din = parseDin(typed(form, 'din'));
      if (!din.ok) return err('not-found');
      return takeCallBack(context.locals.deps, { din: din.value, familyId, accountId, actor });
    }),
  }),
  /** Form fields `id`, `version` and `outcome`. */
  closeTask: defineAction({
    accept: 'form',
    handler: guarded('units.closeTask', (form, context, { actor, staff }) =>
      closeTask(context.locals.deps, {
        id: typed(form, 'id'),
        version: Number(typed(form, 'version')),
        outcome: typed(form, 'outcome'),
        actor,
        roles: staff?.roles ?? [],
      }),
    ),
  }),
  showNumber: defineAction({
    accept: 'form',
    handler: guarded('units.showNumber', (form, context, { actor, staff }) =>
      showNumber(context.locals.deps, { id: typed(form, 'id'), actor, roles: staff?.roles ?? [] }),
    ),
  }),
};
