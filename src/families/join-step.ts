/** What whoever joins by an invitation answers: the code on their phone, and the consent nobody can give for them. */
import { wordingOf, type ConsentTexts, type ConsentWording } from '../content/consents.ts';
import { accountDoor } from '../accounts/index.ts';
import { today } from '../shared/civil-date.ts';
import type { Instant } from '../shared/clock.ts';
import type { Step } from '../shared/form.ts';

export const CONSENT_FIELD = 'consent-identity-documents';

/**
 * The wording in force about identity documents. PIPL 29: separate consent of the person themselves; the one who enrolled
 * gave the number for the contract, which does not cover this person's own agreement.
 */
export const identityWording = (consents: ConsentTexts, now: Instant): ConsentWording =>
  wordingOf(consents.current(today(now)), 'identity-documents');

export const joinStep = (wording: ConsentWording): Step => ({
  ...accountDoor.codeStep,
  id: 'join',
  fields: [...accountDoor.codeStep.fields, ...consentStep(wording).fields],
});

/** For whoever is signed in with the invited number: only the consent is left to give. */
export const consentStep = ({ title, body, version }: ConsentWording): Step => ({
  ...accountDoor.codeStep,
  id: 'consent',
  fields: [
    {
      kind: 'consent',
      name: CONSENT_FIELD,
      label: title,
      body,
      version,
      missing: {
        zh: '同意请勾选。不同意就不能加入和签合同；想问清楚，可以先打电话给我们。',
        en: 'Tick this if you agree. Without it you cannot join and sign; you may phone us first and ask.',
      },
    },
  ],
});
