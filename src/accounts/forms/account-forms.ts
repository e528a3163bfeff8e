/** The forms at the door, as data. */
import type { Field, Step } from '../../shared/form.ts';
import { parseEmail, parseMobile, sentence } from '../../shared/identifiers/index.ts';
import { passwordFault, PASSWORD_MIN } from '../passwords/password-rules.ts';

const phone: Field = {
  kind: 'tel',
  name: 'phone',
  label: { zh: '手机号', en: 'Mobile number' },
  hint: { zh: '中国内地手机号，11位。', en: 'A mainland China mobile number, 11 digits.' },
  autocomplete: 'tel',
  check: sentence(parseMobile),
  missing: { zh: '请填写手机号。', en: 'Enter a mobile number.' },
};

const email: Field = {
  kind: 'email',
  name: 'email',
  label: { zh: '邮箱', en: 'E-mail' },
  autocomplete: 'username',
  check: sentence(parseEmail),
  missing: { zh: '请填写邮箱。', en: 'Enter your e-mail address.' },
};

const code: Field = {
  kind: 'code',
  name: 'code',
  digits: 6,
  sensitive: true,
  label: { zh: '验证码', en: 'Code' },
  check: (answer) =>
    typeof answer === 'string' && /^\d{6}$/.test(answer.normalize('NFKC').replace(/\s/g, ''))
      ? null
      : {
          zh: '验证码是6位数字。请对照短信再填一遍。',
          en: 'The code has 6 digits. Compare it with the message and enter it again.',
        },
  missing: { zh: '请填写收到的验证码。', en: 'Enter the code you received.' },
};

const password: Field = {
  kind: 'password',
  name: 'password',
  sensitive: true,
  label: { zh: '密码', en: 'Password' },
  autocomplete: 'current-password',
  missing: { zh: '请填写密码。', en: 'Enter your password.' },
};

export const newPassword: Field = {
  kind: 'password',
  name: 'newPassword',
  sensitive: true,
  label: { zh: '新密码', en: 'New password' },
  hint: {
    zh: `至少${PASSWORD_MIN}个字符。几个不相干的词连起来，又长又好记。`,
    en: `At least ${PASSWORD_MIN} characters. A few unrelated words make a long one that is easy to remember.`,
  },
  autocomplete: 'new-password',
  check: (answer) => (typeof answer === 'string' ? passwordFault(answer) : null),
  missing: { zh: '请设一个密码。', en: 'Choose a password.' },
};

const step = (id: string, zh: string, en: string, fields: readonly Field[]): Step => ({
  id,
  title: { zh, en },
  short: { zh, en },
  fields,
});

export const phoneStep = step('phone', '手机号', 'Mobile number', [phone]);
export const codeStep = step('code', '验证码', 'Code', [code]);
export const passwordStep = step('password', '密码登录', 'Password', [email, password]);
/** Where to send a link, to register or to choose a new password. */
export const linkStep = step('link', '邮箱', 'E-mail', [{ ...email, autocomplete: 'email' }]);
export const newPasswordStep = step('new-password', '新密码', 'New password', [newPassword]);
const currentPassword: Field = { ...password, label: { zh: '现在的密码', en: 'Current password' } };
/** Confirms a new phone or address: the code sent there, and proof of the owner. Names differ from the other forms' here. */
export const confirmChangeStep = (proof: 'password' | 'phone-code'): Step =>
  step('confirm-change', '确认', 'Confirm', [
    {
      ...code,
      label: { zh: '新号码或新邮箱收到的验证码', en: 'Code sent to the new number or address' },
    },
    proof === 'password'
      ? { ...currentPassword, name: 'currentPassword' }
      : {
          ...code,
          name: 'currentCode',
          label: { zh: '现在的手机号收到的验证码', en: 'Code sent to your current number' },
          missing: {
            zh: '请填写现在的手机号收到的验证码。',
            en: 'Enter the code sent to your current number.',
          },
        },
  ]);
/** What proves the owner, then the new password. Whoever has none yet proves it with the code sent to their phone. */
export const changePasswordStep = (proof: 'password' | 'phone-code'): Step =>
  step('change-password', '密码', 'Password', [
    proof === 'password'
      ? currentPassword
      : {
          ...code,
          name: 'passwordCode',
          label: { zh: '手机号收到的验证码', en: 'Code sent to your mobile number' },
        },
    newPassword,
  ]);
/** Where on that form a refusal belongs. */
export const passwordFieldOf = (refusal: string): string => {
  if (refusal === 'wrong-password') return 'password';
  return refusal === 'wrong-code' || refusal === 'code-spent' ? 'passwordCode' : 'newPassword';
};
export const changeEmailStep = step('change-email', '邮箱', 'E-mail', [{ ...email, autocomplete: 'email' }]);
export const authenticatorCode: Field = {
  ...code,
  name: 'totp',
  label: { zh: '动态码', en: 'Authenticator code' },
  hint: { zh: '验证器应用里显示的6位数字。', en: 'The 6 digits your authenticator app shows.' },
  missing: { zh: '请填写动态码。', en: 'Enter the code from your authenticator app.' },
};
/** For a person who is being added, by themselves or by a colleague. */
export const workEmail: Field = { ...email, autocomplete: 'email' };

export const staffSignInStep = step('staff-sign-in', '登录', 'Sign in', [email, password, authenticatorCode]);
