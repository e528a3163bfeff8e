/**
 * Why a unit could not be stored. Each reason says what happened, what it means, and what it does not mean; it never
 * reassures beyond the record ("you are healthy" would be a diagnosis).
 */
import type { Text } from '../../shared/i18n.ts';

export const REJECT_REASONS = [
  'low-volume',
  'low-tnc',
  'contamination',
  'late',
  'clotted',
  'paperwork',
  'history',
  'maternal-markers',
  'processing',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export const isRejectReason = (value: unknown): value is RejectReason =>
  typeof value === 'string' && (REJECT_REASONS as readonly string[]).includes(value);

export interface ReasonWords {
  /** A few words for lists and the staff console. */
  readonly short: Text;
  /** One or two sentences: what was found and why the unit was not kept. */
  readonly what: Text;
  /** The bold sentence: what it does not mean. */
  readonly doesNotMean: Text;
  /** Where it usually comes from, and what, if anything, to do. */
  readonly why: Text;
}

export const reasonWords: Readonly<Record<RejectReason, ReasonWords>> = {
  'low-volume': {
    short: { zh: '采到的量不够', en: 'Too little blood' },
    what: {
      zh: '量太少，以后很可能不够一次移植用，所以我们没有入库。',
      en: 'That is likely to be too little for a transplant later, so we did not store it.',
    },
    doesNotMean: {
      zh: '量少，不说明您或宝宝的健康有问题。您没有做错什么。',
      en: 'A low volume does not mean you or the baby are unwell. You did nothing wrong.',
    },
    why: {
      zh: '常见原因是脐带短、胎盘小，或者医生推迟了夹闭脐带。推迟夹闭对宝宝有好处，不该为了多采而改变。',
      en: 'A short cord, a small placenta or later clamping are the usual causes. Later clamping is good for the baby and should not be changed to collect more.',
    },
  },
  'low-tnc': {
    short: { zh: '有核细胞不够', en: 'Too few cells' },
    what: {
      zh: '里面的有核细胞不够。移植最看重这个数，太少以后很可能用不上，所以我们没有入库。',
      en: 'It held too few nucleated cells, the number that matters most in a transplant. It would probably be of no use later, so we did not store it.',
    },
    doesNotMean: {
      zh: '细胞少，不说明您或宝宝的健康有问题。您没有做错什么。',
      en: 'A low cell count does not mean you or the baby are unwell. You did nothing wrong.',
    },
    why: {
      zh: '细胞数和采到的量、宝宝的体重、孕周都有关系，每一份相差很大，事先没有办法知道。',
      en: 'The count goes with the volume, the baby’s weight and the week of birth. It varies widely and cannot be known beforehand.',
    },
  },
  contamination: {
    short: { zh: '培养长出细菌或真菌', en: 'Bacteria or fungi grew' },
    what: {
      zh: '培养时长出了细菌或真菌。带着它们的血不能输给病人，所以不能保存。',
      en: 'Bacteria or fungi grew in the culture. Blood that carries them cannot be given to a patient, so it cannot be kept.',
    },
    doesNotMean: {
      zh: '这是这袋血的检测结果，不是对您或宝宝的诊断。',
      en: 'This is a result for this bag of blood. It is not a diagnosis of you or the baby.',
    },
    why: {
      zh: '多半是采集时从皮肤或产道带进去的，顺产比剖宫产更常见。如果宝宝发热或者您不放心，请直接问产科或儿科医生，可以把这一页给医生看。',
      en: 'They usually get in from skin or the birth canal during collection, more often in a vaginal birth. If the baby has a fever or you are worried, ask your obstetrician or paediatrician and show them this page.',
    },
  },
  late: {
    short: { zh: '路上时间太长', en: 'Too long on the way' },
    what: {
      zh: '从采集到我们收下，时间超过了标准。时间一长细胞会受损，所以没有入库。',
      en: 'It took longer than the rule allows from collection to arrival. Cells are damaged by the wait, so we did not store it.',
    },
    doesNotMean: {
      zh: '这是运输的问题，和您、和宝宝都没有关系。',
      en: 'This was a transport problem. It has nothing to do with you or the baby.',
    },
    why: {
      zh: '天气、路况或交接都可能耽误。顾问可以告诉您这一次是在哪一段耽误的。',
      en: 'Weather, roads or a hand-over can cause it. Your counsellor can tell you where the time went.',
    },
  },
  clotted: {
    short: { zh: '血里有凝块', en: 'Clots in the blood' },
    what: {
      zh: '血里有凝块。凝块里的细胞取不出来，也没法安全输注，所以没有入库。',
      en: 'There were clots in the blood. Cells in a clot cannot be recovered or given safely, so we did not store it.',
    },
    doesNotMean: {
      zh: '袋里有凝块，不说明您或宝宝的血有问题。您没有做错什么。',
      en: 'Clots in the bag do not mean anything is wrong with your blood or the baby’s. You did nothing wrong.',
    },
    why: {
      zh: '血流得慢，或者没有和袋里的抗凝剂充分混匀，就容易凝。',
      en: 'Blood clots when it flows slowly or is not fully mixed with the anticoagulant in the bag.',
    },
  },
  paperwork: {
    short: { zh: '标签或单据对不上', en: 'Labels or papers do not match' },
    what: {
      zh: '标签或单据对不上，我们没有办法确定这袋血是谁的。身份有一点不确定，就不能保存。',
      en: 'Labels or papers did not match, so we cannot be certain whose blood this is. With any doubt about identity it cannot be kept.',
    },
    doesNotMean: {
      zh: '这和血的好坏、和您的健康都没有关系。',
      en: 'It says nothing about the blood or about your health.',
    },
    why: {
      zh: '问题出在采集或交接时的记录。顾问会告诉您是哪一项对不上。',
      en: 'The error is in the records made at collection or hand-over. Your counsellor can tell you which item it was.',
    },
  },
  history: {
    short: { zh: '健康史不符合保存标准', en: 'Health history outside the rules' },
    what: {
      zh: '按健康问卷或产时记录，这份血不符合保存标准。',
      en: 'By the health questionnaire or the birth record, this unit is outside the rules for storage.',
    },
    doesNotMean: {
      zh: '这是保存标准的要求，不是对您或宝宝的诊断。',
      en: 'It follows from the storage rules. It is not a diagnosis of you or the baby.',
    },
    why: {
      zh: '具体是哪一项涉及隐私，这里不写。顾问核对您的身份以后可以当面或电话告诉您。',
      en: 'Which item it was is private, so it is not shown here. Your counsellor can tell you once they have checked who you are.',
    },
  },
  'maternal-markers': {
    short: { zh: '母血检测没有通过', en: 'Mother’s blood test' },
    what: {
      zh: '采集时留的母亲血样，有一项检测没有通过，所以这份血不能入库。',
      en: 'One test of the mother’s blood sample taken at collection did not pass, so this unit cannot be stored.',
    },
    doesNotMean: {
      zh: '筛查没有通过，不等于确诊。',
      en: 'A screening result is not a diagnosis.',
    },
    why: {
      zh: '有的结果要再查一次才能确定。请联系顾问拿到报告，再带着报告去问医生。',
      en: 'Some results need a second test to be sure. Ask your counsellor for the report and take it to your doctor.',
    },
  },
  processing: {
    short: { zh: '实验室处理时出了问题', en: 'A problem in our laboratory' },
    what: {
      zh: '在我们实验室处理的过程中出了问题，这份血没有办法再保存。这是我们这一边的问题。',
      en: 'Something went wrong while we processed it and the unit can no longer be stored. This happened on our side.',
    },
    doesNotMean: {
      zh: '和您、和宝宝都没有关系，您没有做错什么。',
      en: 'It has nothing to do with you or the baby. You did nothing wrong.',
    },
    why: {
      zh: '经过有记录，您可以请顾问把记录讲给您听。',
      en: 'What happened is on record, and you can ask your counsellor to go through it with you.',
    },
  },
};
