/** Word to the guardians: that there is something to read, never what it is. A text message is not the place for a result. */
import type { Deps } from '../deps.ts';
import { message, type JobHandler } from '../platform/outbox/outbox.ts';
import { localPath, translator, type Locale } from '../shared/i18n.ts';
import { ok } from '../shared/result.ts';
import { unitMessages } from './unit-messages.ts';
import type { Unit } from './unit-store.ts';

type NewsKey = 'sms.stored' | 'sms.rejected' | 'sms.decisionDue';
type JobDeps = Pick<Deps, 'config' | 'read' | 'transaction' | 'vault'>;

async function text(deps: JobDeps, unit: Unit, key: NewsKey): Promise<void> {
  if (!unit.familyId) return;
  const guardians = await deps.read.families.guardiansOf(unit.familyId);
  const link = (locale: Locale): string =>
    new URL(localPath(locale, `/family/units/${unit.din}`), deps.config.origin).href;
  await deps.transaction(async ({ outbox }) => {
    for (const { phone, locale } of guardians)
      if (phone)
        await outbox.add(
          'sms.send',
          message.sms(
            deps.vault,
            phone,
            translator(unitMessages, locale ?? 'zh')(key, { link: link(locale ?? 'zh') }),
          ),
        );
    return ok();
  });
}

export const jobs = (deps: JobDeps): Record<string, JobHandler> => ({
  'unit.news': async ({ unitId, state }) => {
    const unit = await deps.read.units.byId(String(unitId));
    // Only what is still true is worth a message: a unit stored and rejected within the hour is rejected.
    if (unit && unit.state === state)
      await text(deps, unit, state === 'stored' ? 'sms.stored' : 'sms.rejected');
  },
  'unit.decision-due': async ({ unitId }) => {
    const unit = await deps.read.units.byId(String(unitId));
    if (unit?.state === 'rejected' && unit.disposition === null) await text(deps, unit, 'sms.decisionDue');
  },
});
