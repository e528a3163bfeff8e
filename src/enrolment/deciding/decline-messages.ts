import { messages } from '#src/shared/i18n.ts';

/** Declining: two counsellors, and the words the family will read. */
export const declineMessages = messages({
  title: { zh: '不予办理', en: 'Decline' },
  twoPeople: {
    zh: '要两位顾问：您提出，另一位看过再确认。确认以后才告诉家属。',
    en: 'It takes two counsellors: you propose, another looks again and confirms. Only then is the family told.',
  },
  why: { zh: '原因', en: 'Reason' },
  choose: { zh: '请选一个原因', en: 'Choose a reason' },
  words: { zh: '家属会读到的话', en: 'What the family will read' },
  wordsHint: {
    zh: '家属看的是中文。空着就用这个原因的现成句子。先说结果，再说原因，不猜病情。',
    en: 'The family reads English. Left empty, the reason’s own sentence is used. Result first, then the reason; no guesses about anyone’s health.',
  },
  wordsHintOther: {
    zh: '家属看的是英文，请用英文写。空着就用这个原因的现成句子。',
    en: 'The family reads Chinese; write it in Chinese. Left empty, the reason’s own sentence is used.',
  },
  preview: { zh: '先看家属会读到什么', en: 'See what the family will read' },
  again: { zh: '改好了，再看一遍', en: 'Changed: show it again' },
  previewTitle: { zh: '家属会读到', en: 'The family will read' },
  previewHint: {
    zh: '改了下面的内容，会再给您看一遍，不会直接提出。',
    en: 'If you change anything below, it is shown once more before it is proposed.',
  },
  propose: { zh: '提出不予办理', en: 'Propose to decline' },
  proposedTag: { zh: '拟不予办理', en: 'To be declined' },
  proposedTitle: { zh: '拟不予办理，等第二位顾问', en: 'Proposed to decline; a second counsellor decides' },
  proposedBy: { zh: '{name}在{time}提出', en: 'Proposed by {name}, {time}' },
  proposedWhy: { zh: '原因：{reason}', en: 'Reason: {reason}' },
  ownProposal: {
    zh: '是您提出的，要由另一位顾问确认。改主意了，可以收回。',
    en: 'You proposed this; a colleague has to confirm it. You can take it back.',
  },
  lookAgain: {
    zh: '请把左边的内容重新看一遍，再决定。确认后发短信告诉家属，不能再改。',
    en: 'Read the case afresh before you decide. Once confirmed, the family is texted and it cannot be changed.',
  },
  confirm: { zh: '确认不予办理，告诉家属', en: 'Confirm, and tell the family' },
  withdraw: { zh: '收回提议，回到待处理', en: 'Take the proposal back' },
  instead: {
    zh: '也可以在下面收下或退回，提议就不作数了。',
    en: 'You may also accept or return it below; that answers the proposal.',
  },
  proposedDone: {
    zh: '已提出，等另一位顾问确认。家属还没有收到任何消息。',
    en: 'Proposed. A colleague has to confirm it; the family has not been told.',
  },
  withdrawnDone: {
    zh: '提议已收回，这份报名继续等待处理。',
    en: 'The proposal is taken back; the enrolment waits for an answer again.',
  },
  whyMissing: { zh: '请选一个原因。', en: 'Choose a reason.' },
  nothingProposed: {
    zh: '没有等待确认的提议，可能刚被收回或处理了。',
    en: 'No proposal is waiting; it may just have been taken back or answered.',
  },
});
