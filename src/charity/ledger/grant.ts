/** A grant as the books have it: for whom is known to the aid case only; here a person is a blind index. */
import type { CivilDate } from '#src/shared/civil-date.ts';
import type { Text } from '#src/shared/i18n.ts';
import type { AidId } from '../programmes/programme.ts';

/** Wide on purpose: a rare disease by its name would point at one child. */
export const DISEASE_GROUPS = {
  leukaemia: { zh: '白血病', en: 'Leukaemia' },
  lymphoma: { zh: '淋巴瘤和骨髓瘤', en: 'Lymphoma and myeloma' },
  myelodysplasia: { zh: '骨髓增生异常综合征', en: 'Myelodysplastic syndromes' },
  'marrow-failure': { zh: '再生障碍性贫血等骨髓衰竭', en: 'Aplastic anaemia and other marrow failure' },
  'inherited-blood': { zh: '遗传性血液病', en: 'Inherited blood disease' },
  immune: { zh: '免疫缺陷', en: 'Immune deficiency' },
  metabolic: { zh: '遗传代谢病', en: 'Inherited metabolic disease' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Readonly<Record<string, Text>>;
export type DiseaseGroup = keyof typeof DISEASE_GROUPS;

/** A city of Shandong by its national code, or outside the province. */
export const ELSEWHERE = 'elsewhere';

export interface Grant {
  readonly id: string;
  readonly programme: AidId;
  /** The same for every grant to the same person; opens nothing. */
  readonly person: string;
  readonly city: string;
  readonly diseaseGroup: DiseaseGroup;
  readonly amountFen: number;
  readonly state: 'paid' | 'returned';
  readonly paidOn: CivilDate;
  readonly returnedOn: CivilDate | null;
  readonly returnedFen: number | null;
  readonly version: number;
}

/** A line of the books: money paid out, or (negative) money that came back. Never changed once written. */
export interface Movement {
  readonly id: string;
  readonly person: string;
  /** `YYYY-MM`, in Shandong. */
  readonly month: string;
  readonly city: string;
  readonly diseaseGroup: DiseaseGroup;
  readonly amountFen: number;
}
