/** Plays the whole cast in the order things happened, and answers what the laboratory has to report afterwards. */
import type { Deps } from '../../../src/deps.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../../src/shared/clock.ts';
import { dinCheckCharacter } from '../../../src/shared/identifiers/index.ts';
import type { Scene } from '../events/play.ts';
import type { FamilyUnit } from '../feed/families.ts';
import { cast, type Member, type Reached } from './cast.ts';
import { FamilyInHouse } from './journey.ts';
import { SECOND_COUNSELLOR } from './staff.ts';

const ORDER: readonly Reached[] = ['half-filled', 'submitted', 'offered', 'one-signed', 'to-pay', 'paid'];
const reaches = (member: Member, stage: Reached): boolean =>
  ORDER.indexOf(member.reached) >= ORDER.indexOf(stage);

const RETURNED = [
  {
    step: 'hospital',
    reason: {
      zh: '您填的医院今年不接收产妇转入，请和医生确认在哪家生。',
      en: 'Please check with your doctor which hospital it will be.',
    },
  },
];
const DECLINED = {
  zh: '问卷里说明的感染会让这份血不能用于移植，所以我们不能收。您可以先问产科和感染科医生；有新的检查结果，欢迎再报名。',
  en: 'The infection described means the blood could not be used for a transplant.',
};

function scenesOf(
  member: Member,
  deps: Deps,
  now: Instant,
  staffId: string,
): { family: FamilyInHouse; scenes: Scene[] } {
  const family = new FamilyInHouse(deps, member);
  const began = now - member.began * DAY;
  const scenes: Scene[] = [];
  const scene = (after: number, play: () => Promise<void>): void =>
    void scenes.push({ at: began + after, play });

  scene(0, () => family.signsUp());
  if (member.reached === 'half-filled') {
    scene(10 * MINUTE, () => family.fillsIn('address'));
    return { family, scenes };
  }
  scene(10 * MINUTE, () => family.fillsIn());
  scene(25 * MINUTE, () => family.submits());
  const { locale } = member;
  if (member.reached === 'returned') {
    const steps = RETURNED.map(({ step, reason }) => ({ step, reason: reason[locale] }));
    scene(5 * HOUR, () => family.isDecidedOn(staffId, { action: 'return', steps }));
  } else if (member.reached === 'sent-again') {
    const steps = RETURNED.map(({ step, reason }) => ({ step, reason: reason[locale] }));
    scene(5 * HOUR, () => family.isDecidedOn(staffId, { action: 'return', steps }));
    scene(30 * HOUR, () => family.corrects('hospital', { hospital: 'qilu' }));
  } else if (member.reached === 'to-decline')
    scene(3 * HOUR, async () => {
      const second = (await deps.read.accounts.byEmail(SECOND_COUNSELLOR.email))?.id ?? '';
      await family.isToBeDeclined(second, DECLINED[locale]);
    });
  else if (member.reached === 'declined')
    scene(26 * HOUR, async () => {
      const second = (await deps.read.accounts.byEmail(SECOND_COUNSELLOR.email))?.id ?? '';
      await family.isDeclined({ first: staffId, second }, DECLINED[locale]);
    });
  if (reaches(member, 'offered')) scene(20 * HOUR, () => family.isAccepted(staffId));
  if (reaches(member, 'one-signed')) scene(22 * HOUR, () => family.motherSigns());
  if (reaches(member, 'to-pay')) {
    scene(40 * HOUR, () => family.otherJoins());
    scene(40 * HOUR + 5 * MINUTE, () => family.otherSigns());
  }
  if (reaches(member, 'paid')) scene(3 * DAY, () => family.pays());
  return { family, scenes };
}

export interface Played {
  readonly members: readonly { readonly member: Member; readonly family: FamilyInHouse }[];
  readonly units: readonly FamilyUnit[];
}

/** `setClock` moves the clock the deps were built with; `also` is what happens meanwhile. */
export async function playCast(
  deps: Deps,
  setClock: (at: Instant) => void,
  {
    now,
    staffId,
    also = [],
  }: { readonly now: Instant; readonly staffId: string; readonly also?: readonly Scene[] },
): Promise<Played> {
  const told = cast(now).map((member) => ({ member, ...scenesOf(member, deps, now, staffId) }));
  const scenes = [...told.flatMap(({ scenes: own }) => own), ...also].sort((a, b) => a.at - b.at);
  for (const { at, play } of scenes) {
    setClock(at);
    await play();
  }
  setClock(now);
  const units: FamilyUnit[] = [];
  for (const { member, family } of told)
    for (const [index, story] of (member.units ?? []).entries()) {
      // Their own facility code keeps the named families' numbers apart from the sample feed's.
      const din = `G9876${String(new Date(now).getUTCFullYear() % 100)}${String(600_000 + units.length).padStart(6, '0')}`;
      const contractNumber = await family.contractNumber();
      units.push({
        din: `${din}${dinCheckCharacter(din)}`,
        contractNumber,
        baby: index + 1,
        story,
        now,
        // A day after they have paid.
        after: now - (member.began - 4) * DAY,
      });
    }
  return { members: told, units };
}
