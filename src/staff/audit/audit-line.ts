/** A row of the log as one sentence: who did what to which object, and from where. */
import { say, translator, type Locale, type Text } from '../../shared/i18n.ts';
import { formatDin } from '../../shared/identifiers/index.ts';
import { actionMessages, auditMessages } from './audit-messages.ts';
import type { AuditNames, AuditRow } from './audit-store.ts';

export interface AuditLine {
  readonly who: string;
  /** Around the object, which the page makes a link. */
  readonly did: readonly [before: string, after: string];
  readonly object: string;
  readonly from: string;
  /** Why, where a purpose was given. */
  readonly purpose: string | null;
}

const words: Readonly<Record<string, Text>> = auditMessages;
const actions: Readonly<Record<string, Text>> = actionMessages;

/** Whether an action has words of its own. */
export const wordedActions = (action: string): boolean => Object.hasOwn(actions, `did.${action}`);

/** The part of an id that tells two apart, for things that have no number. */
const short = (id: string): string => (/^[a-z]{2,4}_[0-9a-z]{20,}$/.test(id) ? `…${id.slice(-6)}` : id);

export function auditLine(row: AuditRow, names: AuditNames, locale: Locale): AuditLine {
  const t = translator(auditMessages, locale);
  const nameOf = (id: string): string | null => {
    const found = names.get(id);
    return found === undefined ? null : typeof found === 'string' ? found : say(found, locale);
  };
  const plain = nameOf(row.objectId) ?? short(row.objectId);
  const name = row.objectKind === 'unit' ? formatDin(plain) : plain;
  const kind = words[`kind.${row.objectKind}`];
  const object = kind ? say(kind, locale, { name }) : `${row.objectKind} ${name}`;
  const action = actions[`did.${row.action}`];
  const [before = '', after = ''] = (
    action ? action[locale] : say(auditMessages.unknown, locale, { action: row.action, object: '{object}' })
  ).split('{object}');
  const who = words[`who.${row.actorKind}`];
  const from = words[`from.${row.actorKind}`];
  const purpose = words[`purpose.${String(row.details['purpose'])}`];
  return {
    who:
      (row.actorKind === 'staff' ? nameOf(row.actorId) : null) ??
      (who ? say(who, locale, { id: nameOf(row.actorId) ?? short(row.actorId) }) : row.actorKind),
    did: [before, after],
    object: action && !action[locale].includes('{object}') ? '' : object,
    from: from ? say(from, locale) : row.actorKind,
    purpose: purpose ? t('purpose', { purpose: say(purpose, locale) }) : null,
  };
}
