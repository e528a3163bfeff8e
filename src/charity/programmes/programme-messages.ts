import { messages } from '#src/shared/i18n.ts';

/** What the pages of the programmes say around the policy in force. */
export const programmeMessages = messages({
  all: { zh: '公益项目', en: 'Public benefit' },
  whoApply: { zh: '谁可以申请', en: 'Who may apply' },
  whoGive: { zh: '谁可以捐', en: 'Who may give' },
  whoPropose: { zh: '谁可以申报', en: 'Who may propose' },
  anyAge: { zh: '年龄', en: 'Age' },
  anyAgeRule: { zh: '不限', en: 'Any' },
  howMuch: { zh: '给多少', en: 'How much' },
  howMuchLine: {
    zh: '看医保报销以后，家里自己要付多少。',
    en: 'It goes by what the family has to pay itself after insurance.',
  },
  tierFirst: { zh: '自己付{from}到{below}', en: 'Own cost {from} to {below}' },
  tierLast: { zh: '自己付{from}以上', en: 'Own cost {from} or more' },
  tierUnder: {
    zh: '不到{from}的，这几档里没有，可以看看下面“怎么申请”里别的路。',
    en: 'Below {from} none of these applies; “How to apply” names other ways.',
  },
  send: { zh: '要准备什么', en: 'What to send' },
  sendFirst: { zh: '申请的时候', en: 'With the application' },
  sendLater: { zh: '批准以后', en: 'Once it is granted' },
  sendLine: {
    zh: '现在就可以备着，用手机拍清楚也行。缺一两样不要紧，交的时候缺什么，一次说全。',
    en: 'You can get them ready now; clear photographs will do. One or two may be missing: you hear once, and in full, what is still needed.',
  },
  then: { zh: '交了以后会怎样', en: 'What happens then' },
  steps: { zh: '一步一步', en: 'Step by step' },
  within: { zh: '{days}个工作日内', en: 'Within {days} working days' },
  about: { zh: '大约{days}个工作日', en: 'About {days} working days' },
  answerBy: {
    zh: '材料齐的话，从交材料到告诉您结果，最多{days}个工作日。',
    en: 'With complete papers, you hear the decision at most {days} working days after handing them in.',
  },
  appeal: {
    zh: '不批的，收到通知{days}天内可以申诉一次，由没有看过这份材料的人重新看。',
    en: 'After a refusal you may appeal once within {days} days; somebody who has not seen the papers looks again.',
  },
  figures: { zh: '数字', en: 'Figures' },
  sources: { zh: '来源', en: 'Sources' },
  sourcesLine: {
    zh: '没有来源的条件、档次、材料和时间都标着“示例”，等运营方和红十字会确认。',
    en: 'Criteria, tiers, papers and times without a source are marked “sample” until the bank and the Red Cross confirm them.',
  },
  original: { zh: '原文', en: 'original' },
  policyLine: { zh: '按{date}版的办法写的。', en: 'By the rules, version of {date}.' },
  policySample: {
    zh: '按{date}版的示例办法写的，运营方和红十字会还没有确认。',
    en: 'By sample rules, version of {date}, which neither the bank nor the Red Cross has confirmed.',
  },
  registerTitle: { zh: '怎么登记', en: 'How to register' },
  registerLine: {
    zh: '网上登记还没有开通。请在产检的时候告诉医生，说想捐给公共库。',
    en: 'Registering online is not open yet. Tell the doctor at an antenatal visit that you want to give to the public bank.',
  },
  proposeTitle: { zh: '怎么申报', en: 'How to propose' },
  proposeLine: {
    zh: '申报通知由山东省医学会和我们一起发，这里会写明题目和截止日期。现在没有开放的通知。',
    en: 'Calls are issued with the Shandong Medical Association, and will stand here with topics and closing dates. None is open now.',
  },
  others: { zh: '别的项目', en: 'The other programmes' },

  aidFundTitle: { zh: '救助基金', en: 'Aid fund' },
  aidFundFull: {
    zh: '山东省红十字会脐血库救助基金',
    en: 'Cord Blood Bank Aid Fund of the Shandong Red Cross',
  },
  aidFundDescription: {
    zh: '山东省红十字会脐血库救助基金：谁可以申请，给多少，要准备什么，交了以后几天有结果，公开过的数字和来源。',
    en: 'The Cord Blood Bank Aid Fund of the Shandong Red Cross: who may apply, how much, what to send, how long it takes, with published figures and their sources.',
  },
  aidFundNotCustomer: {
    zh: '不用是我们的客户，不用先注册。',
    en: 'You need not be a customer, nor register first.',
  },
  aidFundWho: {
    zh: '2017年10月，山东省红十字会和山东省脐血库一起设立，血库先捐了200万元，之后两次放宽病种和年龄。',
    en: 'Set up in October 2017 by the Shandong Red Cross and the bank, which gave the first ¥2 million; widened twice since, in illness and in age.',
  },
  aidFundApart: {
    zh: '脐带血被用，血库也得利。所以库里的人只核对材料，批不批由红十字会的委员会定。',
    en: 'The bank gains when cord blood is used. So its staff only check papers, and a committee of the Red Cross decides.',
  },
  aidFundPrecedent: {
    zh: '2021年3月的一次评审批准了8位病人，其中有外省的，也有脐带血只作辅助的；报道里写到一笔是1万元。',
    en: 'One meeting in March 2021 granted eight patients, one of another province and some for whom cord blood was a support only; one grant reported was ¥10,000.',
  },
  ageTitle: { zh: '年龄一眼看', en: 'The ages at a glance' },
  ageDescription: {
    zh: '从出生到满19周岁前一天可以，19到59周岁不可以，60周岁起可以。',
    en: 'From birth to the day before the 19th birthday: yes. From 19 to 59: no. From the 60th birthday: yes.',
  },
  ageYoung: { zh: '0–18周岁', en: '0–18' },
  ageBetween: { zh: '19–59周岁|请看火种工程', en: '19–59: |see Kindling' },
  ageOld: { zh: '60周岁起', en: '60 and over' },
  ageReading: {
    zh: '公开的说法是“18周岁以下、60周岁以上”。18和60算在内，是我们按民法典第1259条的理解；18周岁管到满19周岁的前一天，是参照济南市红十字会的做法。',
    en: 'The published words are “18 or under, 60 or over”. That 18 and 60 count is our reading of Civil Code article 1259; that 18 lasts to the day before the 19th birthday follows the Red Cross of Jinan.',
  },

  kindlingTitle: { zh: '火种工程', en: 'The Kindling project' },
  kindlingDescription: {
    zh: '火种工程帮因为移植而生活困难的家庭，不限年龄：谁可以申请，给多少，要准备什么，几天有结果。',
    en: 'The Kindling project helps families in difficulty through a transplant, at any age: who may apply, how much, what to send, how long it takes.',
  },
  kindlingWho: {
    zh: '2013年开始，山东省脐血库和山东省红十字会、山东省医学会等一起做的。2021年初和2023年初两次报道的数字一样：筹集1000万余元，帮助200余个家庭。筹到的和发出去的不是一回事，发出去多少没有公开过。',
    en: 'Run since 2013 by the bank with the Shandong Red Cross, the Shandong Medical Association and others. Reports of early 2021 and early 2023 give the same figures: over ¥10 million raised, over 200 families helped. Raised is not granted; how much was granted has not been published.',
  },
  kindlingRaised: { zh: '2013年以来筹集', en: 'Raised since 2013' },
  kindlingHelped: { zh: '帮助的困难家庭', en: 'Families helped' },
  kindlingGranted: { zh: '发出去的钱', en: 'Granted' },
  notPublished: { zh: '没有公开过', en: 'not published' },
  kindlingOrFund: {
    zh: '病人在18周岁以下或者60周岁以上、用脐带血移植的，两个都可以看，先看救助基金。',
    en: 'For patients of 18 or under, or 60 or over, who face a cord blood transplant, both may fit: look at the aid fund first.',
  },
  toAidFund: { zh: '看救助基金', en: 'About the aid fund' },

  publicTitle: { zh: '红十字公共库', en: 'The Red Cross public bank' },
  publicDescription: {
    zh: '把宝宝的脐带血捐给红十字公共库：免费、自愿、不拿报酬；捐了归公共库，您家以后需要时优先配型；问卷和检测包括什么，怎么反悔。',
    en: 'Giving your baby’s cord blood to the Red Cross public bank: free, voluntary, unpaid; it becomes the bank’s, and your family comes first in matching. What the questionnaire and tests involve, and how to withdraw.',
  },
  publicFirst: {
    zh: '不花您一分钱，也不给您一分钱。捐不捐，都不影响您生孩子的任何一步。',
    en: 'It costs you nothing and pays you nothing. Whether you give or not changes no step of the birth.',
  },
  publicHonestTitle: { zh: '捐以前，先知道这几件事', en: 'Before you give, know this' },
  publicOwner: {
    zh: '捐出以后归公共库，不再是您家的，不能要回来。',
    en: 'Once given it belongs to the public bank. It is no longer your family’s and cannot be asked back.',
  },
  publicPriority: {
    zh: '您家以后有人需要，优先配型。那一份可能已经给了别人，也可能配不上，所以不能当成给自家留的。',
    en: 'If your family needs a transplant later, it comes first in matching. That very unit may have gone to somebody else, or may not match: it is not one kept for you.',
  },
  publicEither: {
    zh: '同一份血，只能捐或者自己存，二选一。两样都不选也可以。',
    en: 'One unit can be given or kept, not both. Choosing neither is fine too.',
  },
  publicMaybe: {
    zh: '采到的不一定能用。三组公开的数据里，最后存下来的占采集的23%到63%，多半因为量太少。',
    en: 'Not every collection can be used. In three published series, 23 to 63 per cent of collections were stored in the end; most of the rest held too little.',
  },
  publicNumber: { zh: '只有编号，没有名字', en: 'A number, not a name' },
  publicNumberText: {
    zh: '血袋和配型目录上只有编号。用血的医院和病人不知道是谁捐的，捐的人也不知道给了谁。编号和您的联系方式分开锁着，只有两件事会打开：检测出了您该知道的事，或者您自己要撤回。',
    en: 'The bag and the search register carry a number only. The hospital and the patient do not learn who gave, nor the giver who received. The list that joins number and name is locked away, and opened for two things only: a finding you should know of, or your own wish to withdraw.',
  },
  publicAsked: { zh: '问卷问什么', en: 'What the questionnaire asks' },
  publicAskedLine: {
    zh: '问这些，是为了用血的人安全，不是评判您家。不想答的可以不答，那就不采。',
    en: 'It asks so that the patient is safe, not to judge your family. You may leave a question; then nothing is collected.',
  },
  publicAsk1: {
    zh: '父母和近亲里有没有会遗传的血液病、免疫病、代谢病',
    en: 'Inherited diseases of blood, immunity or metabolism in the close family',
  },
  publicAsk2: {
    zh: '妈妈有没有得过肝炎、梅毒、艾滋病毒这样经血传播的病',
    en: 'Infections in the mother that blood carries, such as hepatitis, syphilis or HIV',
  },
  publicAsk3: {
    zh: '最近的输血、手术、文身，去过哪些流行病地区',
    en: 'Recent transfusions, operations, tattoos, and travel to places with epidemics',
  },
  publicAsk4: { zh: '这次怀孕顺不顺利，吃过什么药', en: 'How this pregnancy has gone, and medicines taken' },
  publicAsk5: {
    zh: '有没有用过供卵、供精，近亲里有没有收养',
    en: 'Donated egg or sperm, and adoption, which leave the family history open',
  },
  publicTested: { zh: '检测查什么', en: 'What is tested' },
  publicTest1: {
    zh: '脐带血：够不够，细胞活不活，有没有细菌和真菌，配型用的HLA',
    en: 'The blood: quantity, living cells, bacteria and fungi, and HLA for matching',
  },
  publicTest2: {
    zh: '妈妈的一管血：乙肝、丙肝、梅毒、艾滋病毒',
    en: 'A tube of the mother’s: hepatitis B and C, syphilis, HIV',
  },
  publicTest3: {
    zh: '查出您该看医生的事，由医生当面或者打电话告诉您，不发短信',
    en: 'Anything a doctor should see is told in person or by phone, never by text message',
  },
  publicTest4: {
    zh: '入没入库，您想知道才告诉，填问卷时选',
    en: 'Whether it was stored is told if you wish; you choose in the questionnaire',
  },
  publicWithdraw: { zh: '反悔可以吗', en: 'May I change my mind?' },
  publicWithdrawText: {
    zh: '可以。在这份血发给医院用以前，告诉我们就能撤回，不用说理由，不影响您在医院的任何事。撤回的血会销毁，不能改成自家存。已经发给病人的，撤不回来。',
    en: 'Yes. Until the unit has been issued to a hospital, a word to us withdraws it, without a reason and without any effect on your care. A withdrawn unit is destroyed; it cannot be turned into family storage. One that has been issued to a patient cannot be called back.',
  },
  publicFacts: { zh: '已经知道的', en: 'What is known' },
  publicApproved: { zh: '红十字公共库批准成立', en: 'Red Cross public bank approved' },
  publicApprovedWhen: { zh: '2019年3月', en: 'March 2019' },
  publicTerms: {
    zh: '公共库的老办法：免费，归库所有，捐的人优先配型',
    en: 'The public bank’s earlier terms: free, the bank’s property, giver first in matching',
  },
  publicTermsWhen: { zh: '2014年', en: '2014' },
  publicAdvice: {
    zh: '美国妇产科医师学会建议：捐公共库，不建议健康家庭把自存当常规',
    en: 'American College of Obstetricians and Gynecologists: public banking is recommended, routine private storage is not',
  },
  publicAdviceWhen: { zh: '2019年', en: '2019' },
  publicUnknown: { zh: '公共库现有多少份、用过多少份', en: 'Units in the public bank, and units used' },
  publicUnknownWhen: { zh: '没有公开过', en: 'not published' },
  notReviewed: { zh: '这一页尚未经医学审阅。', en: 'This page has not been medically reviewed.' },

  researchTitle: { zh: '脐带血专项科研基金', en: 'The cord blood research fund' },
  researchDescription: {
    zh: '和山东省医学会一起设立的脐带血专项科研基金：给什么研究出钱，谁可以申报，怎么评审，结果怎么公开。',
    en: 'The cord blood research fund with the Shandong Medical Association: what research it pays for, who may propose, how it is judged, and how results are published.',
  },
  researchNot: {
    zh: '研究不是治疗。参加研究的人不付钱，也随时可以退出。要用脐带血治病，请听主治医生的。',
    en: 'Research is not treatment. Whoever takes part pays nothing and may leave at any time. For treatment, listen to the doctor in charge.',
  },
  researchNotTitle: { zh: '病人在这里申请不到钱', en: 'Patients cannot apply here' },
  researchToAid: {
    zh: '给病人的钱，看救助基金和火种工程',
    en: 'For money to patients, see the aid fund and the Kindling project',
  },
  researchWhat: { zh: '出钱做什么', en: 'What it pays for' },
  researchPays: {
    zh: '脐带血的临床研究：谁用了有效，谁用了没效，安不安全。',
    en: 'Clinical research on cord blood: for whom it works, for whom it does not, and how safe it is.',
  },
  researchPaysNot: {
    zh: '不出的钱：卖产品的推广、没有对照的“体验”、受试者自己掏的费用。',
    en: 'Not for promotion of products, “trials” without a comparison, or anything charged to those taking part.',
  },
  researchTies: {
    zh: '设立它的有卖脐带血保存服务的公司，这就是利益关系。所以评审的人不从公司来，结果不好看也要公开。',
    en: 'One of its founders sells cord blood storage, which is an interest. So the reviewers do not come from the company, and unwelcome results are published too.',
  },
  researchFacts: { zh: '公司报道过的科研合作', en: 'Research partnerships the company has reported' },
  researchPartners: { zh: '合作单位', en: 'Partner institutions' },
  researchPartnersFigure: { zh: '109家', en: '109' },
  researchProjects: { zh: '落地的项目', en: 'Projects begun' },
  researchProjectsFigure: { zh: '172项', en: '172' },
  researchFactsNote: {
    zh: '这是公司全部的科研合作，其中多少由这个基金出钱，没有公开过。',
    en: 'These are all of the company’s partnerships; how many this fund paid for has not been published.',
  },
  researchSum: { zh: '基金有多少钱', en: 'Size of the fund' },
  researchSumFigure: { zh: '没有公开过', en: 'not published' },
});
