/** Word to the guardians: that there is something to read, never what it is. A text message is not the place for a result. */
import type { Deps } from '../deps.ts';
import { message, type JobHandler } from '../platform/outbox/outbox.ts';
import { localPath, translator, type Locale } from '../shared/i18n.ts';
import { ok } from '../shared/result.ts';
import { isNewsState, type NewsState } from './lab/tell-family.ts';
import { unitMessages } from './unit-messages.ts';
import type { Unit } from './unit-store.ts';

type NewsKey = `sms.${NewsState}` | 'sms.decisionDue';

/** Whom to write to, as the families know them. */
interface Guardians {
  guardiansOf(
    familyId: string,
  ): Promise<readonly { readonly phone: string | null; readonly accountId: string | null }[]>;
}
export type UnitJobDeps = Pick<Deps, 'config' | 'transaction' | 'vault'> & {
  readonly read: Pick<Deps['read'], 'units' | 'accounts'> & { readonly families: Guardians };
};

async function text(deps: UnitJobDeps, unit: Unit, key: NewsKey): Promise<void> {
  if (!unit.familyId) return;
  const link = (locale: Locale): string => new URL(localPath(locale, '/family'), deps.config.origin).href;
  const texts: { phone: string; words: string }[] = [];
  for (const { phone, accountId } of await deps.read.families.guardiansOf(unit.familyId)) {
    if (phone === null) continue;
    const account = accountId === null ? null : await deps.read.accounts.byId(accountId);
    const locale = account?.locale ?? 'zh';
    texts.push({ phone, words: translator(unitMessages, locale)(key, { link: link(locale) }) });
  }
  await deps.transaction(async ({ outbox }) => {
    for (const { phone, words } of texts) await outbox.add('sms.send', message.sms(deps.vault, phone, words));
    return ok();
  });
}

export const jobs = (deps: UnitJobDeps): Record<string, JobHandler> => ({
  'unit.news': async ({ unitId, state }) => {
    const unit = await deps.read.units.byId(String(unitId));
    // Only what is still true is worth a message: a unit stored and rejected within the hour is rejected.
    if (unit && unit.state === state && isNewsState(state)) await text(deps, unit, `sms.${state}`);
  },
  'unit.decision-due': async ({ unitId }) => {
    const unit = await deps.read.units.byId(String(unitId));
    if (unit?.state === 'rejected' && unit.disposition === null) await text(deps, unit, 'sms.decisionDue');
  },
});
