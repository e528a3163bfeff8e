/** The named families of the demo: one for each state a person can be in. Nobody here exists. */
import { DAY } from '../../../src/shared/clock.ts';
import type { Story } from '../feed/families.ts';
import type { FamilyTraits } from './journey.ts';
import { citizen, foreigner, inventedResidentId } from './person.ts';

/** How far a family has come; each includes everything before it. */
export type Reached =
  | 'half-filled'
  | 'submitted'
  | 'returned'
  | 'sent-again'
  | 'to-decline'
  | 'declined'
  | 'offered'
  | 'one-signed'
  | 'to-pay'
  | 'paid';

export interface Member extends FamilyTraits {
  /** What the demo's list of sign-ins says about them. */
  readonly about: { readonly zh: string; readonly en: string };
  readonly reached: Reached;
  /** Days before today on which they began. */
  readonly began: number;
  /** What the laboratory reports for each baby, once the contract is paid. */
  readonly units?: readonly Story[];
}

/** Due so many days from today, as a civil date. */
const inDays = (now: number, days: number): string => new Date(now + days * DAY).toISOString().slice(0, 10);

export const cast = (now: number): readonly Member[] => [
  {
    about: { zh: '填到一半，换一台设备接着填', en: 'half-way through the form' },
    reached: 'half-filled',
    began: 3,
    locale: 'zh',
    dueDate: inDays(now, 75),
    mother: citizen('林知夏', 1),
    other: citizen('周行远', 51),
  },
  {
    about: { zh: '已提交，等顾问看', en: 'submitted, waiting for a counsellor' },
    reached: 'submitted',
    began: 2,
    locale: 'zh',
    dueDate: inDays(now, 60),
    mother: citizen('许南乔', 2, '1991-11-02'),
    other: citizen('沈一白', 52, '1990-05-20'),
    health: { question: 'healthHepatitis', detail: '十年前查出乙肝携带，每年复查，肝功能正常。' },
  },
  {
    about: { zh: '被退回，只改一步', en: 'returned: one step to correct' },
    reached: 'returned',
    began: 5,
    locale: 'zh',
    dueDate: inDays(now, 66),
    mother: citizen('顾清和', 3, '1993-07-19'),
    other: citizen('陆景行', 53),
  },
  {
    about: { zh: '没有被接受，写明原因', en: 'declined, with the reason' },
    reached: 'declined',
    began: 12,
    locale: 'zh',
    dueDate: inDays(now, 52),
    mother: citizen('宋听澜', 4),
    other: citizen('江砚', 54),
    health: { question: 'healthHiv', detail: '今年3月检查阳性，正在治疗。' },
  },
  {
    about: { zh: '合同等两位签，爸爸还没加入', en: 'contract offered, the father has not joined yet' },
    reached: 'offered',
    began: 4,
    locale: 'zh',
    dueDate: inDays(now, 48),
    mother: citizen('叶疏影', 5),
    other: citizen('欧阳朔', 55, '1989-12-30'),
  },
  {
    about: { zh: '一位监护人签了（英文）', en: 'one of two has signed (English)' },
    reached: 'one-signed',
    began: 5,
    locale: 'en',
    dueDate: inDays(now, 44),
    plan: 'prepaid',
    mother: foreigner('Amelia Hartmann', 6, '1992-4-11'),
    other: citizen('秦屿', 56),
  },
  {
    about: { zh: '签完了，等付款', en: 'signed, to be paid' },
    reached: 'to-pay',
    began: 14,
    locale: 'zh',
    dueDate: inDays(now, 40),
    mother: citizen('古丽娜尔·艾山', 7, '1995-01-15'),
    other: citizen('阿迪力·买买提', 57, '1993-06-01'),
  },
  {
    about: { zh: '付清了，等寄采集箱', en: 'paid, waiting for the kit' },
    reached: 'paid',
    began: 16,
    locale: 'zh',
    dueDate: inDays(now, 35),
    plan: 'prepaid',
    mother: citizen('白露晞', 8),
    other: citizen('程以南', 58),
  },
  {
    about: { zh: '采集箱已寄出', en: 'the kit is on its way' },
    reached: 'paid',
    began: 30,
    locale: 'zh',
    dueDate: inDays(now, 18),
    units: ['kit-on-its-way'],
    mother: citizen('方晓棠', 9),
    other: citizen('裴季', 59),
  },
  {
    about: { zh: '今天刚采集', en: 'collected today' },
    reached: 'paid',
    began: 60,
    locale: 'en',
    dueDate: inDays(now, 4),
    units: ['collected'],
    mother: foreigner('Hannah Okafor', 10, '1990-9-3'),
    other: foreigner('Daniel Okafor', 60, '1988-2-27'),
  },
  {
    about: { zh: '实验室正在检测', en: 'in the laboratory' },
    reached: 'paid',
    began: 70,
    locale: 'zh',
    dueDate: inDays(now, 5),
    units: ['in-lab'],
    mother: citizen('纪晚舟', 11),
    other: citizen('韩牧之', 61),
  },
  {
    about: { zh: '已入库，结果都有了', en: 'stored, with all results' },
    reached: 'paid',
    began: 170,
    locale: 'zh',
    dueDate: inDays(now, -90),
    units: ['stored'],
    mother: citizen('夏予安', 12),
    other: citizen('许嘉木', 62),
  },
  {
    about: { zh: '量少，没有入库', en: 'low volume, not stored' },
    reached: 'paid',
    began: 80,
    locale: 'zh',
    dueDate: inDays(now, 3),
    units: ['rejected-low-volume'],
    mother: citizen('温如初', 13),
    other: citizen('谢知非', 63),
  },
  {
    about: { zh: '有污染，没有入库（英文）', en: 'contaminated, not stored (English)' },
    reached: 'paid',
    began: 110,
    locale: 'en',
    dueDate: inDays(now, -25),
    units: ['rejected-contamination'],
    plan: 'prepaid',
    mother: foreigner('Sofia Lindqvist', 14, '1994-12-12'),
    other: citizen('莫沉', 64),
  },
  {
    about: { zh: '双胞胎：一份入库，一份没有', en: 'twins: one stored, one not' },
    reached: 'paid',
    began: 175,
    locale: 'zh',
    dueDate: inDays(now, -80),
    babies: 2,
    units: ['stored', 'rejected-contamination'],
    mother: citizen('苏既明', 15),
    other: citizen('盛怀瑾', 65),
  },
  {
    about: { zh: '独自签约的妈妈，存了大半年', en: 'one guardian alone, stored for most of a year' },
    reached: 'paid',
    began: 290,
    locale: 'zh',
    dueDate: inDays(now, -225),
    units: ['stored-long-ago'],
    plan: 'prepaid',
    mother: citizen('唐䶮', 16),
    other: { absent: 'single-parent' },
  },
  {
    about: { zh: '签完了，等付款（英文）', en: 'signed, to be paid (English)' },
    reached: 'to-pay',
    began: 13,
    locale: 'en',
    dueDate: inDays(now, 41),
    plan: 'instalments-12',
    mother: foreigner('Grace O’Connor', 17, '1991-5-6'),
    other: foreigner('Liam O’Connor', 67, '1990-10-21'),
  },
  {
    about: { zh: '付清了，等寄采集箱（英文）', en: 'paid, waiting for the kit (English)' },
    reached: 'paid',
    began: 17,
    locale: 'en',
    dueDate: inDays(now, 33),
    mother: foreigner('Ingrid Solberg', 18, '1993-8-30'),
    other: citizen('贺兰山', 68),
  },
  {
    about: {
      zh: '退回后改好又提交，证件号像是填错了人',
      en: 'returned, corrected and sent again; the card looks like the wrong one',
    },
    reached: 'sent-again',
    began: 3,
    locale: 'zh',
    dueDate: inDays(now, 58),
    mother: { ...citizen('苏望舒', 19), idNumber: inventedResidentId('370102', '1992-04-11', 919) },
    other: citizen('程砚秋', 69),
  },
  {
    about: {
      zh: '一位顾问拟不予办理，等另一位看',
      en: 'one counsellor proposes to decline, another has to look',
    },
    reached: 'to-decline',
    began: 1,
    locale: 'zh',
    dueDate: inDays(now, 24),
    mother: citizen('温若兰', 20),
    other: citizen('纪明远', 70),
    health: { question: 'healthInfection', detail: '上个月住院治疗，具体名称要问医生。' },
  },
];
