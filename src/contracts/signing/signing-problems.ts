import { fill, type Locale } from '../../shared/i18n.ts';
import { limitFieldName } from '../contract.ts';
import { contractMessages } from '../contract-messages.ts';

export interface Problem {
  /** The field it belongs to, or '' for the whole form. */
  readonly name: string;
  readonly text: string;
  /** What to do about it, said beside the field only: the summary stays short. */
  readonly beside?: string;
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'name-missing': 'name',
  'name-differs': 'name',
  'mark-missing': 'path',
  'code-missing': 'code',
  'code-again': 'code',
  'wrong-code': 'code',
  'code-spent': 'code',
  'too-many-codes': 'code',
};

/** Refusals as sentences beside their fields, in the order of the page. `open`: the limits not confirmed yet. */
export function signingProblems(
  codes: readonly string[],
  locale: Locale,
  facts: { readonly name: string; readonly open: readonly { readonly id: string; readonly short: string }[] },
): readonly Problem[] {
  const words = (key: string, limit = ''): string => {
    const known = Object.hasOwn(contractMessages, key) ? key : 'refused.wrong-state';
    const text = contractMessages[known as 'refused.wrong-state'];
    return fill(text[locale], { name: facts.name, limit });
  };
  return codes.flatMap((code) =>
    code === 'limits-not-confirmed'
      ? facts.open.map(({ id, short }) => ({
          name: limitFieldName(id),
          text: words('refused.limit', short),
          beside: words('refused.limitHere'),
        }))
      : [{ name: FIELD_OF[code] ?? '', text: words(`refused.${code}`) }],
  );
}
