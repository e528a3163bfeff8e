import { translator, type Locale } from '../../shared/i18n.ts';
import { contractMessages } from '../contract-messages.ts';

/** The steps from the full text to the signature, for the step bar. */
export const signingSteps = (locale: Locale): readonly string[] => {
  const t = translator(contractMessages, locale);
  return [t('step.read'), t('step.confirm'), t('step.sign'), t('step.done')];
};
