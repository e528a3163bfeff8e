import { today } from '#src/shared/civil-date.ts';
import { localPath, translator } from '#src/shared/i18n.ts';
import { message, type Outbox } from '#src/platform/outbox/outbox.ts';
import { applicantMobile } from '../enrolment-facts.ts';
import type { EnrolmentWithFacts } from '../enrolment-store.ts';
import { textMessages } from '../enrolment-messages.ts';
import { RESUME } from '../form/enrolment-form.ts';
import type { EnrolmentDeps } from '../ports.ts';
import { stepPath } from './step-path.ts';

/** A text to the guardian who applied, in their language, with a number and a link and nothing personal. */
export async function tellFamily(
  deps: Pick<EnrolmentDeps, 'vault' | 'config' | 'now' | 'policies'>,
  outbox: Outbox,
  enrolment: Pick<EnrolmentWithFacts, 'id' | 'number' | 'locale' | 'facts'>,
  what: keyof typeof textMessages,
): Promise<void> {
  // What waits for them opens in one tap, after signing in: the page that was returned, or where they stopped.
  const path =
    what === 'smsReturned'
      ? stepPath(enrolment.locale, RESUME, { subject: enrolment.id })
      : localPath(enrolment.locale, `/family/enrolments/${enrolment.id}`);
  const link = `${deps.config.origin}${path}`;
  const days = deps.policies.enrolment.current(today(deps.now())).reviewWorkingDays;
  const text = translator(textMessages, enrolment.locale)(what, { number: enrolment.number, link, days });
  await outbox.add('sms.send', message.sms(deps.vault, applicantMobile(enrolment.facts), text));
}
