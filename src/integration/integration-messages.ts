import { messages } from '../shared/i18n.ts';

/** What the API says when it refuses: what is wrong, and what to do. Keys are the codes on the wire. */
export const apiMessages = messages({
  'no-key': {
    zh: '请在Authorization请求头里发送“Bearer 密钥”。密钥无效、写错或已停用时也是这个回答。',
    en: 'Send `Authorization: Bearer <key>`. You also get this answer when the key is wrong, incomplete or revoked.',
  },
  'missing-scope': {
    zh: '这个密钥没有这个接口的权限（{scope}）。请向管理员申请。',
    en: 'This key may not use this address: it lacks the scope {scope}. Ask the administrator for it.',
  },
  'method-not-allowed': {
    zh: '这个地址只接受{allow}。',
    en: 'This address takes {allow} only.',
  },
  'no-such-address': {
    zh: '接口里没有这个地址。全部地址见/api/v1/openapi.json。',
    en: 'The API has no such address. All of them are listed in /api/v1/openapi.json.',
  },
  'wrong-type': {
    zh: '请用{type}发送，并写明Content-Type。',
    en: 'Send {type} and say so in Content-Type.',
  },
  'not-utf8': {
    zh: '内容不是UTF-8编码。请用UTF-8重新发送，什么都没有记下。',
    en: 'The body is not UTF-8. Send it again as UTF-8; nothing was recorded.',
  },
  'not-json': {
    zh: '这不是完整的JSON。请检查引号、逗号和括号。',
    en: 'This is not complete JSON. Check quotes, commas and brackets.',
  },
  empty: {
    zh: '没有收到任何事件。请在正文里每行发送一个事件。',
    en: 'There was no event in the body. Send one event per line.',
  },
  'too-large': {
    zh: '一次最多{megabytes} MB。请分几次发送，什么都没有记下。',
    en: 'At most {megabytes} MB at a time. Send it in parts; nothing was recorded.',
  },
  'too-many-lines': {
    zh: '一次最多{lines}行。请分几次发送，什么都没有记下。',
    en: 'At most {lines} lines at a time. Send it in parts; nothing was recorded.',
  },
  'too-many-requests': {
    zh: '请求太密。请按Retry-After等待后再发。',
    en: 'Too many requests. Wait as Retry-After says, then send it again.',
  },
  'idempotency-key-invalid': {
    zh: 'Idempotency-Key是1到100个可见字符，每个新请求用一个新的。',
    en: 'Idempotency-Key is 1 to 100 visible characters, a new one for each new request.',
  },
  'idempotency-key-reused': {
    zh: '这个Idempotency-Key已经用于另一个内容不同的请求。新请求请用新的。',
    en: 'This Idempotency-Key was used for a request with other content. Use a new one for a new request.',
  },
  'invalid-event': {
    zh: '这个事件有{count}处要改，见errors。改好后可以用同一个sourceId再发。',
    en: 'Fields to correct: {count}, each named in errors. Then send the event again under the same sourceId.',
  },
  din: {
    zh: '这不是一个有效的脐带血编号：应为13位，后面可带1位校验符。请对照标签重新扫码。',
    en: 'This is not a valid unit number: 13 characters, optionally followed by its check character. Scan the label again.',
  },
  'unknown-unit': {
    zh: '没有这个脐带血编号。请先发它的kit.dispatched，再发这个事件。',
    en: 'We have no unit with this number. Send its kit.dispatched first, then this event again.',
  },
  'wrong-order': {
    zh: '和这份脐带血已有的记录对不上：到{kind}这一步时，它的状态是{state}。请核对时间和编号。',
    en: 'This contradicts what is on record: at {kind} the unit was {state}. Check the time and the number.',
  },
  'already-happened': {
    zh: '这份脐带血已经有一次{kind}了。如果是同一件事，请用原来的sourceId发送。',
    en: 'This unit already has {kind}. If it is the same event, send it under its first sourceId.',
  },
  'family-has-not-decided': {
    zh: '这家人还没有决定怎么处理这份血，不能登记处置。没有回复不算同意。',
    en: 'The family has not decided about this unit, so disposal cannot be recorded. Silence is not consent.',
  },
  'kit-already-dispatched': {
    zh: '这个编号的采集包已经登记过。请核对编号；换包请用新的编号。',
    en: 'The kit with this number is on record already. Check the number; a replacement kit has a number of its own.',
  },
  'source-id-reused': {
    zh: '这个sourceId已经用于另一个内容不同的事件。更正请用新的sourceId。',
    en: 'This sourceId was used for an event with other content. Send a correction under a new sourceId.',
  },
  'unknown-contract': {
    zh: '没有这个合同编号。请核对；纸质合同的家庭请不要发contractNumber。',
    en: 'There is no contract with this number. Check it; for a paper contract leave contractNumber out.',
  },
  'contract-not-signed': {
    zh: '这份合同还没有签好，或者已经终止，不能寄出采集包。',
    en: 'This contract is not fully signed, or has ended, so no kit may leave for it.',
  },
  'kit-before-signing': {
    zh: '这个采集包的寄出时间早于合同签好的那一天。请核对at和contractNumber。',
    en: 'This kit is dated before the day its contract was signed. Check `at` and `contractNumber`.',
  },
  'result-before-collection': {
    zh: '记录里有检测结果早于采集。检测只能在采集以后，请核对这两个时间，改正错的一个。',
    en: 'A result on record is earlier than the collection. A unit is tested after it was collected: check both times and correct the wrong one.',
  },
  'result-before-arrival': {
    zh: '记录里有检测结果早于收下。检测在实验室收下以后才做，请核对这两个时间，改正错的一个。',
    en: 'A result on record is earlier than the arrival. A unit is tested after the laboratory received it: check both times and correct the wrong one.',
  },
  'nothing-collected': {
    zh: '这个编号登记的是没有采集，不会有检测结果。请核对编号。',
    en: 'This number is on record as not collected, so it has no results. Check the number.',
  },
  'first-payment-missing': {
    zh: '这份合同的第一笔钱还没有到账，不能寄出采集包。',
    en: 'The first payment for this contract has not arrived, so no kit may leave for it.',
  },
  'no-such-baby': {
    zh: '这份合同里没有第{baby}个宝宝。请核对baby。',
    en: 'This contract has no baby {baby}. Check `baby`.',
  },
  'other-product': {
    zh: '这份合同不是这种产品。请核对product。',
    en: 'This contract is for another product. Check `product`.',
  },
  'baby-has-a-unit': {
    zh: '这个宝宝已经有一个采集包了。换包请先登记前一个not-collected。',
    en: 'This baby already has a kit. To replace it, report the first one as not-collected.',
  },
  unavailable: {
    zh: '现在太忙，这一条没有记下。请稍后用同一个sourceId再发。',
    en: 'We are too busy and did not record this. Send it again shortly under the same sourceId.',
  },
});
export type ApiCode = keyof typeof apiMessages;

export const STATUS: Readonly<Record<ApiCode, number>> = {
  'no-key': 401,
  'missing-scope': 403,
  'method-not-allowed': 405,
  'no-such-address': 404,
  'wrong-type': 415,
  'not-utf8': 400,
  'not-json': 400,
  empty: 400,
  'too-large': 413,
  'too-many-lines': 413,
  'too-many-requests': 429,
  'idempotency-key-invalid': 400,
  'idempotency-key-reused': 409,
  'invalid-event': 422,
  din: 422,
  'unknown-unit': 404,
  'wrong-order': 409,
  'already-happened': 409,
  'family-has-not-decided': 409,
  'kit-already-dispatched': 409,
  'source-id-reused': 409,
  'unknown-contract': 422,
  'contract-not-signed': 422,
  'kit-before-signing': 422,
  'result-before-collection': 409,
  'result-before-arrival': 409,
  'nothing-collected': 409,
  'first-payment-missing': 422,
  'no-such-baby': 422,
  'other-product': 422,
  'baby-has-a-unit': 409,
  unavailable: 503,
};
