import { messages } from '../shared/i18n.ts';

export const accountMessages = messages({
  'signIn.title': { zh: '登录或注册', en: 'Sign in or register' },
  'signIn.description': {
    zh: '用手机号和验证码登录山东省脐血库，第一次登录就会建好账号。',
    en: 'Sign in to Shandong Cord Blood Bank with your mobile number and a code. Your first sign-in makes the account.',
  },
  'signIn.lead': {
    zh: '填手机号，我们发一个验证码给您。第一次用的号码，验证后账号就建好了。',
    en: 'Enter your mobile number and we will text you a code. If the number is new to us, entering the code makes your account.',
  },
  'signIn.send': { zh: '发送验证码', en: 'Text me a code' },
  'signIn.byPassword': { zh: '用邮箱和密码登录', en: 'Sign in with e-mail and password' },
  'signIn.noPhone': {
    zh: '没有内地手机号？用邮箱注册',
    en: 'No mainland mobile number? Register with e-mail',
  },

  'code.title': { zh: '填写验证码', en: 'Enter the code' },
  'code.description': { zh: '填写短信验证码，完成登录。', en: 'Enter the code we texted to sign in.' },
  'code.sent': {
    zh: '验证码已发到{to}，10分钟内有效。',
    en: 'We sent a code to {to}. It is good for 10 minutes.',
  },
  'code.enter': { zh: '登录', en: 'Sign in' },
  'code.again': { zh: '重新发送验证码', en: 'Send another code' },
  'code.againSent': {
    zh: '{at}又发了一个验证码到{to}。请填最新的这个，前一个不能用了。',
    en: 'We sent another code to {to} at {at}. Enter that one; the one before no longer works.',
  },
  'code.againFrom': {
    zh: '没有收到？{at}起可以再发一次。',
    en: 'Nothing came? You can ask for another from {at}.',
  },
  'code.againNow': {
    zh: '没有收到？现在可以再发一次。',
    en: 'Nothing came? You can ask for another now.',
  },
  'code.other': { zh: '换一个手机号', en: 'Use another number' },
  'code.gone': {
    zh: '这次登录已经过了15分钟，或者换了浏览器。请重新填手机号。',
    en: 'This sign-in is more than 15 minutes old or began in another browser. Enter your number again.',
  },

  'wrong-code': {
    zh: '验证码不对。请对照最新的一条短信；一个验证码最多试5次。',
    en: 'That is not the code. Compare it with the newest message; each code may be tried 5 times.',
  },
  'code-spent': {
    zh: '这个验证码不能再用了：过了10分钟，用过了，或试满了5次。请重新发送一个。',
    en: 'This code can no longer be used: it is over 10 minutes old, already used, or was tried 5 times. Ask for another.',
  },
  'wrong-current-code': {
    zh: '现在的手机号收到的验证码不对。请对照最新的一条短信；一个验证码最多试5次。',
    en: 'That is not the code sent to your current number. Compare it with the newest text; each code may be tried 5 times.',
  },
  'current-code-spent': {
    zh: '现在的手机号收到的验证码不能再用了：过了10分钟，用过了，或试满了5次。请从头再来一次。',
    en: 'The code sent to your current number can no longer be used: it is over 10 minutes old, already used, or was tried 5 times. Start again.',
  },
  'wrong-sign-in': {
    zh: '邮箱和密码对不上。请再看一遍；忘了密码可以重设。',
    en: 'The e-mail and password do not match. Check both, or choose a new password.',
  },

  'wrong-password': {
    zh: '现在的密码不对。请再看一遍；忘了密码可以通过邮箱重设。',
    en: 'That is not your current password. Check it again, or choose a new one by mail.',
  },
  'weak-password': {
    zh: '这个密码用到了您的手机号或邮箱，容易被猜到。请换一个。',
    en: 'This password is built on your own number or address and easily guessed. Choose another.',
  },
  'link-gone': {
    zh: '这个链接过了时间，或者已经用过一次。请重新要一个。',
    en: 'This link is too old, or has been used once already. Ask for a new one.',
  },

  'password.title': { zh: '用邮箱和密码登录', en: 'Sign in with e-mail and password' },
  'password.description': {
    zh: '用邮箱和密码登录山东省脐血库。',
    en: 'Sign in to Shandong Cord Blood Bank with e-mail and password.',
  },
  'password.enter': { zh: '登录', en: 'Sign in' },
  'password.forgot': { zh: '忘了密码', en: 'Forgotten your password?' },
  'password.byPhone': { zh: '用手机号和验证码登录', en: 'Sign in with a mobile number and code' },
  'password.register': { zh: '用邮箱注册', en: 'Register with e-mail' },

  'register.title': { zh: '用邮箱注册', en: 'Register with e-mail' },
  'register.description': {
    zh: '用邮箱注册山东省脐血库的账号。',
    en: 'Make an account at Shandong Cord Blood Bank with your e-mail address.',
  },
  'register.lead': {
    zh: '有内地手机号的，用手机号更快。用邮箱注册，我们先发一封信确认邮箱是您的，再设密码。签合同时仍需要一个内地手机号收验证码。',
    en: 'A mainland mobile number is quicker. With e-mail, we first send a letter to confirm the address is yours; then you choose a password. Signing a contract later still needs a mainland number for its code.',
  },
  'register.send': { zh: '发送确认信', en: 'Send the letter' },
  'link.sentTitle': { zh: '请查看邮箱', en: 'Check your mail' },
  'register.sent': {
    zh: '我们往您填的邮箱发了一封信，请打开信里的链接。链接24小时内有效。没有收到，请看看垃圾邮件，或检查邮箱有没有填错。',
    en: 'We sent a letter to the address you gave. Open the link in it within 24 hours. If nothing comes, look in the junk folder, or check the address.',
  },
  'register.setTitle': { zh: '设置密码，建好账号', en: 'Choose a password to finish' },
  'register.save': { zh: '建账号并登录', en: 'Make the account and sign in' },

  'link.goneTitle': { zh: '这个链接不能用了', en: 'This link no longer works' },
  'link.gone': {
    zh: '它过了时间，或者已经用过一次。请重新要一个。',
    en: 'It is too old, or has been used once already. Ask for a new one.',
  },
  'link.again': { zh: '重新发送', en: 'Ask for a new link' },

  'reset.title': { zh: '重设密码', en: 'Choose a new password' },
  'reset.description': {
    zh: '忘了山东省脐血库账号的密码，可以通过邮箱重设。',
    en: 'Choose a new password for your account at Shandong Cord Blood Bank by mail.',
  },
  'reset.lead': {
    zh: '填账号的邮箱，我们发一个链接过去，打开就能设新密码。用手机号登录的不需要密码。',
    en: 'Enter the e-mail of your account and we will send a link for choosing a new password. Signing in by phone needs no password.',
  },
  'reset.send': { zh: '发送链接', en: 'Send the link' },
  'reset.sent': {
    zh: '这个邮箱如果有账号，会收到一封带链接的信，1小时内有效。没有收到，请看看垃圾邮件，或检查邮箱有没有填错。',
    en: 'If this address has an account, a letter with a link is on its way, good for an hour. If nothing comes, look in the junk folder, or check the address.',
  },
  'reset.setTitle': { zh: '重设密码', en: 'Choose a new password' },
  'reset.save': { zh: '保存新密码', en: 'Save the new password' },
  'reset.done': {
    zh: '密码改好了。所有设备都已退出登录，请用新密码登录。',
    en: 'Your password is changed and every device was signed out. Sign in with the new one.',
  },

  'account.title': { zh: '账号与安全', en: 'Account and security' },
  'account.description': {
    zh: '登录方式、语言、已登录的设备。',
    en: 'How you sign in, your language, and the devices signed in.',
  },
  'account.phone': { zh: '手机号', en: 'Mobile number' },
  'account.email': { zh: '邮箱', en: 'E-mail' },
  'account.password': { zh: '密码', en: 'Password' },
  'account.language': { zh: '短信和邮件的语言', en: 'Language of texts and mails' },
  'account.none': { zh: '没有设', en: 'None' },
  'account.passwordSince': { zh: '{date}设的', en: 'Set on {date}' },
  'account.change': { zh: '更改', en: 'Change' },
  'account.howTitle': { zh: '登录方式', en: 'How you sign in' },
  'account.phoneTitle': { zh: '换手机号', en: 'Change your mobile number' },
  'account.phoneLead': {
    zh: '验证码发到新号码，再用现在的手机号或密码确认是您本人。换好后，用新号码登录；别的设备会退出登录。',
    en: 'A code goes to the new number, and your current number or password confirms that it is you. From then on you sign in with it, and other devices are signed out.',
  },
  'account.emailTitle': { zh: '设置或更换邮箱', en: 'Set or change your e-mail' },
  'account.emailLead': {
    zh: '验证码发到新邮箱，再用现在的手机号或密码确认是您本人。设好邮箱和密码后，也能用它们登录。',
    en: 'A code goes to the new address, and your current number or password confirms that it is you. With an e-mail and a password you can sign in by them too.',
  },
  'account.currentSent': {
    zh: '另一个验证码已发到您现在的手机号{to}，两个都要填。没有收到，或现在的手机号不用了，请打电话给我们。',
    en: 'Another code went to your current number, {to}; enter both. If it does not come, or you no longer have that number, phone us.',
  },
  'account.sendCode': { zh: '发送验证码', en: 'Send a code' },
  'account.save': { zh: '保存', en: 'Save' },
  'account.passwordTitle': { zh: '设置或更改密码', en: 'Set or change your password' },
  'account.passwordLead': {
    zh: '改好后，别的设备会退出登录。',
    en: 'Other devices are signed out when it changes.',
  },
  'account.passwordFirst': {
    zh: '先发一个验证码到您的手机号{to}，确认是您本人，再设密码。',
    en: 'First we text a code to your number, {to}, so that nobody but you can set a password.',
  },
  'account.passwordNeedsEmail': {
    zh: '密码要和邮箱一起用，您还没有设邮箱。',
    en: 'A password goes with an e-mail address, and you have none yet.',
  },
  'account.taken': {
    zh: '这个号码或邮箱已经有另一个账号，没有改。请用它登录，或换一个。',
    en: 'Another account already has this number or address, so nothing was changed. Sign in with it, or use another.',
  },
  'account.devicesTitle': { zh: '已登录的设备', en: 'Devices signed in' },
  'account.thisDevice': { zh: '这台设备', en: 'This device' },
  'account.unknownDevice': { zh: '认不出的设备', en: 'Unrecognised device' },
  'account.lastSeen': { zh: '最近使用：{at}', en: 'Last used {at}' },
  'account.endSession': { zh: '让它退出', en: 'Sign it out' },
  'account.signOut': { zh: '退出登录', en: 'Sign out' },
  'account.signOutEverywhere': { zh: '在所有设备上退出', en: 'Sign out everywhere' },
  'account.languageTitle': { zh: '语言', en: 'Language' },
  'account.zh': { zh: '中文', en: 'Chinese' },
  'account.en': { zh: '英文', en: 'English' },
  'account.done.password': {
    zh: '密码改好了，别的设备已退出登录。',
    en: 'Your password is changed; other devices were signed out.',
  },
  'account.done.phone': {
    zh: '手机号换好了，以后用新号码登录。',
    en: 'Your number is changed. Sign in with the new one from now on.',
  },
  'account.done.email': { zh: '邮箱设好了。', en: 'Your e-mail is set.' },
  'account.done.language': {
    zh: '好的，以后用中文给您写短信和邮件。',
    en: 'From now on our texts and mails to you are in English.',
  },
  'account.done.session': { zh: '那台设备已退出登录。', en: 'That device was signed out.' },
  'account.guardians': { zh: '家庭成员', en: 'Guardians' },
  'account.guardiansLine': {
    zh: '另一位监护人、邀请、同意记录',
    en: 'The other guardian, invitations, consents',
  },
  'refused.title': { zh: '没有成功', en: 'That did not work' },
});
