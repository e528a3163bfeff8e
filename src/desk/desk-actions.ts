import { defineAction } from 'astro:actions';
import { guarded } from '../accounts/guard.ts';
import { postedText as text } from '../shared/form.ts';
import { err } from '../shared/result.ts';
import { isFamilyPurpose, revealFamily } from './family-of-unit.ts';
import { findAnything } from './find-anything.ts';

export const deskActions = {
  /** Posted, not part of the address: a phone number has no place in one. */
  find: defineAction({
    accept: 'form',
    handler: guarded('desk.find', async (form, context, person) => {
      const typed = text(form, 'who');
      const found = await findAnything(context.locals.deps, typed, person.staff?.roles ?? []);
      // What was typed goes back with a refusal, so that it is mended rather than typed again.
      return found.ok ? found : err(found.code, { values: { who: typed } });
    }),
  }),
  revealFamily: defineAction({
    accept: 'form',
    handler: guarded('desk.revealFamily', async (form, context, person) => {
      const purpose = text(form, 'purpose');
      if (!isFamilyPurpose(purpose)) return err('purpose-missing');
      const shown = await revealFamily(context.locals.deps, {
        actor: person.actor,
        din: text(form, 'din'),
        purpose,
      });
      return shown.ok ? { ok: true as const, value: { purpose } } : shown;
    }),
  }),
};
