import { messages } from '../../shared/i18n.ts';

/** Text messages and mails. They name no health matter and no amount; a mail's body carries no personal data. */
export const letterMessages = messages({
  'code.sign-in': {
    zh: '【山东省脐血库】登录验证码{code}，10分钟内有效。我们不会向您索要验证码，请不要告诉任何人。',
    en: '[Shandong Cord Blood Bank] Your sign-in code is {code}, good for 10 minutes. We never ask for it; tell nobody.',
  },
  'code.change-phone': {
    zh: '【山东省脐血库】更换手机号的验证码{code}，10分钟内有效。不是您本人操作，请不要理会。',
    en: '[Shandong Cord Blood Bank] Code to change your mobile number: {code}, good for 10 minutes. Not you? Ignore this.',
  },
  'code.change-email': {
    zh: '您正在把这个邮箱设为山东省脐血库账号的邮箱。验证码{code}，10分钟内有效。不是您本人操作，请不要理会。',
    en: 'This address is being set as the e-mail of an account at Shandong Cord Blood Bank. The code is {code}, good for 10 minutes. If that was not you, ignore this mail.',
  },
  'code.confirm-change': {
    zh: '【山东省脐血库】您的账号要更换手机号或邮箱，确认是您本人的验证码{code}，10分钟内有效。不是您本人操作，请不要告诉任何人，并打电话给我们。',
    en: '[Shandong Cord Blood Bank] The mobile number or e-mail of your account is about to change. Your code to confirm: {code}, good for 10 minutes. Not you? Tell nobody, and phone us.',
  },
  'code.set-password': {
    zh: '【山东省脐血库】您的账号要设置密码，确认是您本人的验证码{code}，10分钟内有效。不是您本人操作，请不要告诉任何人，并打电话给我们。',
    en: '[Shandong Cord Blood Bank] A password is about to be set for your account. Your code to confirm: {code}, good for 10 minutes. Not you? Tell nobody, and phone us.',
  },
  'code.invitation': {
    zh: '【山东省脐血库】加入家庭的验证码{code}，10分钟内有效。不是您本人操作，请不要理会。',
    en: '[Shandong Cord Blood Bank] Code to join the family: {code}, good for 10 minutes. Not you? Ignore this.',
  },
  'code.sign-contract': {
    zh: '【山东省脐血库】签署合同的验证码{code}，10分钟内有效。填写它等于您本人签字，请不要告诉任何人。',
    en: '[Shandong Cord Blood Bank] Code to sign your contract: {code}, good for 10 minutes. Entering it is your signature; tell nobody.',
  },
  'code.book-event': {
    zh: '【山东省脐血库】活动报名的验证码{code}，10分钟内有效。不是您本人操作，请不要理会。',
    en: '[Shandong Cord Blood Bank] Code for your class or lecture: {code}, good for 10 minutes. Not you? Ignore this.',
  },
  'code.subject': { zh: '山东省脐血库：验证码', en: 'Shandong Cord Blood Bank: your code' },

  'register.subject': {
    zh: '山东省脐血库：确认您的邮箱',
    en: 'Shandong Cord Blood Bank: confirm your e-mail',
  },
  'register.new': {
    zh: '有人用这个邮箱在山东省脐血库注册。是您的话，请打开下面的链接，设置密码，账号就建好了。链接24小时内有效，只能用一次。\n\n{link}\n\n不是您，请不要理会，什么都不会发生。',
    en: 'Someone is registering at Shandong Cord Blood Bank with this address. If it was you, open the link below and choose a password; then the account is ready. The link works once, within 24 hours.\n\n{link}\n\nIf it was not you, ignore this mail and nothing will happen.',
  },
  'register.known': {
    zh: '有人用这个邮箱在山东省脐血库注册，但您已经有账号了，可以直接登录：\n\n{signIn}\n\n忘了密码，可以在这里重设：\n\n{reset}\n\n不是您操作的，请不要理会，账号没有变化。',
    en: 'Someone tried to register at Shandong Cord Blood Bank with this address. You already have an account and can sign in:\n\n{signIn}\n\nForgotten the password? Choose a new one here:\n\n{reset}\n\nIf it was not you, ignore this mail; nothing has changed.',
  },

  'reset.subject': { zh: '山东省脐血库：重设密码', en: 'Shandong Cord Blood Bank: choose a new password' },
  'reset.text': {
    zh: '打开下面的链接，可以为您的账号设置新密码。链接1小时内有效，只能用一次。\n\n{link}\n\n不是您要求的，请不要理会，密码没有变化。',
    en: 'Open the link below to choose a new password. It works once, within an hour.\n\n{link}\n\nIf you did not ask for this, ignore it; your password has not changed.',
  },

  'changed.subject': { zh: '山东省脐血库：账号有变动', en: 'Shandong Cord Blood Bank: your account changed' },
  'changed.password': {
    zh: '您账号的密码刚刚改过，其他设备都已退出登录。不是您改的，请马上重设密码，并打电话给我们：\n\n{reset}',
    en: 'The password of your account was just changed, and every other device was signed out. If it was not you, choose a new password at once and phone us:\n\n{reset}',
  },
  'changed.password.text': {
    zh: '【山东省脐血库】您账号的密码刚刚改过，其他设备都已退出登录。不是您改的，请马上打电话给我们。',
    en: '[Shandong Cord Blood Bank] The password of your account was just changed and other devices were signed out. If it was not you, phone us at once.',
  },
  'changed.email': {
    zh: '您的账号已改用另一个邮箱，这个邮箱不能再登录或重设密码。不是您改的，请马上打电话给我们。',
    en: 'Your account now uses another e-mail address; this one no longer signs in or resets the password. If you did not change it, phone us at once.',
  },
  'changed.phone': {
    zh: '【山东省脐血库】您的账号已改用另一个手机号登录。不是您改的，请马上打电话给我们。',
    en: '[Shandong Cord Blood Bank] Your account now signs in with another mobile number. If you did not change it, phone us at once.',
  },
});
