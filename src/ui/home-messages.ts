import { messages } from '#src/shared/i18n.ts';

/** The front page. `|` marks where a heading may break. Figures: 齐鲁壹点, early 2023; medicine: ACOG 771 (2019) and 814 (2020). */
export const homeMessages = messages({
  title: {
    zh: '先看清楚，再决定存不存',
    en: 'Cord blood: read this before you decide',
  },
  description: {
    zh: '脐带血多半用不上，用得上时很要紧。步骤、检测、二十年的费用，签字之前都写明白。',
    en: 'Seldom needed, and then it matters. The steps, the tests and the cost of twenty years, set out before you sign.',
  },
  h1: {
    zh: '大多数孩子，|一辈子都用不上|自己的脐带血。',
    en: 'Most children will |never need their |own cord blood.',
  },
  lead: {
    zh: '存不存，看清楚再定。它要走多远的路，用上的可能有多大，二十年一共花多少钱，都在您签字之前写明白。',
    en: 'Read first, then decide. How far a unit travels, how seldom it is needed, and what twenty years cost in all: we set it down before you sign anything.',
  },
  picture: {
    zh: '齐鲁的山，一根线从母亲怀里的新生儿出发，由暖色慢慢变成冷色，经过采集箱，进了液氮罐',
    en: 'The hills of Shandong. A cord leaves a newborn in its mother’s arms, turns from warm to cold, passes a kit and ends in a liquid nitrogen tank',
  },
  whatBrings: { zh: '您来做什么', en: 'What brings you here' },
  toLearn: { zh: '怀孕了，想先弄明白', en: 'Expecting, and want to understand' },
  toLearnLine: { zh: '按顺序读，有来源，不提价格', en: 'In reading order, with sources, no prices' },
  toPrices: { zh: '看全部费用，再决定', en: 'The whole price, then decide' },
  toPricesLine: {
    zh: '二十年一共多少、中途不存退多少，不用登录',
    en: 'Twenty years in all, and what comes back; no sign-in',
  },
  toFamily: { zh: '存了，或办到一半', en: 'Stored with us, or half-way' },
  toFamilyLine: {
    zh: '它在哪里、测出什么、缴到哪天；没填完的接着填',
    en: 'Where it is, what was measured, what is paid; or carry on',
  },
  toAid: { zh: '家里有人病重，想申请救助', en: 'Somebody is seriously ill' },
  toAidLine: {
    zh: '不是我们的客户也可以，两分钟自查',
    en: 'You need not be our customer; a two-minute check',
  },

  honestHeading: {
    zh: '存、捐，|或者都不做',
    en: 'Keep it, give it, or neither',
  },
  honestMedicine: {
    zh: '健康家庭为孩子存一份“以防万一”，美国妇产科医师学会不建议把它当成常规。我们的合同，第一句也是这个意思。',
    en: 'Storing a healthy child’s own “just in case” is not something the American College of Obstetricians and Gynecologists recommends as routine. Our contract opens by saying so.',
  },
  honestPublicTitle: { zh: '可以捐给公共库', en: 'You could give it away' },
  honestPublic: {
    zh: '免费、自愿，给需要配型的人用。捐出以后归红十字公共库，不能要回；捐献的家庭以后需要时，优先配型。',
    en: 'Free and voluntary, for anyone who matches. It then belongs to the Red Cross public bank and cannot be asked back; your family comes first in matching.',
  },
  honestNothingTitle: { zh: '也可以什么都不做', en: 'You could do neither' },
  honestNothing: {
    zh: '晚一点夹闭脐带，对宝宝的铁储备有好处，需要照光的黄疸会稍多一点。不该为了多采一点血，改变分娩的任何一步。',
    en: 'Clamping the cord a little later is good for the baby’s iron, at the price of slightly more jaundice that needs light treatment. No step of the birth should change for the sake of more blood.',
  },
  honestSource: {
    zh: '依据：ACOG第771号意见（2019）、第814号意见（2020）。这一段尚未经医学审阅。',
    en: 'Sources: ACOG Opinions 771 (2019) and 814 (2020). Not yet medically reviewed.',
  },

  honestUses: { zh: '它今天用在哪里', en: 'What it is used for today' },
  honestMore: { zh: '会不会用到，看两边的数字', en: 'How likely it is used: both sides’ figures' },

  wayHeading: { zh: '从37 °C到−196 °C', en: 'From 37 °C to −196 °C' },
  wayNote: { zh: '线的颜色，就是那一刻的温度', en: 'The line is the colour of its temperature' },
  way1Degree: { zh: '37 °C', en: '37 °C' },
  way1: { zh: '出生，采集', en: 'Born, and collected' },
  way1Line: {
    zh: '脐带剪断、和宝宝分开之后才采，分娩的步骤不为它改变。另取一管妈妈的血，一起检测。',
    en: 'Only once the cord has been cut; nothing about the birth changes for it. A tube of the mother’s blood goes along to be tested.',
  },
  way2Degree: { zh: '20 °C上下', en: 'About 20 °C' },
  way2: { zh: '装箱，上路', en: 'Packed, and on its way' },
  way2Line: {
    zh: '{hours}小时内送到是我们的目标。箱里的记录仪一路记着温度，您看得到。',
    en: 'We aim to have it here within {hours} hours. A logger in the box notes the temperature, and you can see it.',
  },
  way3Degree: { zh: '实验室', en: 'Laboratory' },
  way3: { zh: '检测，合格才存', en: 'Tested, and stored only if it passes' },
  way3Line: {
    zh: '看量够不够、细胞活不活、有没有细菌和病毒。有一项不合格就不入库，按签约时写明的办法退费。',
    en: 'Is there enough, are the cells alive, any bacteria or viruses? If one test fails it is not stored, and you are refunded as the contract says.',
  },
  way4Degree: { zh: '−196 °C', en: '−196 °C' },
  way4: { zh: '进液氮罐', en: 'Into liquid nitrogen' },
  way4Line: {
    zh: '大约{days}个工作日出齐结果。放在哪一组罐、测出了什么，登录就能看。',
    en: 'All results take about {days} working days. Sign in to see which tank group it is in and what was measured.',
  },

  orderHeading: { zh: '签完合同，|才付第一笔钱', en: 'You pay nothing until the contract is signed' },
  orderNote: { zh: '五步，每一步都能停下', en: 'Five steps; stop at any of them' },
  order1: { zh: '填申请', en: 'Apply' },
  order1Line: { zh: '孕20周起可以填，分几次填也行', en: 'From week 20, in one sitting or several' },
  order2: { zh: '顾问核对', en: 'We check it' },
  order2Line: { zh: '不能办的，说明为什么', en: 'If we cannot take it, we say why' },
  order3: { zh: '监护人各自签字', en: 'Each guardian signs' },
  order3Line: { zh: '用各自的手机签；只有一位也能办', en: 'On their own phone; one alone can too' },
  order4: { zh: '付款', en: 'Pay' },
  order4Line: { zh: '合同里写多少，就收多少', en: 'What the contract says, and nothing else' },
  order5: { zh: '收采集箱', en: 'Receive the kit' },
  order5Line: { zh: '生产那天带去医院', en: 'Take it to the hospital on the day' },
  orderButton: { zh: '看怎么办理', en: 'See how to enrol' },

  ledgerHeading: { zh: '库里的账', en: 'What the bank has done so far' },
  ledgerNote: { zh: '每个数都写着从哪里来', en: 'Every figure says where it comes from' },
  stored: { zh: '保存的脐带血', en: 'Units stored' },
  storedFigure: { zh: '80万余份', en: '800,000+' },
  searches: { zh: '做过的HLA配型检索', en: 'HLA searches served' },
  searchesFigure: { zh: '38,000余次', en: '38,000+' },
  supplied: {
    zh: '提供给百余家医院和移植单位',
    en: 'Units supplied to 100+ hospitals and transplant centres',
  },
  suppliedFigure: { zh: '12,000余份', en: '12,000+' },
  aid: { zh: '救助基金帮过的重病患者', en: 'Seriously ill patients helped by the aid fund' },
  aidFigure: { zh: '164人', en: '164' },
  aidPaid: { zh: '救助基金给出的款项', en: 'Granted by the aid fund' },
  aidPaidFigure: { zh: '216万元', en: '¥2.16 million' },
  kindling: { zh: '火种工程帮过的困难家庭', en: 'Families helped by the Kindling project since 2013' },
  kindlingFigure: { zh: '200余个', en: '200+' },
  ledgerSource: {
    zh: '来源：齐鲁壹点报道，2023年初。数字到那时为止，之后的变化不在里面。',
    en: 'Source: Qilu Yidian, early 2023. The figures stop there.',
  },
  ledgerMore: { zh: '公益项目和每个数的说明', en: 'The charity programmes, figure by figure' },
  classes: { zh: '孕妇课堂和讲座', en: 'Classes and lectures' },
  classesLine: {
    zh: '看最近的一场在哪里、还有没有座位，不用注册账号就能报名',
    en: 'Where the next one is and whether seats are left; no account needed',
  },
});
