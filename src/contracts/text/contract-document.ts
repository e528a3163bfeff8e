/** Terms + versioned text + policies → one structure. The page and the PDF are both made from it. */
import type { Condition, ContractText, ContractTextItem } from '../../content/contract-texts.ts';
import type {
  EnrolmentPolicy,
  FeePlan,
  FeesPolicy,
  RefundsPolicy,
  ThresholdsPolicy,
} from '../../content/policies.ts';
import { formatDate, formatFen } from '../../shared/format.ts';
import { fill, say, translator, type Locale } from '../../shared/i18n.ts';
import type { ContractTerms } from '../contract.ts';
import {
  feesTable,
  refundsTable,
  thresholdsTable,
  unitTotalFen,
  type DocumentTable,
} from './contract-tables.ts';
import { documentMessages } from './document-messages.ts';

export type DocumentItem =
  | { readonly kind: 'paragraph'; readonly number: string; readonly text: string }
  | {
      readonly kind: 'limit';
      readonly id: string;
      readonly number: string;
      readonly label: string;
      readonly short: string;
      readonly text: string;
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: DocumentTable };

export interface DocumentClause {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly items: readonly DocumentItem[];
}

/** The contract in one language. */
export interface ContractDocument {
  readonly lang: Locale;
  readonly bank: string;
  readonly title: string;
  readonly number: string;
  readonly honest: readonly string[];
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly clauses: readonly DocumentClause[];
  /** Says that the text itself is not confirmed yet; null once it is. */
  readonly sample: string | null;
}

export interface ContractBasis {
  readonly fees: FeesPolicy;
  readonly refunds: RefundsPolicy;
  readonly thresholds: ThresholdsPolicy;
  readonly enrolment: EnrolmentPolicy;
}

export const planOf = (fees: FeesPolicy, id: string): FeePlan => {
  const plan = fees.plans.find((one) => one.id === id);
  if (!plan) throw new Error(`the fees of ${fees.version} have no plan ${id}`);
  return plan;
};

const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const hanNumber = (n: number): string =>
  n < 10 ? (HAN[n] as string) : `${n >= 20 ? HAN[Math.floor(n / 10)] : ''}十${HAN[n % 10]}`;

function conditions(terms: ContractTerms, basis: ContractBasis, plan: FeePlan): Record<Condition, boolean> {
  return {
    twins: terms.babies > 1,
    'absent-guardian': terms.absent !== null,
    yearly: plan.kind === 'yearly',
    instalments: plan.kind === 'instalments',
    'pays-later': plan.kind !== 'prepaid',
    'prepaid-or-instalments': plan.kind !== 'yearly',
    'seven-days': basis.refunds.sevenDays.on,
    'counsellor-known': terms.contact.counsellor !== null,
  };
}

/** The contract in the language of `text`. Throws when a placeholder has no value: a hole in a contract is a bug. */
export function buildDocument(
  terms: ContractTerms,
  text: ContractText,
  basis: ContractBasis,
): ContractDocument {
  const locale = text.locale;
  const t = translator(documentMessages, locale);
  const plan = planOf(basis.fees, terms.plan);
  const holds = conditions(terms, basis, plan);
  const values = placeholders(terms, basis, plan, locale);
  const filled = (template: string): string => {
    const sentence = fill(template, values);
    const hole = /\{\w+\}/.exec(sentence);
    if (hole) throw new Error(`the contract text has an unknown placeholder ${hole[0]}`);
    return sentence;
  };
  const tables = {
    fees: () => feesTable(terms, basis.fees, plan, locale),
    refunds: () => refundsTable(basis.refunds, locale),
    thresholds: () => thresholdsTable(terms, basis.thresholds, locale),
  };

  const clauses = text.clauses.map((clause, at) => {
    let count = 0;
    const toItem = (item: ContractTextItem): DocumentItem => {
      if ('table' in item) return { kind: 'table', table: tables[item.table]() };
      if ('list' in item) return { kind: 'list', items: item.list.map(filled) };
      count += 1;
      const number = `${at + 1}.${count}`;
      return 'limit' in item
        ? {
            kind: 'limit',
            id: item.id,
            number,
            label: t('limit'),
            short: item.short,
            text: filled(item.limit),
          }
        : { kind: 'paragraph', number, text: filled(item.text) };
    };
    return {
      id: clause.id,
      number: t('clauseNumber', { n: locale === 'zh' ? hanNumber(at + 1) : at + 1 }),
      title: clause.title,
      items: clause.items.filter((item) => item.when === undefined || holds[item.when]).map(toItem),
    };
  });

  return {
    lang: locale,
    bank: t('bank'),
    title: text.title,
    number: terms.number,
    honest: text.honest,
    facts: factRows(terms, text, basis, plan),
    clauses,
    sample: text.confirmed ? null : t('sampleText'),
  };
}

function placeholders(
  terms: ContractTerms,
  basis: ContractBasis,
  plan: FeePlan,
  locale: Locale,
): Record<string, string | number> {
  const t = translator(documentMessages, locale);
  const { fees, refunds, enrolment } = basis;
  const total = unitTotalFen(plan, fees.termYears);
  // 山东省消保条例 30: a discount is shared pro rata, so a used year costs its share of the discounted price.
  const perYear = Math.floor(total / fees.termYears);
  return {
    babies: terms.babies,
    absent: terms.absent ? `${t(terms.absent.role)}${t('colon')}${t(terms.absent.reason)}` : '',
    aimHours: enrolment.transport.aimHours,
    acceptHours: enrolment.transport.acceptHours,
    decideHours: enrolment.transport.familyDecidesHours,
    resultsDays: enrolment.resultsWorkingDays,
    testCost: formatFen(refunds.testCostFen, locale),
    plan: say(plan.name, locale),
    termYears: fees.termYears,
    dueDays: fees.dueAfterSigningDays,
    reminders: fees.reminderDaysBefore.join(t('listJoin')),
    graceDays: fees.graceDays,
    instalments: plan.kind === 'instalments' ? plan.instalments : 0,
    sevenDays: refunds.sevenDays.days,
    refundDays: refunds.payWithinDays,
    // Without it the text that asks for it is refused, as for any hole.
    ...(refunds.countedFrom ? { refundFrom: say(refunds.countedFrom, locale) } : {}),
    unitTotal: formatFen(total, locale),
    perYear: formatFen(perYear, locale),
    usedExample: formatFen(perYear * 5, locale),
    offerEnds: formatDate(terms.offerEndsOn, locale),
    phone: terms.contact.phone ?? t('noPhoneYet'),
    counsellor: terms.contact.counsellor ?? '',
  };
}

function factRows(
  terms: ContractTerms,
  text: ContractText,
  basis: ContractBasis,
  plan: FeePlan,
): ContractDocument['facts'] {
  const locale = text.locale;
  const t = translator(documentMessages, locale);
  const { absent } = terms;
  return [
    { term: t('number'), value: terms.number },
    { term: t('keeper'), value: t('bankParty') },
    { term: t('phone'), value: terms.contact.phone ?? t('noPhoneYet') },
    ...terms.guardians.map((guardian) => ({
      term: t(guardian.role),
      value:
        guardian.idKind && guardian.idNumber
          ? locale === 'zh'
            ? `${guardian.name}，${t(guardian.idKind)}${guardian.idNumber}`
            : `${guardian.name}, ${t(guardian.idKind)} ${guardian.idNumber}`
          : guardian.name,
    })),
    ...(absent
      ? [{ term: t('absentGuardian'), value: `${t(absent.role)}${t('colon')}${t(absent.reason)}` }]
      : []),
    { term: t('address'), value: terms.address },
    { term: t('dueDate'), value: formatDate(terms.dueDate, locale) },
    { term: t('babies'), value: t('babiesCount', { count: terms.babies }) },
    { term: t('hospital'), value: terms.hospital },
    { term: t('plan'), value: say(plan.name, locale) },
    { term: t('term'), value: t('termYears', { years: basis.fees.termYears }) },
    { term: t('offerEnds'), value: formatDate(terms.offerEndsOn, locale) },
    {
      term: t('basis'),
      value: t('basisValue', {
        text: text.version,
        fees: terms.policies.fees,
        refunds: terms.policies.refunds,
        thresholds: terms.policies.thresholds,
      }),
    },
  ];
}

/** The clauses that limit the bank's duties, as they must be confirmed one by one. */
export const limitsOf = (document: ContractDocument): readonly Extract<DocumentItem, { kind: 'limit' }>[] =>
  document.clauses.flatMap((clause) => clause.items.filter((item) => item.kind === 'limit'));
