/** The only place that turns a refusal code into an HTTP status and a sentence, for pages and for the API. */
import type { Locale, Text } from './i18n.ts';

interface Outcome {
  readonly status: number;
  readonly message: Text;
}

const outcome = (status: number, zh: string, en: string): Outcome => ({ status, message: { zh, en } });

/** Codes any capability may answer with. A capability's own sentences, shown on its own pages, live in its messages. */
export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  'not-found': outcome(
    404,
    '没有找到这一页。请检查网址，或从首页重新进入。',
    'There is nothing at this address. Check it, or start again from the home page.',
  ),
  'sign-in-needed': outcome(401, '请先登录，再继续。', 'Sign in first, then go on.'),
  'not-allowed': outcome(403, '您的账号不能做这件事。', 'Your account may not do this.'),
  'wrong-origin': outcome(
    403,
    '这次提交不是从本站页面发出的，没有处理。请回到本站页面重新提交。',
    'This did not come from one of our own pages, so nothing was done. Go back to the page and send it again.',
  ),
  invalid: outcome(
    422,
    '有几处需要您再看一遍，填过的内容都在。',
    'A few answers need another look. Everything you entered is still here.',
  ),
  'bad-request': outcome(
    400,
    '这次请求我们读不懂，没有处理。请回到上一页重试。',
    'We could not read this request, so nothing was done. Go back and try again.',
  ),
  'too-large': outcome(
    413,
    '内容太大，没有收下。请减小后再发一次。',
    'This is too large to accept. Make it smaller and send it again.',
  ),
  'changed-meanwhile': outcome(
    409,
    '这份内容刚才在别处改过。这里的修改没有保存，请看过最新内容再改。',
    'This was changed somewhere else a moment ago. Your change here was not saved; look at the latest version first.',
  ),
  'wrong-state': outcome(
    409,
    '现在的状态不能做这一步。请刷新页面，看看现在到了哪一步。',
    'This step is not possible at the moment. Reload the page to see where things stand.',
  ),
  'not-yours-to-do': outcome(403, '这一步不由您来做。', 'This step is not yours to take.'),
  'already-done': outcome(
    409,
    '这一步已经做过了，不用再做一次。',
    'This has already been done. There is no need to do it again.',
  ),
  'too-many-tries': outcome(
    429,
    '试的次数太多了。请稍等几分钟再试。',
    'Too many tries. Wait a few minutes, then try again.',
  ),
  'too-many-codes': outcome(
    429,
    '验证码要得太频繁了。请等一分钟再要；一小时最多8次，一天最多15次。',
    'Too many codes were asked for. Wait a minute; we send at most 8 an hour and 15 a day.',
  ),
  busy: outcome(
    429,
    '现在登录的人很多。请过几秒再试一次。',
    'Many people are signing in right now. Try again in a few seconds.',
  ),
  expired: outcome(
    410,
    '时间已经过了，这一步不能再用。请重新开始这一步。',
    'The time for this has passed. Start this step again.',
  ),
  conflict: outcome(
    409,
    '这与已有的记录冲突，没有保存。',
    'This conflicts with what we already hold, so it was not saved.',
  ),
  unavailable: outcome(
    503,
    '服务暂时忙，请过一会儿再试。填过的内容没有丢。',
    'We are busy at the moment. Try again shortly; nothing you entered is lost.',
  ),
};

const REFUSED = outcome(
  422,
  '没有办成。请看页面上的说明，改好后再试一次。',
  'This was not done. Read the explanation on the page, change what it names and try again.',
);

const outcomeOf = (code: string): Outcome =>
  Object.hasOwn(OUTCOMES, code) ? (OUTCOMES[code] as Outcome) : REFUSED;

/** HTTP status of a refusal; a code of one capability only is 422: understood, and refused by a rule. */
export const statusOf = (code: string): number => outcomeOf(code).status;
export const messageOf = (code: string, locale: Locale): string => outcomeOf(code).message[locale];
