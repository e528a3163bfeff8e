import { messages } from '../shared/i18n.ts';

export const staffMessages = messages({
  'mail.invitation.subject': {
    zh: '山东省脐血库：开通您的工作账号',
    en: 'Shandong Cord Blood Bank: set up your staff account',
  },
  'mail.invitation.text': {
    zh: '管理员为您开通了工作账号。请打开下面的链接，设置密码，并用手机上的验证器应用绑定动态码。链接7天内有效，只能用一次。\n\n{link}',
    en: 'An administrator has opened a staff account for you. Open the link below, choose a password and add the account to the authenticator app on your phone. The link works once, within 7 days.\n\n{link}',
  },

  'signIn.title': { zh: '工作人员登录', en: 'Staff sign-in' },
  'signIn.description': {
    zh: '山东省脐血库工作台的登录页。',
    en: 'Sign in to the console of Shandong Cord Blood Bank.',
  },
  'signIn.lead': {
    zh: '用工作邮箱、密码和验证器应用里的动态码登录。家庭请用手机号登录。',
    en: 'Sign in with your work e-mail, password and the code from your authenticator app. Families sign in by phone.',
  },
  'signIn.enter': { zh: '登录', en: 'Sign in' },
  'signIn.forgot': { zh: '忘了密码', en: 'Forgotten your password?' },
  'signIn.lostPhone': {
    zh: '换了手机，没有验证器了？请管理员给您重新发一个开通链接。',
    en: 'New phone and no authenticator? Ask an administrator to send you a new set-up link.',
  },
  'signIn.family': { zh: '去家庭登录', en: 'Family sign-in' },
  'signIn.resetDone': {
    zh: '密码改好了。请用新密码和动态码登录。',
    en: 'Your password is changed. Sign in with it and a new authenticator code.',
  },
  'wrong-staff-sign-in': {
    zh: '邮箱、密码或动态码不对。每个动态码只能用一次；刚用过的，请等下一个。',
    en: 'The e-mail, password or code is not right. Each code works once; if you have just used it, wait for the next.',
  },
  'wrong-totp': {
    zh: '动态码不对。请确认手机时间是自动的，再填应用里现在显示的6位数字。',
    en: 'That is not the code. Check that your phone sets its time by itself, then enter the 6 digits shown now.',
  },
  'email-taken': {
    zh: '这个邮箱已经有账号了。请用另一个工作邮箱。',
    en: 'This address already has an account. Use another work address.',
  },

  'setUp.title': { zh: '开通工作账号', en: 'Set up your staff account' },
  'setUp.description': {
    zh: '设置密码和动态码，开通工作账号。',
    en: 'Choose a password and add an authenticator to open your staff account.',
  },
  'setUp.first': {
    zh: '这里还没有任何工作人员。您将成为第一位管理员，之后由您邀请同事。',
    en: 'Nobody works here yet. You will be the first administrator and invite your colleagues from then on.',
  },
  'setUp.invited': { zh: '您的工作账号：{email}', en: 'Your staff account: {email}' },
  'setUp.you': { zh: '您是谁', en: 'Who you are' },
  'setUp.password': { zh: '设置密码', en: 'Choose a password' },
  'setUp.factor': { zh: '绑定动态码', en: 'Add your authenticator' },
  'setUp.factorLead': {
    zh: '用手机上的验证器应用扫描这个二维码，再填它显示的6位数字。以后每次登录都要用到。',
    en: 'Scan this code with the authenticator app on your phone, then enter the 6 digits it shows. You will need it at every sign-in.',
  },
  'setUp.byHand': { zh: '扫不了？手动输入这串密钥：', en: 'Cannot scan? Type this key instead:' },
  'setUp.qr': {
    zh: '验证器的二维码，内容与下面的密钥相同',
    en: 'QR code for the authenticator; it says the same as the key below',
  },
  'setUp.finish': { zh: '开通并登录', en: 'Open the account and sign in' },
  'setUp.goneTitle': { zh: '这个链接不能用了', en: 'This link no longer works' },
  'setUp.gone': {
    zh: '它过了时间，或者已经用过。请管理员重新发一个；第一位管理员的链接，请重启服务再看。',
    en: 'It is too old or has been used. Ask an administrator for a new one; the first administrator restarts the server to get theirs.',
  },
  'link-gone': {
    zh: '这个链接过了时间，或者已经用过。请管理员重新发一个。',
    en: 'This link is too old or has been used. Ask an administrator for a new one.',
  },
  'field.name': { zh: '姓名', en: 'Name' },
  'field.workEmail': { zh: '工作邮箱', en: 'Work e-mail' },
  'field.roles': { zh: '角色', en: 'Roles' },
  'field.rolesMissing': { zh: '请至少选一个角色。', en: 'Choose at least one role.' },

  'role.counsellor': { zh: '顾问', en: 'Counsellor' },
  'role.lab': { zh: '实验室', en: 'Laboratory' },
  'role.finance': { zh: '财务', en: 'Finance' },
  'role.claims': { zh: '理赔', en: 'Claims' },
  'role.charity-reviewer': { zh: '救助审核', en: 'Charity reviewer' },
  'role.committee-member': { zh: '评审委员', en: 'Committee member' },
  'role.editor': { zh: '内容编辑', en: 'Editor' },
  'role.auditor': { zh: '审计', en: 'Auditor' },
  'role.administrator': { zh: '管理员', en: 'Administrator' },

  'home.title': { zh: '工作台', en: 'Console' },
  'home.description': { zh: '按角色分的队列。', en: 'Your queues, by role.' },
  'home.hello': { zh: '{name}，您好', en: 'Hello, {name}' },
  'home.roles': { zh: '您的角色：{roles}', en: 'Your roles: {roles}' },
  'home.nothingLine': {
    zh: '您的角色在工作台里还没有自己的页面。开放以后，它会出现在这里。',
    en: 'Your roles have no page of their own in the console yet. When one opens, you will find it here.',
  },

  'account.title': { zh: '我的账号', en: 'My account' },
  'account.description': { zh: '工作账号的密码和设备。', en: 'Password and devices of your staff account.' },
  'account.done.password': {
    zh: '密码改好了，别的设备已退出登录。',
    en: 'Your password is changed; other devices were signed out.',
  },

  'team.title': { zh: '人员', en: 'Team' },
  'team.description': { zh: '谁在这里工作，能做什么。', en: 'Who works here and what they may do.' },
  'team.invite': { zh: '邀请同事', en: 'Invite a colleague' },
  'team.send': { zh: '发送邀请', en: 'Send the invitation' },
  'team.saveRoles': { zh: '保存角色', en: 'Save roles' },
  'team.rolesOf': { zh: '{name}的角色', en: 'Roles of {name}' },
  'team.disable': { zh: '停用', en: 'Disable' },
  'team.enable': { zh: '重新启用', en: 'Enable again' },
  'team.renew': { zh: '重发开通链接', en: 'Send a new set-up link' },
  'team.renewHint': {
    zh: '换手机或忘了动态码时用：旧密码和旧验证器作废，重新设置。',
    en: 'For a new phone or a lost authenticator: the old password and authenticator stop working.',
  },
  'team.active': { zh: '在用', en: 'Active' },
  'team.invited': { zh: '等对方开通', en: 'Invited' },
  'team.disabled': { zh: '已停用', en: 'Disabled' },
  'team.you': { zh: '您', en: 'You' },
  'team.done.invited': { zh: '邀请已发出，7天内有效。', en: 'The invitation is sent; it works for 7 days.' },
  'team.done.roles': { zh: '角色改好了，对方需要重新登录。', en: 'Roles saved; they have to sign in again.' },
  'team.done.disabled': { zh: '已停用，对方已退出登录。', en: 'Disabled; they were signed out.' },
  'team.done.enabled': {
    zh: '新的开通链接已发出，7天内有效。',
    en: 'A new set-up link is sent; it works for 7 days.',
  },
  'own-roles': {
    zh: '自己不能给自己加权限，没有改。请另一位管理员来改。',
    en: 'Nobody gives themselves rights, so nothing was changed. Ask another administrator.',
  },
  'last-administrator': {
    zh: '这是最后一位能登录的管理员，没有改。请先让另一位同事成为管理员。',
    en: 'This is the last administrator who can sign in, so nothing was changed. Make another colleague administrator first.',
  },
});
