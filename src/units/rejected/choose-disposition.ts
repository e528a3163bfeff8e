/** The family says what happens to a unit that could not be stored. Recorded as consent, and changeable until it is done. */
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Actor } from '../../shared/actor.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import { addDays, today } from '../../shared/civil-date.ts';
import type { Clock, Instant } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { DISPOSITIONS, type Disposition } from '../unit.ts';
import type { UnitStore } from '../unit-store.ts';
import { openTask, overtake, type TaskDeps } from '../care/open-tasks.ts';
import type { UnitTaskStore } from '../care/task-store.ts';

/** How long the family may take [X: shown as 示例]. Nothing happens to the unit when it passes. */
const DAYS_TO_DECIDE = 30;

/** The last day to answer: counted from the day the unit was rejected. */
export const decideBy = (rejectedAt: Instant): CivilDate => addDays(today(rejectedAt), DAYS_TO_DECIDE);

export const isDisposition = (value: unknown): value is Disposition =>
  typeof value === 'string' && (DISPOSITIONS as readonly string[]).includes(value);

/** What the person read when they chose; kept with the consent. */
export interface ShownChoice {
  readonly title: string;
  readonly body: string;
}

interface ChooseStores {
  units: UnitStore;
  unitTasks: UnitTaskStore;
  audit: AuditTrail;
}

export interface ChooseDeps<Stores extends ChooseStores> extends TaskDeps {
  readonly now: Clock;
  readonly transaction: Transact<Stores>;
  /** Withdraws an earlier choice for this unit and writes the new one. */
  readonly recordConsent: (
    tx: Stores,
    consent: {
      readonly familyId: string;
      readonly accountId: string;
      readonly unitId: string;
      readonly disposition: Disposition;
      readonly shown: ShownChoice;
      readonly at: Instant;
    },
  ) => Promise<void>;
}

export interface ChooseDisposition {
  readonly din: string;
  readonly familyId: string;
  readonly accountId: string;
  readonly actor: Actor;
  readonly disposition: Disposition;
  readonly shown: ShownChoice;
  /** The unit's version when the page was shown. */
  readonly version: number;
}

export const chooseDisposition = <Stores extends ChooseStores>(
  deps: ChooseDeps<Stores>,
  cmd: ChooseDisposition,
): Promise<Result<{ din: string }, 'not-found' | 'wrong-state' | 'changed-meanwhile'>> =>
  deps.transaction<{ din: string }, 'not-found' | 'wrong-state' | 'changed-meanwhile', undefined>(
    async (tx) => {
      const unit = await tx.units.forFamily(cmd.din, cmd.familyId);
      if (!unit) return err('not-found');
      if (unit.state !== 'rejected') return err('wrong-state');
      // A second click with the same answer is the same answer.
      if (unit.disposition === cmd.disposition) return ok({ din: unit.din });
      if (unit.version !== cmd.version) return err('changed-meanwhile');
      const at = deps.now();
      if (!(await tx.units.saveDisposition(unit, cmd.disposition, at))) return err('changed-meanwhile');
      await deps.recordConsent(tx, {
        familyId: cmd.familyId,
        accountId: cmd.accountId,
        unitId: unit.id,
        disposition: cmd.disposition,
        shown: cmd.shown,
        at,
      });
      await tx.audit.record({
        action: 'unit.disposition-chosen',
        actor: cmd.actor,
        object: { kind: 'unit', id: unit.id },
        details: { disposition: cmd.disposition, before: unit.disposition },
      });
      if (cmd.disposition === 'recheck') {
        const { id: unitId } = unit;
        const { familyId } = cmd;
        await openTask(tx, deps, { unitId, familyId, kind: 'recheck', why: 'asked' });
      } else await overtake(tx, deps.now, unit.id, 'recheck');
      return ok({ din: unit.din });
    },
  );
