/**
 * Whether a programme may help, criterion by criterion, each with its reason. The two-minute check asks it today; an
 * application asks it again with the day it was first received. It never approves anything: that is the committee's.
 */
import type { ProgrammesPolicy } from '#src/content/policies.ts';
import type { CivilDate } from '#src/shared/civil-date.ts';
import { formatDate } from '#src/shared/format.ts';
import { fill, type Locale, type Text } from '#src/shared/i18n.ts';
import { judgeAge, yearsOld } from './age.ts';
import { assessMessages } from './assess-messages.ts';
import { isAid, isSample, type AgeCriterion, type AidProgramme, type Criterion } from './programme.ts';
import type { Situation } from './situation.ts';

export type FindingVerdict = 'met' | 'ask' | 'not-met';
export type Verdict = 'likely' | 'ask' | 'unlikely';

export interface Finding {
  readonly criterion: string;
  readonly label: Text;
  readonly verdict: FindingVerdict;
  readonly because: Text;
  /** The rule behind it is ours until the operator confirms it. */
  readonly sample: boolean;
}

export interface Assessment {
  readonly programme: AidProgramme;
  readonly verdict: Verdict;
  /** What decided: every criterion that is not met; else every open one; else all of them. */
  readonly deciding: readonly Finding[];
  readonly others: readonly Finding[];
}

const inBoth = (text: Text, params: (locale: Locale) => Readonly<Record<string, string | number>>): Text => ({
  zh: fill(text.zh, params('zh')),
  en: fill(text.en, params('en')),
});

type Judged = Pick<Finding, 'verdict' | 'because'>;

function ageFinding(rule: AgeCriterion, { birth, treatedOn }: Situation, received: CivilDate): Judged {
  const on = rule.reference === 'application' ? received : treatedOn;
  if (on === undefined) return { verdict: 'ask', because: assessMessages.ageOnTreatmentDay };
  const { years, isWithin, changesOn } = judgeAge(rule, birth, on);
  const now = inBoth(years === 0 ? assessMessages.ageUnderOne : assessMessages.age, (locale) => ({
    years,
    rule: rule.rule[locale],
  }));
  const change =
    changesOn &&
    inBoth(isWithin ? assessMessages.ageUntil : assessMessages.ageFrom, (locale) => ({
      date: formatDate(changesOn, locale),
    }));
  return {
    verdict: isWithin ? 'met' : 'not-met',
    because: change ? { zh: now.zh + change.zh, en: `${now.en} ${change.en}` } : now,
  };
}

/** Whether the answer hangs on our reading of “以上” and “以下”: the patient is exactly as old as a number in the rule. */
const isOnTheEdge = (rule: AgeCriterion, { birth }: Situation, received: CivilDate): boolean =>
  rule.ranges.some(({ from, upTo }) => [from, upTo].includes(yearsOld(rule, birth, received)));

function answered(criterion: Exclude<Criterion, AgeCriterion>, situation: Situation): Judged | null {
  const answer = situation[criterion.kind];
  return answer === null ? null : ((criterion.answers as Readonly<Record<string, Judged>>)[answer] ?? null);
}

/**
 * Judges one programme. `received`: the day the application reaches us, on which age is measured unless the policy says
 * otherwise. A criterion whose question does not arise is left out.
 */
export function assess(
  policy: ProgrammesPolicy,
  programme: AidProgramme,
  situation: Situation,
  received: CivilDate,
): Assessment {
  const findings = programme.criteria.flatMap((criterion): Finding[] => {
    const found =
      criterion.kind === 'age' ? ageFinding(criterion, situation, received) : answered(criterion, situation);
    if (found === null) return [];
    const { id, label, basis } = criterion;
    const isOurs = criterion.kind === 'age' && isOnTheEdge(criterion, situation, received);
    return [{ criterion: id, label, ...found, sample: isSample(policy, isOurs ? 'assumed' : basis) }];
  });
  const having = (verdict: FindingVerdict): Finding[] => findings.filter((one) => one.verdict === verdict);
  const deciding = [having('not-met'), having('ask'), findings].find((some) => some.length > 0) ?? [];
  return {
    programme,
    verdict: having('not-met').length > 0 ? 'unlikely' : having('ask').length > 0 ? 'ask' : 'likely',
    deciding,
    others: findings.filter((one) => !deciding.includes(one)),
  };
}

const ORDER: readonly Verdict[] = ['likely', 'ask', 'unlikely'];

/** Every programme that gives money to patients, the likeliest first. */
export const assessAll = (
  policy: ProgrammesPolicy,
  situation: Situation,
  received: CivilDate,
): readonly Assessment[] =>
  policy.programmes
    .filter(isAid)
    .map((programme) => assess(policy, programme, situation, received))
    .toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
