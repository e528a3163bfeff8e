import { messages } from '../shared/i18n.ts';

/** What pages, text messages and refusals about contracts say. */
export const contractMessages = messages({
  'sms.offered': {
    zh: '【山东省脐血库】合同{number}备好了，请您慢慢看，最晚{lastDay}签。签完以前不收钱。{link}',
    en: '[Shandong Cord Blood Bank] Contract {number} is ready for you to read. Sign by {lastDay} at the latest; no money is taken before. {link}',
  },
  'sms.other-signed': {
    zh: '【山东省脐血库】合同{number}另一位监护人已经签了，现在等您。最晚{lastDay}。{link}',
    en: '[Shandong Cord Blood Bank] The other guardian has signed contract {number}; it now waits for you, until {lastDay}. {link}',
  },
  'sms.in-force': {
    zh: '【山东省脐血库】合同{number}都签完了，现在生效。合同可以下载，付款通知随后到。{link}',
    en: '[Shandong Cord Blood Bank] Everybody has signed contract {number}; it is in force. You can download it, and the payment notice follows. {link}',
  },
  'sms.lapsed': {
    zh: '【山东省脐血库】合同{number}到{lastDay}没有签完，已经作废，没有收过钱。还想办，请打电话给我们，资料不用重填。{link}',
    en: '[Shandong Cord Blood Bank] Contract {number} was not fully signed by {lastDay} and has ended; nothing was charged. Phone us if you still want it: your details are kept. {link}',
  },

  title: { zh: '合同{number}', en: 'Contract {number}' },
  description: { zh: '查看和签署您的保存合同', en: 'Read and sign your storage contract' },
  back: { zh: '我的脐血', en: 'My cord blood' },
  'head.offered': { zh: '请您看完，再决定签不签', en: 'Read it first, then decide' },
  'lead.offered': {
    zh: '不用着急，随时可以离开再回来看。要签的话，最晚{lastDay}。签完以前我们不收钱，您也不受约束。',
    en: 'Take your time; you can leave and come back. If you want to sign, do it by {lastDay}. Until everybody has signed, nothing is charged and you are not bound.',
  },
  'head.waiting': { zh: '您签好了，还在等{others}', en: 'You have signed; {others} has not yet' },
  'lead.waiting': {
    zh: '我们已经发短信提醒。最晚{lastDay}签完，合同才生效，到那时才会请您付款。',
    en: 'We have sent a text message. The contract takes effect when both have signed, by {lastDay} at the latest, and only then are you asked to pay.',
  },
  'lead.waitingToJoin': {
    zh: '{joining}要先用自己的手机打开邀请链接，加入以后才能签。最晚{lastDay}签完，合同才生效，到那时才会请您付款。',
    en: '{joining} first opens the invitation on a phone of their own and joins; then they can sign. The contract takes effect when both have signed, by {lastDay} at the latest, and only then are you asked to pay.',
  },
  'head.not-signer': { zh: '这份合同在等签名', en: 'This contract is waiting for signatures' },
  'lead.not-signer': {
    zh: '合同由监护人本人登录自己的账号来签，最晚{lastDay}。签完以前不收钱。',
    en: 'Each guardian signs it in person, with an account of their own, by {lastDay}. No money is taken before.',
  },
  'head.signed': { zh: '合同生效了', en: 'The contract is in force' },
  'lead.signed': {
    zh: '{date}签完。合同可以随时下载。接下来付第一笔款，付完我们寄出采集包。',
    en: 'Everybody had signed on {date}. You can download it at any time. Next comes the first payment; then we send the kit.',
  },
  'lead.signedAndPaid': {
    zh: '{date}签完，第一笔也收到了。合同可以随时下载。',
    en: 'Everybody had signed on {date}, and the first payment has arrived. You can download the contract at any time.',
  },
  'head.lapsed': { zh: '这份合同没有签完，已经作废', en: 'This contract was not fully signed and has ended' },
  'lead.lapsed': {
    zh: '最晚签署日是{lastDay}。没有收过钱，您也不欠什么。还想保存，打电话给我们，资料不用重填。',
    en: 'The last day was {lastDay}. Nothing was charged and you owe nothing. If you still want to store, phone us: your details are kept.',
  },
  'head.terminated': { zh: '这份合同已经解除', en: 'This contract has been ended' },
  'lead.terminated': {
    zh: '合同留在这里供您查看和下载。',
    en: 'It stays here for you to read and download.',
  },
  who: { zh: '谁来签', en: 'Who signs' },
  you: { zh: '您', en: 'you' },
  signedOn: { zh: '已签', en: 'Signed' },
  notYet: { zh: '还没签', en: 'Not yet' },
  notJoined: { zh: '还没加入', en: 'Not joined yet' },
  invitedUntil: {
    zh: '邀请链接已经发到对方的手机，{until}前有效。加入以后就能签。',
    en: 'The invitation is on their phone, good until {until}. They can sign once they have joined.',
  },
  noInvitation: {
    zh: '现在没有能用的邀请链接。再发一个，对方用自己的手机加入以后就能签。',
    en: 'No invitation works at the moment. Send one; they can sign once they have joined on their own phone.',
  },
  seeInvitation: { zh: '看邀请', en: 'See the invitation' },
  sendInvitation: { zh: '发邀请', en: 'Send an invitation' },
  excused: { zh: '这次不签：{reason}', en: 'Not signing: {reason}' },
  contents: { zh: '目录', en: 'Contents' },
  limitsIn: { zh: '限制责任', en: 'limits' },
  barLastDay: { zh: '最晚{lastDay}签', en: 'Sign by {lastDay}' },
  limitsNote: {
    zh: '左边有粗线的{count}条限制了我们的责任。签名以前，会请您逐条确认。',
    en: 'The {count} clauses with a thick line at the left limit our duties. Before signing you confirm each on its own.',
  },
  question: {
    zh: '有一条看不明白，先别签。打服务电话{phone}问顾问，问清楚了再回来。',
    en: 'If a clause is not clear, do not sign yet. Phone a counsellor on {phone}, ask, then come back.',
  },
  otherLanguage: {
    zh: '这份合同有英文文本和中文文本，以中文为准。下面先英文、后中文。',
    en: 'This contract was made in Chinese, as your enrolment was. If you need it in English, phone us before signing.',
  },
  toSign: { zh: '我看完了，去签名', en: 'I have read it; go on to sign' },
  toFees: { zh: '去付第一笔', en: 'Go to the first payment' },
  seeFees: { zh: '看付款和收据', en: 'See payments and receipts' },
  download: { zh: '下载合同（PDF）', en: 'Download the contract (PDF)' },
  pdfSoon: {
    zh: 'PDF正在排版，通常一分钟以内就好。请过一会儿刷新。',
    en: 'The PDF is being set, usually within a minute. Reload in a moment.',
  },
  evidence: { zh: '签署证据', en: 'Evidence of signing' },
  hash: { zh: '全文的核对码', en: 'Check value of the text' },
  hashNote: {
    zh: '核对码是按上面的全文算出来的（算法叫SHA-256），改动一个字就会变。PDF的最后一页印着同一个核对码，对得上，就是您签的那份。',
    en: 'The check value is computed from the text above (by a method called SHA-256); if one character changed, so would the value. The last page of the PDF carries the same one: if they match, it is the text you signed.',
  },
  signedAt: { zh: '{name}，{time}', en: '{name}, {time}' },
  'method.drawn': { zh: '手写签名', en: 'drawn' },
  'method.typed': { zh: '键入姓名', en: 'typed' },

  'step.read': { zh: '看全文', en: 'Read' },
  'step.confirm': { zh: '逐条确认', en: 'Confirm' },
  'step.sign': { zh: '签名、填验证码', en: 'Sign, enter the code' },
  'step.done': { zh: '完成', en: 'Done' },

  'sign.title': { zh: '签署合同{number}', en: 'Sign contract {number}' },
  'sign.back': { zh: '回到合同全文', en: 'Back to the full text' },
  'sign.head': { zh: '签署保存合同', en: 'Sign the storage contract' },
  'sign.lead': {
    zh: '先逐条确认限制我们责任的条款，再签名，最后输入短信验证码。签完以前都可以反悔。',
    en: 'Confirm the clauses that limit our duties, one by one; then sign; then enter the code. Until you have signed you can still change your mind.',
  },
  'sign.whole': {
    zh: '再看一遍全文，不离开这一页',
    en: 'Read the full text again without leaving this page',
  },
  'sign.seeClause': { zh: '在全文里看', en: 'See it in the full text' },
  'sign.confirmed': { zh: '已确认{n}条，共{count}条', en: '{n} of {count} clauses confirmed' },
  'sign.limits': { zh: '一、逐条确认', en: '1. Confirm each clause' },
  'sign.limitsHint': {
    zh: '这{count}条限制了我们的责任。看明白一条，勾一条。不明白的先别勾，打电话问我们。',
    en: 'These {count} clauses limit our duties. Tick each when you have understood it. If one is not clear, leave it and phone us.',
  },
  'sign.limitOf': { zh: '第{n}条，共{count}条', en: '{n} of {count}' },
  'sign.limitClause': { zh: '合同{number}', en: 'clause {number}' },
  'sign.understood': { zh: '这一条我看过，也明白', en: 'I have read this clause and understand it' },
  'sign.mark': { zh: '二、签上您的名字', en: '2. Your signature' },
  'sign.how': { zh: '怎么签', en: 'How do you want to sign?' },
  'sign.typed': { zh: '键入姓名', en: 'Type my name' },
  'sign.drawn': { zh: '手写', en: 'Draw it' },
  'sign.name': { zh: '您的姓名', en: 'Your name' },
  'sign.nameHint': {
    zh: '要和合同里写的一样：{name}',
    en: 'As written in the contract: {name}',
  },
  'sign.pad': { zh: '手写区', en: 'Drawing area' },
  'sign.padHint': {
    zh: '用手指或鼠标在框里写您的名字。写不方便的，选“键入姓名”，效力一样。',
    en: 'Write your name in the box with a finger or the mouse. If that is difficult, choose “Type my name”; it counts the same.',
  },
  'sign.clear': { zh: '擦掉重写', en: 'Clear and start again' },
  'sign.code': { zh: '三、短信验证码', en: '3. Code by text message' },
  'sign.codeLabel': { zh: '6位验证码', en: '6-digit code' },
  'sign.codeHint': {
    zh: '发到您自己的手机{phone}。这个验证码只对这一份合同有效。',
    en: 'It goes to your own phone, {phone}, and is good for this contract only.',
  },
  'sign.send': { zh: '发验证码', en: 'Send the code' },
  'sign.resend': { zh: '再发一次', en: 'Send again' },
  'sign.sent': {
    zh: '验证码已发到{phone}，10分钟内有效。没收到的，一分钟以后可以再发。',
    en: 'The code was sent to {phone} and is good for 10 minutes. If it does not arrive, you can ask again after a minute.',
  },
  'sign.bound': {
    zh: '您签的是合同{number}，核对码的末八位是{tail}。核对码按全文算出来，全文改动一个字就会变；签好的PDF上印着同一个。',
    en: 'You are signing contract {number}; its check value ends in {tail}. The value is computed from the full text and changes with every character; the signed PDF carries the same one.',
  },
  'sign.submit': { zh: '签署这份合同', en: 'Sign this contract' },
  'sign.after': {
    zh: '您签完以后，{others}也签了，合同才生效，到那时才会请您付款。',
    en: 'After you, {others} has to sign as well. Only then does the contract take effect, and only then are you asked to pay.',
  },
  'sign.afterLast': {
    zh: '您是最后一位。签完合同就生效，接着会请您付第一笔款。',
    en: 'You are the last to sign. The contract then takes effect, and you are asked for the first payment.',
  },

  'refused.offer-ended': {
    zh: '最晚签署日已经过了，这份合同不能再签。没有收过钱。还想办，请打电话给我们，资料不用重填。',
    en: 'The last day to sign has passed, so this contract can no longer be signed. Nothing was charged. If you still want it, phone us: your details are kept.',
  },
  'refused.offer-still-open': {
    zh: '还没有到最晚签署日，不能作废。',
    en: 'The last day to sign has not passed yet, so the contract cannot end.',
  },
  'refused.not-a-signer': {
    zh: '您不是这份合同要签名的监护人。合同要由本人登录自己的账号来签。',
    en: 'You are not one of the guardians who sign this contract. Each signs with an account of their own.',
  },
  'refused.already-signed': {
    zh: '您已经签过这份合同，不用再签。',
    en: 'You have signed this contract already; there is no need to sign again.',
  },
  'refused.text-changed': {
    zh: '页面上的全文和我们发出的不一致，没有签。请回到合同全文重新打开，再来签名；还是不行，请打电话给我们。',
    en: 'The text on the page is not the one we offered, so nothing was signed. Open the full text again and come back; if that does not help, phone us.',
  },
  // On the machine's own word; the page says `refused.limit` at each box instead.
  'refused.limits-not-confirmed': {
    zh: '还有条款没有确认。每一条都要看明白，才能签。',
    en: 'Some clauses are not confirmed yet. Each has to be understood before you sign.',
  },
  'refused.limit': { zh: '“{limit}”还没有确认', en: '“{limit}” is not confirmed yet' },
  'refused.limitHere': {
    zh: '这一条还没有确认。看明白了请勾上；不明白，请先问我们。',
    en: 'Not confirmed yet. Tick it when you have understood it; if it is not clear, ask us first.',
  },
  'refused.others-have-to-sign': { zh: '还有别的监护人没有签。', en: 'Other guardians have yet to sign.' },
  'refused.nobody-left-to-sign': { zh: '该签的都已经签了。', en: 'Everybody who has to sign has signed.' },
  'refused.mark-missing': {
    zh: '框里还没有签名，或者太短，看不出是名字。请重写一次，也可以选“键入姓名”。',
    en: 'There is no signature in the box yet, or it is too short to be a name. Write it again, or choose “Type my name”.',
  },
  'refused.name-missing': {
    zh: '还没有签名。请写下您的姓名：{name}。',
    en: 'There is no signature yet. Type your name: {name}.',
  },
  'refused.name-differs': {
    zh: '和合同里的姓名不一样。请写{name}；合同里的姓名写错了，先别签，打电话给我们改。',
    en: 'This is not the name in the contract. Type {name}. If the contract has your name wrong, do not sign; phone us to correct it.',
  },
  'refused.code-missing': {
    zh: '还没有填验证码。没有收到过的，请点“发验证码”，再把收到的6位数字填进来。',
    en: 'The code is missing. If you have not received one, press “Send the code” and enter the 6 digits.',
  },
  'refused.code-again': {
    zh: '验证码请重填。刚才那个是对的，还没有用掉，填同一个就可以。',
    en: 'Enter the code again. It was right and has not been used: the same one is still good.',
  },
  'refused.wrong-code': {
    zh: '验证码请重填，刚才填的不对。最新一条短信里的还有效，请对照再填一次。',
    en: 'Enter the code again: that was not it. The one in the newest text message is still good.',
  },
  'refused.code-spent': {
    zh: '验证码请重填。上一个已经用过、过期，或者试错太多次，不能再用，请再发一个。',
    en: 'Enter a new code. The last one was used, has expired or was tried too often: press “Send again”.',
  },
  'refused.too-many-codes': {
    zh: '验证码发得太密了。请等一分钟再试；一小时最多8条，一天最多15条。',
    en: 'Too many codes were asked for. Wait a minute and try again; the limit is 8 an hour and 15 a day.',
  },
  'refused.changed-meanwhile': {
    zh: '就在刚才，这份合同的状态变了，您这次没有签上。请再发一个验证码，重签一次。',
    en: 'The contract changed a moment ago and your signature was not recorded. Send a new code and sign once more.',
  },
  'refused.wrong-state': {
    zh: '这份合同现在不能签。请回到合同页，看看到了哪一步。',
    en: 'This contract cannot be signed at the moment. Go back to it to see where things stand.',
  },
  'refused.not-yours-to-do': { zh: '这一步不由您来做。', en: 'This step is not yours to take.' },
  'refused.sign-in-needed': {
    zh: '您已经退出登录，没有签。请登录以后再签一次。',
    en: 'You were signed out, so nothing was signed. Sign in and sign again.',
  },
});
