import { messages } from '../../shared/i18n.ts';

/** What is wrong with one field of an event, and what to send instead. */
export const eventMessages = messages({
  'not-an-object': {
    zh: '这一行不是一个JSON对象。请按接口文档发送一个事件。',
    en: 'This is not a JSON object. Send one event as the API document describes it.',
  },
  'unknown-field': {
    zh: '这种事件没有这个字段。请删去，或对照接口文档改正拼写。',
    en: 'This kind of event has no such field. Remove it, or correct its spelling against the API document.',
  },
  data: {
    zh: '这种事件需要data，请对照接口文档填写。',
    en: 'This kind of event needs `data`. Fill it in as the API document says.',
  },
  field: {
    zh: '这个字段缺失或类型不对。请对照接口文档改正。',
    en: 'This field is missing or of the wrong type. Correct it against the API document.',
  },
  kind: {
    zh: '没有这种事件。请使用接口文档列出的kind。',
    en: 'There is no such kind of event. Use one of those in the API document.',
  },
  'source-id': {
    zh: 'sourceId是您系统里这个事件的编号：1到100个字母、数字或.:_-，同一事件每次都发同一个。',
    en: 'sourceId is your own id of this event: 1 to 100 letters, digits or .:_- and the same each time you send it.',
  },
  at: {
    zh: 'at是事件发生的时间，要带时区，例如2026-06-08T03:42:00+08:00。',
    en: 'at is when it happened, with its offset, such as 2026-06-08T03:42:00+08:00.',
  },
  'in-the-future': {
    zh: '这个时间还没有到。请核对日期和时区。',
    en: 'This time has not come yet. Check the date and the offset.',
  },
  'before-the-bank': {
    zh: '这个时间早于2004年7月建库。请核对年份。',
    en: 'This is before the bank was founded in July 2004. Check the year.',
  },
  din: {
    zh: '这不是一个有效的采集编号（13位，可以再带1位校验符）。请对照标签重新扫码。',
    en: 'This is not a valid donation number (13 characters, optionally its check character). Scan the label again.',
  },
  'contract-number': {
    zh: '合同编号形如HT-2026-000123-7。纸质合同的家庭请不要发这个字段。',
    en: 'A contract number looks like HT-2026-000123-7. Leave the field out for a family with a paper contract.',
  },
  baby: {
    zh: 'baby是合同里的第几个宝宝，从1开始。',
    en: 'baby says which baby of the contract, counting from 1.',
  },
  product: {
    zh: 'product只能是cord-blood或immune-cells。',
    en: 'product is cord-blood or immune-cells.',
  },
  'born-at': {
    zh: 'bornAt是出生时间，要带时区，例如2026-06-08T03:42:00+08:00。',
    en: 'bornAt is the time of birth, with its offset, such as 2026-06-08T03:42:00+08:00.',
  },
  'born-after': {
    zh: '出生时间晚于采集时间。请核对这两个时间。',
    en: 'The birth is later than the collection. Check both times.',
  },
  sex: {
    zh: 'sex只能是female、male或unknown。',
    en: 'sex is female, male or unknown.',
  },
  hospital: {
    zh: 'hospital要写1到80个字。',
    en: 'hospital takes 1 to 80 characters.',
  },
  'yes-or-no': {
    zh: '这里只能是true或false。',
    en: 'This is true or false.',
  },
  logger: {
    zh: 'logger是温度记录仪的编号，1到40个字符。',
    en: 'logger is the id of the temperature logger, 1 to 40 characters.',
  },
  celsius: {
    zh: '温度以摄氏度计，在−60到60之间。',
    en: 'A temperature is in degrees Celsius, between −60 and 60.',
  },
  'celsius-order': {
    zh: '最高温低于最低温。请核对记录仪的两个读数。',
    en: 'The highest temperature is below the lowest. Check the two readings of the logger.',
  },
  people: {
    zh: 'people是核对身份的人数，至少2人。',
    en: 'people says how many checked the identity: at least 2.',
  },
  test: {
    zh: '没有这项检测，或者缺少它的结果。请对照接口文档。',
    en: 'There is no such test. Use one of those in the API document.',
  },
  'range-volume': {
    zh: '采集量以毫升计，在0到500之间。',
    en: 'volume is in millilitres, between 0 and 500.',
  },
  'range-tnc': {
    zh: '有核细胞总数以个计，例如1180000000，在0到20000000000之间。',
    en: 'tnc is a number of cells, such as 1180000000, between 0 and 20000000000.',
  },
  'range-viability': {
    zh: '活率是百分数，在0到100之间。',
    en: 'viability is a percentage between 0 and 100.',
  },
  'range-cd34': {
    zh: 'CD34+细胞数以个计，例如4100000，在0到500000000之间。',
    en: 'cd34 is a number of cells, such as 4100000, between 0 and 500000000.',
  },
  'range-cd34-viability': {
    zh: 'CD34+活率是百分数，在0到100之间。',
    en: 'cd34-viability is a percentage between 0 and 100.',
  },
  'range-alt': {
    zh: 'ALT以U/L计，在0到5000之间。',
    en: 'alt is in U/L, between 0 and 5000.',
  },
  outcome: {
    zh: 'outcome只能是negative或positive。',
    en: 'outcome is negative or positive.',
  },
  'blood-group': {
    zh: '血型要写成A+、O-这样的形式。',
    en: 'A blood group is written like A+ or O-.',
  },
  'tank-group': {
    zh: 'tankGroup是液氮罐组，例如C或C12，不要发具体架位。',
    en: 'tankGroup is the group of tanks, such as C or C12; do not send the shelf.',
  },
  reason: {
    zh: '没有这个不合格原因。请使用接口文档列出的reason。',
    en: 'There is no such reason. Use one of those in the API document.',
  },
  'not-collected-reason': {
    zh: 'reason只能是medical、family或logistics。',
    en: 'reason is medical, family or logistics.',
  },
  'disposed-method': {
    zh: 'method只能是research或medical-waste。',
    en: 'method is research or medical-waste.',
  },
});
export type EventMessage = keyof typeof eventMessages;
