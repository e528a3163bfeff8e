import { messages } from '#src/shared/i18n.ts';

/** The entrance to the programmes, and what all their pages say. `|` marks where a heading may break. */
export const charityMessages = messages({
  charity: { zh: '公益项目', en: 'Public benefit' },
  title: {
    zh: '公益项目：帮谁，怎么帮，钱去了哪里',
    en: 'Public benefit: who is helped, how, and where the money goes',
  },
  head: { zh: '帮谁，怎么帮，|钱去了哪里', en: 'Who is helped, |how, and where |the money goes' },
  description: {
    zh: '救助基金、火种工程、红十字公共库、脐带血专项科研基金：各帮什么人，怎么申请，数字从哪里来，为什么没有捐款按钮。',
    en: 'The aid fund, the Kindling project, the Red Cross public bank and the research fund: whom each helps, how to apply, where the figures come from, and why there is no donate button.',
  },
  lead: {
    zh: '四个项目：两个给做移植的病人钱，一个把捐出来的脐带血交给配得上型的人，一个给研究出钱。不用是我们的客户。',
    en: 'Four programmes: two give money to patients who face a transplant, one passes donated cord blood to whoever matches, one pays for research. You need not be a customer.',
  },
  check: { zh: '两分钟，看看能不能申请', en: 'See in two minutes if you could apply' },
  checkFirst: { zh: '先看看能不能申请', en: 'See first if you could apply' },
  checkLine: { zh: '不问姓名，不保存答案', en: 'No name, nothing kept' },
  four: { zh: '四个项目', en: 'Four programmes' },
  aidFundFor: {
    zh: '18周岁以下、60周岁以上，要用脐带血移植',
    en: 'Aged 18 or under, 60 or over, facing a cord blood transplant',
  },
  kindlingFor: {
    zh: '因为移植，日子过不下去的家庭',
    en: 'Families whom a transplant leaves with too little',
  },
  publicBankFor: {
    zh: '想把宝宝的脐带血捐出来的妈妈',
    en: 'Mothers who want to give their baby’s cord blood',
  },
  researchFundFor: {
    zh: '做脐带血临床研究的医院和单位',
    en: 'Hospitals and institutes that study cord blood',
  },
  more: { zh: '看办法', en: 'How it works' },

  ledgerTitle: { zh: '公开账', en: 'The public ledger' },
  ledgerLine: {
    zh: '每个季度，给了多少人、多少钱、在哪些市，按组公开。少于3个人的组合并起来，谁也认不出来。',
    en: 'Each quarter: how many people, how much, in which cities, by group. Groups of fewer than three people are merged, so nobody can be recognised.',
  },
  ledgerLink: { zh: '看公开账', en: 'Open the ledger' },

  donateTitle: { zh: '这里为什么|没有捐款按钮', en: 'Why there is |no donate button' },
  donateLaw: {
    zh: '您想出一份力，谢谢您。可是在网上向公众募款，只能由有公开募捐资格的慈善组织，在民政部指定的平台上做（慈善法第26、27条）。我们是血库，不是这样的组织，这个网站也不是这样的平台。所以这里不收钱，没有收款码，也不会请您转账。',
    en: 'Thank you for wanting to help. Asking the public for money online is reserved to charities licensed for it, on platforms named by the Ministry of Civil Affairs (Charity Law, articles 26 and 27). We are a blood bank, not such a charity, and this is not such a platform. So we take no money here, show no payment code, and will never ask you for a transfer.',
  },
  donateCan: { zh: '您可以做的', en: 'What you can do' },
  donateCheck: {
    zh: '想捐钱的，哪家组织、哪个平台有资格，民政部的“慈善中国”网站都查得到，捐给谁由您自己定。',
    en: 'To give money: the Ministry’s site “Charity China” lists which charities and platforms are licensed. To whom, you decide.',
  },
  donateCheckLink: { zh: '打开慈善中国', en: 'Open Charity China (in Chinese)' },
  donateBlood: {
    zh: '快要生宝宝的，可以把脐带血捐给红十字公共库，不花钱。',
    en: 'Expecting a baby: the cord blood can be given to the Red Cross public bank, at no cost.',
  },
  donateBloodLink: { zh: '看怎么捐', en: 'How to give it' },
  donateTell: {
    zh: '身边有人要做移植，告诉他有这个基金，就是帮忙。',
    en: 'Knowing somebody who faces a transplant: telling them of the fund is help.',
  },
  donateFraud: {
    zh: '有人用这些项目的名义向您要钱，那不是我们。请不要转账，可以打110。',
    en: 'If somebody asks you for money in the name of these programmes, it is not us. Do not pay; you can call the police on 110.',
  },
  lawNote: {
    zh: '依据：慈善法（2023年修正）第26、27条。这是我们自己的理解，不是律师意见。',
    en: 'Charity Law (as amended 2023), articles 26 and 27. This is our own reading, not counsel’s.',
  },
});
