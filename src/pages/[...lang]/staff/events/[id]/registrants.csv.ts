import type { APIRoute } from 'astro';
import { admit, notFound } from '#src/accounts/guard.ts';
import { isExportPurpose } from '#src/events/for-pages.ts';
import { exportRegistrants } from '#src/events/index.ts';
import { staffEventMessages } from '#src/events/staff/staff-event-messages.ts';
import { postedText } from '#src/shared/form.ts';
import { localPath, translator } from '#src/shared/i18n.ts';

/** Posted with a purpose, which is written down; no list of people has an address that could be sent on. */
export const POST: APIRoute = async (context) => {
  const access = await admit(context);
  if (access instanceof Response) return access;
  const { deps, locale } = context.locals;
  const id = context.params['id'] ?? '';
  const purpose = postedText(await context.request.formData(), 'purpose');
  if (!isExportPurpose(purpose)) return context.redirect(localPath(locale, `/staff/events/${id}`), 303);
  const t = translator(staffEventMessages, locale);
  const file = await exportRegistrants(deps, {
    actor: access.actor,
    eventId: id,
    purpose,
    words: {
      heads: {
        turn: t('colTurn'),
        state: t('colState'),
        people: t('colPeople'),
        code: t('headCode'),
        name: t('headName'),
        phone: t('headPhone'),
        email: t('headEmail'),
        booked: t('headBooked'),
        came: t('seatsCame'),
      },
      state: (state) => t(`booking.${state}`),
    },
  });
  if (!file.ok) return notFound(context);
  return new Response(file.value, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="registrants.csv"; filename*=UTF-8''${encodeURIComponent(t('fileName'))}.csv`,
      'cache-control': 'private, no-store',
    },
  });
};
