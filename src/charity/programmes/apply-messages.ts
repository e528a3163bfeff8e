import { messages } from '#src/shared/i18n.ts';

/** How to apply as long as it cannot be done on this site, and who may do it for whom. */
export const applyMessages = messages({
  title: { zh: '怎么申请', en: 'How to apply' },
  notOnline: {
    zh: '网上申请还没有开通，材料不能在这里交。',
    en: 'You cannot apply online here yet, nor hand in papers on this site.',
  },
  notOnlineShort: { zh: '网上申请还没有开通。', en: 'You cannot apply online here yet. ' },
  seeHow: { zh: '今天怎么申请', en: 'How to apply today' },
  today: { zh: '今天可以走的路', en: 'What works today' },
  hospital: { zh: '住院的医院', en: 'The hospital' },
  hospitalLine: {
    zh: '这一页可以打印。给病房的社工或者主治医生看，请他们帮着问材料递到哪里。诊断证明和治疗方案，也要他们开。',
    en: 'Print this page and show it to the ward’s social worker or the doctor in charge; ask them to find out where the papers go. The diagnosis and the treatment plan come from them anyway.',
  },
  redCross: { zh: '当地的红十字会', en: 'The local Red Cross' },
  redCrossLine: {
    zh: '救助基金是山东省红十字会设立的，火种工程也有它参加。县里、市里的红十字会都可以去问。',
    en: 'The aid fund is the Shandong Red Cross’s, and it takes part in the Kindling project. Ask at its county or city office.',
  },
  hotline: { zh: '打12345', en: 'Call 12345' },
  hotlineLine: {
    zh: '政务服务热线。说想申请哪一项，请转给红十字会；问医疗救助，请转给医保局。',
    en: 'The government’s service line. Say what you want to apply for and ask for the Red Cross; for state medical aid, ask for the insurance bureau.',
  },
  phone: { zh: '给我们打电话', en: 'Call us' },
  phoneLine: {
    zh: '有人接，写不了字也没关系，我们替您把表填好。',
    en: 'A person answers, and fills in the form for you.',
  },
  post: { zh: '寄来，或者送来', en: 'By post, or in person' },
  postLine: { zh: '收到给您一张写着编号的收条。', en: 'You get a receipt with a number.' },
  notYet: {
    zh: '我们的服务电话和收材料的地址，还没有公布：',
    en: 'Our service phone and the address for papers have not been published yet: ',
  },
  notYetAfter: { zh: '公布以后写在这里。', en: 'They will stand here once they are.' },
  ready: { zh: '先把材料备好', en: 'Get the papers ready' },
  readyLine: { zh: '走哪条路，要的材料都是这些。', en: 'They are the same whichever way you go.' },
  alsoTitle: { zh: '同时看看别的基金', en: 'Other funds, at the same time' },
  source: { zh: '来源：{title}，{date}。', en: 'Source: {title}, {date}.' },

  forAnother: { zh: '替别人申请', en: 'Applying for somebody else' },
  forAnotherLink: { zh: '爷爷奶奶、姥姥姥爷替孩子申请', en: 'A grandparent applying for a child' },
  forAnotherLine: {
    zh: '爷爷奶奶、姥姥姥爷可以替孩子递材料，带一份监护人签名的委托书。',
    en: 'A grandparent can hand in the papers for a child, with an authority signed by the guardian.',
  },
  child: { zh: '病人是孩子', en: 'The patient is a child' },
  childLine: {
    zh: '申请人是监护人，一般是爸爸妈妈，有一位就行。照看孩子，不等于是监护人，所以别人来办要带委托书。',
    en: 'The guardian applies, as a rule the father or the mother; one is enough. Looking after a child does not make somebody its guardian, so anyone else brings an authority.',
  },
  orphan: { zh: '爸爸妈妈不在了，或者管不了', en: 'The parents have died, or cannot act' },
  orphanLine: {
    zh: '祖父母、外祖父母自己可以是监护人，用监护人的身份申请，带户口本和能说明情况的证明。有争议的，由村委会、居委会或者民政部门指定，也可以请法院定。',
    en: 'Grandparents can then be guardians themselves and apply as such, with the household register and papers that show it. In a dispute the village or neighbourhood committee, the civil affairs office or a court decides.',
  },
  adult: { zh: '病人是大人', en: 'The patient is an adult' },
  adultLine: {
    zh: '本人申请。自己来不了的，写一份签名的委托书，请家里人办。',
    en: 'The patient applies, or signs an authority for a relative.',
  },
  authority: { zh: '委托书写什么', en: 'What the authority says' },
  authorityLine: {
    zh: '谁委托谁，办哪一件事，哪一天；两个人的身份证号和电话；委托的人亲笔签名。附两个人的身份证复印件。',
    en: 'Who authorises whom, for what, and the date; the identity numbers and telephone numbers of both; the signature of whoever authorises, by hand. Add copies of both identity cards.',
  },
  account: { zh: '钱打给谁', en: 'To whom it is paid' },
  accountLine: {
    zh: '只打到病人或者监护人本人的银行卡上，不打给代办的人。',
    en: 'To the patient’s or the guardian’s own account only, not to whoever hands in the papers.',
  },
});
