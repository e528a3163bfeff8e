import { messages } from '../shared/i18n.ts';

export const familyMessages = messages({
  'sms.invitation': {
    zh: '【山东省脐血库】您孩子的另一位监护人在我们这里办脐带血保存，请您用自己的手机加入并签合同，最晚{lastDay}：{link} 不是您的事，请打开后点“不是我”。',
    en: '[Shandong Cord Blood Bank] Your child’s other guardian is enrolling for cord blood storage and asks you to join and sign the contract on your own phone. Good until {lastDay}: {link} Not meant for you? Open it and choose “This is not me”.',
  },
  'sms.joined': {
    zh: '【山东省脐血库】您邀请的另一位监护人已经加入，可以各自签署合同了。',
    en: '[Shandong Cord Blood Bank] The other guardian has joined. Each of you can now sign.',
  },
  'sms.refused': {
    zh: '【山东省脐血库】收到邀请的人说不是您要找的监护人。请登录，核对另一位监护人的手机号。',
    en: '[Shandong Cord Blood Bank] The person who got your invitation says it is not for them. Sign in and check the other guardian’s number.',
  },

  'guardians.title': { zh: '家庭成员', en: 'Guardians' },
  'guardians.description': {
    zh: '谁在这个家庭里，邀请和同意记录。',
    en: 'Who belongs to the family, invitations and consents.',
  },
  'guardians.lead': {
    zh: '两位监护人各用自己的手机登录、各自签字。谁都不能替另一位操作。',
    en: 'Each guardian signs in and signs on their own phone. Neither can act for the other.',
  },
  'role.mother': { zh: '产妇', en: 'The woman giving birth' },
  'role.other': { zh: '另一位监护人', en: 'The other guardian' },
  'state.you': { zh: '您', en: 'You' },
  'state.joined': { zh: '已加入', en: 'Joined' },
  'state.invited': { zh: '已邀请，等对方加入', en: 'Invited, not joined yet' },
  'state.expired': { zh: '邀请过期了', en: 'Invitation expired' },
  'state.notInvited': { zh: '还没有邀请', en: 'Not invited yet' },
  'state.absent': { zh: '不参加签约', en: 'Does not sign' },
  'absent.single-parent': { zh: '单亲', en: 'Single parent' },
  'absent.deceased': { zh: '已去世', en: 'Deceased' },
  'absent.abroad': { zh: '在国外，以后再加入', en: 'Abroad, joining later' },
  'absent.unreachable': { zh: '联系不上', en: 'Cannot be reached' },
  'guardians.phone': { zh: '手机号：{phone}', en: 'Mobile: {phone}' },
  'guardians.until': { zh: '链接有效到{at}。', en: 'The link works until {at}.' },
  'guardians.expired': {
    zh: '{at}过期，对方还没有加入。对方按一下旧链接也能收到新的。',
    en: 'It expired on {at} and they have not joined. They can also press the old link to get a new one.',
  },
  'guardians.invite': { zh: '发送邀请', en: 'Send an invitation' },
  'guardians.inviteAgain': { zh: '重新发送邀请', en: 'Send it again' },
  'guardians.withdraw': { zh: '撤回邀请', en: 'Withdraw the invitation' },
  'guardians.wrongPhone': {
    zh: '手机号不对？请让顾问退回申请，改好手机号再发。',
    en: 'Wrong number? Ask your counsellor to return the form, correct it, then send again.',
  },
  'guardians.done.invited': {
    zh: '邀请已经发到对方的手机。以前的链接不能再用了。',
    en: 'The invitation is on its way to their phone. Earlier links no longer work.',
  },
  'guardians.done.withdrawn': {
    zh: '邀请已经撤回，链接不能再用了。',
    en: 'The invitation is withdrawn; its link no longer works.',
  },
  'guardians.done.joined': { zh: '您已经加入这个家庭。', en: 'You have joined the family.' },
  'guardians.done.consent': { zh: '这一项同意已经撤回。', en: 'That consent is withdrawn.' },
  'cannot-be-invited': {
    zh: '这位监护人已经加入，或者不需要邀请。',
    en: 'This guardian has joined already, or needs no invitation.',
  },

  'consents.title': { zh: '同意过的事', en: 'What was agreed to' },
  'consents.lead': {
    zh: '必要的几项随合同走；可选的随时可以撤回，撤回不影响保存。',
    en: 'The necessary ones go with the contract. Optional ones can be withdrawn at any time, without any effect on storage.',
  },
  'consents.givenBy': {
    zh: '{who}在{at}同意，只有本人能撤回',
    en: '{who} agreed on {at}; only they can withdraw it',
  },
  'consents.given': { zh: '{at}同意', en: 'Agreed {at}' },
  'consents.withdrawn': { zh: '{at}撤回', en: 'Withdrawn {at}' },
  'consents.withdraw': { zh: '撤回', en: 'Withdraw' },
  'consents.read': { zh: '看当时的原文', en: 'Read the text as agreed' },
  'consents.none': { zh: '还没有同意记录', en: 'No consents yet' },
  'consents.noneLine': {
    zh: '提交办理申请以后，您同意的每一项都会列在这里。',
    en: 'Once you send an enrolment, everything you agreed to is listed here.',
  },
  'consents.necessary': { zh: '必要', en: 'Necessary' },
  'consents.optional': { zh: '可选', en: 'Optional' },
  'consent-necessary': {
    zh: '这一项是保存所必需的，随合同结束，不能单独撤回。想结束合同，请联系我们。',
    en: 'Storage cannot do without this one; it ends with the contract and cannot be withdrawn alone. To end the contract, contact us.',
  },

  'invitation.title': { zh: '邀请您加入家庭', en: 'You are asked to join a family' },
  'invitation.description': {
    zh: '作为监护人加入家庭，一起签署脐带血保存合同。',
    en: 'Join the family as a guardian and sign the storage contract.',
  },
  'invitation.lead': {
    zh: '{name}请您作为宝宝的监护人加入，一起签署脐带血保存合同。',
    en: '{name} asks you to join as the baby’s guardian and to sign the cord-blood storage contract.',
  },
  'invitation.what': {
    zh: '加入以后，您能看到这个家庭的合同、费用和保存情况，并自己签字。合同在您签字之前不会生效。',
    en: 'Once you join you see the family’s contract, fees and storage, and sign for yourself. Nothing binds you before you sign.',
  },
  'invitation.code': {
    zh: '先确认是您本人：我们往{phone}发一个验证码。',
    en: 'First we confirm it is you: we will text a code to {phone}.',
  },
  'invitation.send': { zh: '发送验证码', en: 'Text me the code' },
  'invitation.sent': {
    zh: '验证码已发到{phone}，10分钟内有效。',
    en: 'The code was sent to {phone}. It is good for 10 minutes.',
  },
  'invitation.held': {
    zh: '为了写合同，对方已经填了您的姓名、证件号码和手机号。加入以后您在合同里看得到；有错先不要签字，请打电话给我们改。',
    en: 'For the contract they have given us your name, document number and mobile. You see them in the contract once you join; if anything is wrong, do not sign, and phone us to have it corrected.',
  },
  'invitation.join': { zh: '加入家庭', en: 'Join the family' },
  'invitation.again': { zh: '重新发送验证码', en: 'Send another code' },
  'invitation.notMe': { zh: '不是我', en: 'This is not me' },
  'invitation.notMeLine': {
    zh: '不认识对方，或者这个手机号不是您的，请告诉我们，链接会马上失效。',
    en: 'If you do not know them, or this is not your number, tell us; the link stops working at once.',
  },
  'invitation.refusedTitle': { zh: '谢谢您告诉我们', en: 'Thank you for telling us' },
  'invitation.refused': {
    zh: '这个链接已经失效，不会再打扰您。',
    en: 'The link no longer works and we will not bother you again.',
  },
  'invitation.goneTitle': { zh: '这个邀请不能用了', en: 'This invitation no longer works' },
  'invitation.gone': {
    zh: '它被撤回了，或者网址不完整。请让邀请您的人重新发一个。',
    en: 'It was withdrawn, or the address is incomplete. Ask the person who invited you for a new one.',
  },
  'invitation.usedTitle': { zh: '这个邀请已经用过', en: 'This invitation has been used' },
  'invitation.used': {
    zh: '用它加入的人，登录就能看到合同和要做的事。',
    en: 'Whoever joined with it finds the contract, and what is left to do, after signing in.',
  },
  'invitation.oldTitle': { zh: '这个链接不能用了', en: 'This link no longer works' },
  'invitation.old': {
    zh: '它过期了，或者后来又发过新的。要继续，按一下，新链接会发到这个邀请原来那部手机，号码尾号{tail}。',
    en: 'It has expired, or a newer one was sent. To go on, press below: a new link goes to the phone this one was sent to, the number ending {tail}.',
  },
  'invitation.renew': { zh: '发一个新链接', en: 'Send a new link' },
  'invitation.renewedTitle': { zh: '新链接已经发出', en: 'A new link is on its way' },
  'invitation.renewed': {
    zh: '已发短信到尾号{tail}的手机，打开里面的新链接就能继续。',
    en: 'We have texted it to the phone ending {tail}. Open the new link to go on.',
  },
  'invitation.proved': {
    zh: '您已经用{phone}登录，不用再收验证码。',
    en: 'You are signed in with {phone}, so no code is needed.',
  },
  'invitation.noneTitle': { zh: '现在没有等您的邀请', en: 'No invitation is waiting for you' },
  'invitation.none': {
    zh: '可能已经撤回，或者发到了您的另一个手机号。请让邀请您的人看一下填的号码。',
    en: 'It may have been withdrawn, or sent to another number of yours. Ask the person who invited you to check the number.',
  },
  'invitation.home': { zh: '回到首页', en: 'Go to your home page' },
  'waiting.title': { zh: '{name}请您加入家庭', en: '{name} asks you to join the family' },
  'waiting.line': {
    zh: '您是另一位监护人。加入以后就能看合同，决定签不签。不用自己报名。',
    en: 'You are the other guardian. Once you join you can read the contract and decide whether to sign. You need not enrol yourself.',
  },
  'waiting.open': { zh: '看邀请', en: 'See the invitation' },
  'link-gone': {
    zh: '这个邀请不能用了，可能过期、用过了，或者被撤回了。',
    en: 'This invitation no longer works: expired, used, or withdrawn.',
  },
  'cannot-renew': {
    zh: '这个链接不能换新的了。请让邀请您的人重新发一个。',
    en: 'This link cannot be renewed. Ask the person who invited you for a new one.',
  },
  'consent-needed': {
    zh: '没有勾选同意，还没有加入。',
    en: 'You have not joined yet, because the consent is not ticked.',
  },
  'in-another-family': {
    zh: '这个手机号已经在另一个家庭里。请打电话给我们，我们帮您处理。',
    en: 'This number already belongs to another family. Phone us and we will sort it out with you.',
  },
  'own-invitation': {
    zh: '这个手机号已经在这个家庭里。请让另一位监护人用自己的手机号加入。',
    en: 'This number is already in this family. The other guardian must join with their own phone.',
  },
});
