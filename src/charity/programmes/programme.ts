/** The programmes as the policy in force has them. */
import type { ProgrammesPolicy } from '#src/content/policies.ts';

export type Programme = ProgrammesPolicy['programmes'][number];
export type ProgrammeId = Programme['id'];
export type AidProgramme = Extract<Programme, { kind: 'aid' }>;
export type AidId = AidProgramme['id'];
export type Criterion = AidProgramme['criteria'][number];
export type AgeCriterion = Extract<Criterion, { kind: 'age' }>;
export type Tier = AidProgramme['tiers'][number];
export type ProgrammeStep = Programme['steps'][number];

/** Programmes that give money to patients, and so stand in the ledger of grants. */
export const AID_IDS = ['aid-fund', 'kindling'] as const satisfies readonly AidId[];

export const isAid = (programme: Programme): programme is AidProgramme => programme.kind === 'aid';

/** One programme of a version. Throws where the file has left it out: its page would have nothing to say. */
export function programmeOf<I extends ProgrammeId>(
  policy: ProgrammesPolicy,
  id: I,
): I extends AidId ? AidProgramme : Extract<Programme, { id: I }> {
  const found = policy.programmes.find((one) => one.id === id);
  if (!found) throw new Error(`the policy "programmes" ${policy.version} has no programme ${id}`);
  return found as ReturnType<typeof programmeOf<I>>;
}

/** Working days from handing in complete papers to hearing the decision. */
export const answerBy = ({ steps }: AidProgramme): number =>
  steps
    .slice(0, steps.findIndex(({ id }) => id === 'answer') + 1)
    .reduce((sum, { withinWorkingDays }) => sum + (withinWorkingDays ?? 0), 0);

/** What is ours and not yet confirmed wears 示例; what a source states does not. */
export const isSample = (policy: ProgrammesPolicy, basis: 'public' | 'assumed'): boolean =>
  !policy.confirmed && basis === 'assumed';

/** The tier a family's own cost falls into (fen, after insurance); null below the first. */
export const tierFor = (programme: AidProgramme, ownCostFen: number): Tier | null =>
  programme.tiers.find(
    ({ ownCostFromFen, ownCostBelowFen }) =>
      ownCostFen >= ownCostFromFen && (ownCostBelowFen === null || ownCostFen < ownCostBelowFen),
  ) ?? null;
