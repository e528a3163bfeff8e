import { messages } from '#src/shared/i18n.ts';

/** Texts to the family's phone: a number and a link, nothing personal. The sign in front is required of every sender. */
export const textMessages = messages({
  smsSubmitted: {
    zh: '【山东省脐血库】报名收到了，编号{number}。{days}个工作日内由顾问处理，不用打电话催。查看进度：{link}',
    en: '[Shandong Cord Blood Bank] We have your enrolment {number}. A counsellor looks at it within {days} working days. See where it stands: {link}',
  },
  smsReturned: {
    zh: '【山东省脐血库】报名{number}有几处要您再看一遍，其余不用重填：{link}',
    en: '[Shandong Cord Blood Bank] A few answers in enrolment {number} need another look. The rest stays as it is: {link}',
  },
  smsDeclined: {
    zh: '【山东省脐血库】报名{number}没有办法办理，没有收取任何费用。原因和电话在这里：{link}',
    en: '[Shandong Cord Blood Bank] We cannot go on with enrolment {number}. Nothing has been charged. The reason and a phone number are here: {link}',
  },
});

/** What families read. */
export const enrolmentMessages = messages({
  startTitle: { zh: '报名保存脐带血', en: 'Enrol for cord blood storage' },
  startLead: {
    zh: '一页只问几样，随时可以停下，换手机也能接着填。现在不扣款：顾问收下、合同签好以后才付。',
    en: 'A few questions on each page. Stop whenever you like and go on from another phone. Nothing is charged now: you pay after we accept and the contract is signed.',
  },
  startHonestTitle: { zh: '先说一句实话', en: 'One honest thing first' },
  startHonest: {
    zh: '大多数孩子，一生都用不到自己的脐带血。想清楚再报名，不报名也完全可以。',
    en: 'Most children will never need their own cord blood. Take your time; not enrolling is a perfectly good choice.',
  },
  startWho: { zh: '谁可以报名', en: 'Who can enrol' },
  startWhoWeek: {
    zh: '怀孕满{min}周起；满{recommended}周前后办最从容',
    en: 'From {min} weeks of pregnancy; around week {recommended} leaves the most time',
  },
  startWhoPlace: {
    zh: '在山东省内的医院生；住在哪里都可以',
    en: 'The birth is in a hospital in Shandong; you may live anywhere',
  },
  startWhoTwins: {
    zh: '双胞胎每个宝宝各存一份，费用也是两份',
    en: 'Twins are stored, and charged, as two units',
  },
  startHave: { zh: '手边准备好', en: 'Have at hand' },
  startHaveId: {
    zh: '两位监护人的身份证件；一位不能签字也可以办',
    en: 'Both guardians’ identity documents; one absent guardian is no obstacle',
  },
  startHavePhone: {
    zh: '两位各自的手机号，用来各自签字',
    en: 'A mobile number for each, since each signs on their own',
  },
  startHaveRecord: {
    zh: '产检记录：预产期、这次怀孕的检查结果',
    en: 'The antenatal record: due date and test results of this pregnancy',
  },
  startThen: { zh: '报名之后', en: 'What happens next' },
  thenReview: { zh: '顾问看报名', en: 'A counsellor reads it' },
  thenReviewNote: { zh: '{days}个工作日内，用短信告诉您', en: 'Within {days} working days; we text you' },
  thenSign: { zh: '两位监护人签合同', en: 'Both guardians sign the contract' },
  thenSignNote: { zh: '各用各的手机，看到的就是全文', en: 'Each on their own phone, reading the full text' },
  thenPay: { zh: '付款，收到采集包', en: 'Pay, and receive the kit' },
  thenPayNote: { zh: '待产时带去医院', en: 'Take it to the hospital for the birth' },
  thenBirth: { zh: '宝宝出生时采集', en: 'Collection at birth' },
  thenBirthNote: {
    zh: '一天内运到，检测合格才入库',
    en: 'Transported within a day; stored only if the tests are met',
  },
  start: { zh: '开始填写', en: 'Start' },
  goOn: { zh: '接着填', en: 'Go on' },
  draftTitle: { zh: '您有一份没填完的报名', en: 'You have an unfinished enrolment' },
  draftLine: {
    zh: '{when}保存，停在“{stage}”。填过的都在。',
    en: 'Saved on {when}, at “{stage}”. Everything you entered is still there.',
  },
  underWayTitle: { zh: '您已有一份报名', en: 'You have already enrolled' },
  underWay: {
    zh: '进度和要做的事都在上面这一份里。为同一次怀孕不用再报；另有一次怀孕，再报一份。',
    en: 'Where it stands, and anything left to do, is in that one. The same pregnancy needs no second enrolment; another pregnancy does.',
  },
  paperWay: {
    zh: '不方便在网上填，打电话也能办，顾问替您逐项填好。',
    en: 'If filling this in online does not suit you, phone us and a counsellor will go through it with you.',
  },
  formTitle: { zh: '报名', en: 'Enrolment' },
  barTotal: { zh: '{years}年合计', en: '{years} years in all' },
  barNow: { zh: '签约后先付', en: 'After signing' },
  saveNext: { zh: '保存，下一步', en: 'Save and continue' },
  saveReturn: { zh: '保存，回到核对', en: 'Save and go back to the check' },
  backTo: { zh: '上一步：{name}', en: 'Back: {name}' },
  backToStart: { zh: '报名首页', en: 'Enrolment start' },
  savedAt: { zh: '{time}保存过', en: 'Saved at {time}' },
  savesItself: { zh: '边填边自动保存', en: 'Saves as you type' },
  saving: { zh: '正在保存', en: 'Saving' },
  savedNow: { zh: '{time}已保存', en: 'Saved at {time}' },
  savedPartly: {
    zh: '{time}已保存，勾选同意后才保存的除外',
    en: 'Saved at {time}, except what is only kept once you agree',
  },
  notSavedOffline: {
    zh: '没有网络，还没有保存。先别关这一页，连上就自动保存',
    en: 'No connection, not saved yet. Keep this page open: it saves itself once you are back online',
  },
  notSavedBusy: { zh: '还没有保存，稍后自动再试', en: 'Not saved yet; it will be tried again' },
  notSavedElsewhere: {
    zh: '没有保存，这一页刚才在别处改过。要用这里填的，按“保存，下一步”',
    en: 'Not saved: this page was changed elsewhere a moment ago. To use what is here, press “Save and continue”',
  },
  notSavedGone: {
    zh: '没有保存，这份报名已经不在这一步。按“保存，下一步”，看到了哪里',
    en: 'Not saved: this enrolment has moved on. Press “Save and continue” to see where it is',
  },
  notSavedSignedOut: { zh: '没有保存，登录已经过期。', en: 'Not saved: you have been signed out. ' },
  signInBeside: { zh: '在新窗口登录，再回到这里', en: 'Sign in in a new window, then come back here' },
  lateTitle: { zh: '这份报名已经提交', en: 'This enrolment has already been sent' },
  late: {
    zh: '刚才那一页是提交以前打开的，在那里改的没有保存。要改，请打电话给我们，由顾问退回给您修改。',
    en: 'The page you came from was opened before that, and what you changed there was not saved. To change an answer, phone us and a counsellor will return the form to you.',
  },
  askedTitle: { zh: '顾问请您再看这一页', en: 'The counsellor asks about this page' },
  changedTitle: { zh: '这一页刚才在别处保存过', en: 'This page was saved elsewhere a moment ago' },
  changed: {
    zh: '可能是另一个窗口或另一部手机。下面是您现在填的，还没有保存；确认要用它，就再按一次保存。',
    en: 'Perhaps in another window or on another phone. What you have typed here is below and not saved yet; to use it, press save again.',
  },
  elsewhereTitle: {
    zh: '在山东省以外生，我们不能采集',
    en: 'For a birth outside Shandong we may not collect',
  },
  elsewhereBody: {
    zh: '国家规定脐血库不能跨区域采集。您没有填错，也没有收取任何费用；看的是在哪里生，不看户口和住址。',
    en: 'National rules do not let a cord blood bank collect outside its own region. You have made no mistake and nothing has been charged. What counts is where the birth is, not where you live or are registered.',
  },
  elsewhereHere: {
    zh: '会改到山东省内的医院生：在下面改选那个市，接着填。',
    en: 'The birth moves to a hospital in Shandong: choose its city below and go on.',
  },
  elsewhereThere: {
    zh: '在外省生：问医院所在地的卫生健康部门，当地有没有领了执照的脐血库。',
    en: 'The birth stays where it is: ask the health authority there whether a licensed bank collects in that region.',
  },
  elsewhereUnsure: {
    zh: '还没有定：先不用做什么。填过的内容留着，定了再回来。',
    en: 'It is not settled: there is nothing to do yet. What you entered stays here; come back once you know.',
  },
  carriedNote: {
    zh: '这一页带来了您上次报名填的，请看一遍，变了就改。',
    en: 'Filled in from your last enrolment. Look through it and change what has changed.',
  },
  healthNote: {
    zh: '问卷由我们编写，尚未经医学审阅。答案加密保存，只用来判断能否采集和保存。',
    en: 'We wrote these questions ourselves; they have not yet been medically reviewed. Answers are stored encrypted and only used to judge whether the blood can be collected and stored.',
  },
  hospitalSample: {
    zh: '名录是示例，不表示这些医院已与我们合作。',
    en: 'The list is a sample and does not claim that these hospitals work with us.',
  },
  consentsSample: {
    zh: '这些同意文本由项目起草，待运营方的律师确认。',
    en: 'These texts were drafted by the project and await the operator’s counsel.',
  },
  reviewTitle: { zh: '核对您填的内容', en: 'Check your answers' },
  reviewLead: {
    zh: '看一遍，要改就点“修改”。提交以后由顾问处理，现在不扣款。',
    en: 'Read through it once and change what needs changing. A counsellor takes it from here; nothing is charged now.',
  },
  factsTitle: { zh: '最要紧的几项', en: 'What matters most' },
  factDue: { zh: '预产期和宝宝', en: 'Due date and babies' },
  factOneBaby: { zh: '一个宝宝', en: 'One baby' },
  factHospital: { zh: '生产的医院', en: 'Hospital' },
  factMother: { zh: '产妇', en: 'The mother' },
  factOther: { zh: '另一位监护人', en: 'The other guardian' },
  factAbsent: { zh: '不能签字', en: 'Cannot sign' },
  factApplicant: { zh: '填表的人', en: 'Filled in by' },
  factAddress: { zh: '采集包寄到', en: 'The kit goes to' },
  consentsTitle: { zh: '您的同意', en: 'Your consents' },
  restNo: { zh: '其余{count}项都答“没有”', en: 'The other {count} were all answered “no”' },
  allNo: { zh: '{count}项都答“没有”', en: 'All {count} were answered “no”' },
  change: { zh: '修改', en: 'Change' },
  submit: { zh: '提交报名', en: 'Send the enrolment' },
  resubmit: { zh: '改好了，重新提交', en: 'Send it again' },
  notGiven: { zh: '没有填', en: 'Not given' },
  agreed: { zh: '同意', en: 'Agreed' },
  notAgreed: { zh: '没有勾选', en: 'Not ticked' },
  doneTitle: { zh: '收到了，报名编号{number}', en: 'We have it: enrolment {number}' },
  doneLead: {
    zh: '{days}个工作日内由顾问处理，结果发短信到您的手机。现在不用做什么。',
    en: 'A counsellor looks at it within {days} working days and we text you. There is nothing to do for now.',
  },
  toEnrolment: { zh: '查看报名', en: 'See the enrolment' },
  toHome: { zh: '回到首页', en: 'Go to your home page' },
  stateSubmitted: { zh: '等顾问处理', en: 'With a counsellor' },
  stateReturned: { zh: '等您改几处', en: 'Waiting for you' },
  stateAccepted: { zh: '已收下', en: 'Accepted' },
  stateDeclined: { zh: '没有办理', en: 'Not taken on' },
  stateWithdrawn: { zh: '您已撤回', en: 'Withdrawn by you' },
  leadSubmitted: {
    zh: '最晚{date}由顾问处理，结果发短信给您。现在不用做什么。',
    en: 'A counsellor deals with it by {date} at the latest and we text you. There is nothing to do for now.',
  },
  leadReturned: {
    zh: '顾问看过了，其余的都不用重填。',
    en: 'A counsellor has read it. Everything else stays as it is.',
  },
  returnedOne: { zh: '有1处|要您再看一遍', en: 'One answer |needs another look' },
  returnedMany: { zh: '有{count}处|要您再看一遍', en: '{count} answers |need another look' },
  leadAccepted: {
    zh: '报名收下了。下一步是签合同：合同会出现在首页，也会发短信给每位签字人。',
    en: 'Your enrolment is accepted. Next comes the contract: it appears on your home page, and each signer gets a text.',
  },
  leadDeclined: {
    zh: '这次没有办法为您办理，没有收取任何费用。',
    en: 'We cannot take this on. Nothing has been charged.',
  },
  leadWithdrawn: {
    zh: '您撤回了这份报名，没有收取任何费用。改变主意，可以重新报名。',
    en: 'You withdrew this enrolment. Nothing has been charged, and you may enrol again.',
  },
  toCorrect: { zh: '要改的地方', en: 'What to correct' },
  correct: { zh: '去修改', en: 'Correct this' },
  correctNow: { zh: '接着改，再提交', en: 'Go on correcting, then send again' },
  reasonTitle: { zh: '原因', en: 'The reason' },
  declinedHelp: {
    zh: '两位顾问先后看过，才作出这个决定。不明白或不同意，请打电话给我们。',
    en: 'Two counsellors looked at it, one after the other, before this was decided. If it is unclear or seems wrong, phone us.',
  },
  yourAnswers: { zh: '您填的内容', en: 'Your answers' },
  withdrawTitle: { zh: '不想办了', en: 'Changed your mind?' },
  withdrawBody: {
    zh: '签合同以前随时可以撤回，不收费，也不用说明原因。',
    en: 'Until the contract you may withdraw at any time, free of charge and without a reason.',
  },
  withdraw: { zh: '撤回报名', en: 'Withdraw the enrolment' },
  enrolmentOf: { zh: '报名{number}', en: 'Enrolment {number}' },
  submittedOn: { zh: '{date}提交', en: 'Sent on {date}' },
  incomplete: {
    zh: '还有一页没有填好，已经为您打开这一页。',
    en: 'One page is not complete yet; it is open below.',
  },
});

/** The plan page. */
export const planMessages = messages({
  lead: {
    zh: '几种缴法，保存的内容完全一样，只差什么时候付、付多少。现在不扣款，签完合同才付。',
    en: 'Whichever you choose, the storage is the same; only when and how much you pay differs. Nothing is charged now, only after the contract is signed.',
  },
  sample: {
    zh: '虚线框里的价格是演示用的样价，以运营方公布的价目表为准。合同里写多少，就收多少，没有别的费用。',
    en: 'Prices in dashed frames are samples until the operator publishes its list. What the contract says is what is charged, and nothing else.',
  },
  total: { zh: '{years}年合计', en: '{years} years in all' },
  amountsOf: { zh: '缴费方式：{name}', en: 'How you pay: {name}' },
  reviewTitle: { zh: '缴费方式', en: 'How you pay' },
  change: { zh: '修改', en: 'Change' },
  changePlan: { zh: '：缴费方式', en: ': how you pay' },
  afterSigning: { zh: '签约后先付', en: 'After signing' },
  stopAfter: { zh: '存满{years}年就停，退款后', en: 'If you stop after {years} years, less what comes back' },
  inAll: { zh: '共{amount}', en: '{amount} in all' },
  times: { zh: '{each} × {times}', en: '{each} × {times}' },
  twins: { zh: '按{babies}个宝宝计，每个宝宝一份。', en: 'For {babies} babies, one unit each.' },
});

/** Refusals of the machine and the use cases, in the family's and the counsellor's words. */
export const refusalMessages = messages({
  'evidence-missing': {
    zh: '另一位监护人不能签字。核对过材料、勾选确认以后才能收下。',
    en: 'The other guardian is absent. Check the evidence and confirm it before accepting.',
  },
  'health-not-seen': {
    zh: '有标出的健康回答还没有看。先在“查看遮住的内容”里选“看健康问卷”，看过、勾选确认以后再收下。',
    en: 'A flagged health answer has not been read. Under “See what is hidden” choose the health answers, read them, tick the box, and then accept.',
  },
  'nothing-to-correct': {
    zh: '还没有写要改什么。至少在一步下面写明要改的内容。',
    en: 'Nothing to correct has been written. Write it under at least one step.',
  },
  'reason-missing': {
    zh: '还没有写原因。家属会看到这段话，请写明白。',
    en: 'The reason is missing. The family will read it, so say it plainly.',
  },
  'needs-another-person': {
    zh: '不予办理要两位顾问：提出的人不能自己确认，请另一位顾问来看。',
    en: 'Declining takes two counsellors: whoever proposed it cannot confirm it. Ask a colleague to look.',
  },
  'not-answered': {
    zh: '顾问要您再看的地方，还有没改也没说明的。',
    en: 'Something the counsellor asked about is neither changed nor explained yet.',
  },
  incomplete: { zh: '还有内容没有填好，请先补齐。', en: 'Something is still incomplete. Complete it first.' },
  'wrong-state': {
    zh: '这份报名现在的状态不能做这一步，可能刚有人处理过。',
    en: 'This enrolment is in a state that does not allow this step; someone may just have dealt with it.',
  },
  'not-yours-to-do': { zh: '这一步不由您来做。', en: 'This step is not yours to take.' },
  'changed-meanwhile': {
    zh: '这份报名刚才被改过。请看过最新内容再决定。',
    en: 'This enrolment has just changed. Read the latest version before deciding.',
  },
});
