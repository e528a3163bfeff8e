/**
 * Internal identifiers: a prefix that names the kind, 48 bits of milliseconds and 80 random bits in
 * Crockford base 32. They sort by creation time, so keyset paging needs no second column.
 */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

export const ID_PREFIXES = {
  account: 'acc',
  session: 'ses',
  challenge: 'chl',
  family: 'fam',
  guardian: 'grd',
  invitation: 'inv',
  consent: 'con',
  draft: 'drf',
  enrolment: 'enr',
  contract: 'ctr',
  signature: 'sig',
  order: 'ord',
  ledgerEntry: 'led',
  receipt: 'rcp',
  heldMoney: 'hld',
  grant: 'grt',
  grantMovement: 'gmv',
  unit: 'unt',
  unitEvent: 'evt',
  unitResult: 'res',
  unitTask: 'utk',
  file: 'fil',
  apiKey: 'key',
  audit: 'aud',
  job: 'job',
  message: 'msg',
  event: 'eve',
  eventSeries: 'ser',
  eventBooking: 'bkg',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

const SHAPE = new RegExp(`^(?:${Object.values(ID_PREFIXES).join('|')})_[${ALPHABET}]{26}$`);
/** Whether it looks like one of ours: nothing else that was typed goes where only ids may. */
export const isId = (text: string): boolean => SHAPE.test(text);

/** What every id made at that instant begins with: an older id is smaller, so rows older than a day are found by their key. */
export function idsFrom(kind: IdKind, instant: number): string {
  let time = '';
  let rest = instant;
  for (let i = 0; i < 10; i++) {
    time = ALPHABET[rest % 32] + time;
    rest = Math.floor(rest / 32);
  }
  return `${ID_PREFIXES[kind]}_${time}`;
}

/** A new sortable id such as `ctr_01m5x…`. `now` is epoch milliseconds. */
export function newId(kind: IdKind, now: number = Date.now()): string {
  let random = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) random += ALPHABET[byte & 31];
  return idsFrom(kind, now) + random;
}
