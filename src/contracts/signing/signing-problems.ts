import { fill, type Locale } from '../../shared/i18n.ts';
import { limitFieldName } from '../contract.ts';
import { contractMessages } from '../contract-messages.ts';

export interface Problem {
  /** The field it belongs to, or '' for the whole form. */
  readonly name: string;
  readonly text: string;
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'name-differs': 'name',
  'mark-missing': 'path',
  'code-missing': 'code',
  'wrong-code': 'code',
  'code-spent': 'code',
  'too-many-codes': 'code',
};

/** A refusal as sentences beside their fields. `open`: the limits not confirmed yet. */
export function signingProblems(
  code: string,
  locale: Locale,
  facts: { readonly name: string; readonly open: readonly string[] },
): readonly Problem[] {
  const words = (key: string): string => {
    const known = Object.hasOwn(contractMessages, key) ? key : 'refused.wrong-state';
    const text = contractMessages[known as 'refused.wrong-state'];
    return fill(text[locale], { name: facts.name, count: facts.open.length });
  };
  if (code === 'limits-not-confirmed')
    return facts.open.map((id) => ({ name: limitFieldName(id), text: words('refused.limit') }));
  return [{ name: FIELD_OF[code] ?? '', text: words(`refused.${code}`) }];
}
