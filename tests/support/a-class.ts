/** A class as an editor types it into the form. */
/** `YYYY-M-D` so many days from today, as typed. */
const inDays = (days: number): string => {
  const date = new Date(Date.now() + days * 86_400_000);
  return `${date.getUTCFullYear()}-${date.getUTCMonth() + 1}-${date.getUTCDate()}`;
};

/** A class in Jinan as an editor types it. */
export const aClass = (changes: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  kind: 'class',
  date: inDays(9),
  starts: '14:00',
  ends: '15:30',
  city: '370100',
  capacity: '2',
  titleZh: '样例课堂',
  titleEn: 'A sample class',
  summaryZh: '给怀孕的妈妈和家里人。',
  summaryEn: 'For expectant mothers and those at home with them.',
  coversZh: '第一件\n第二件',
  coversEn: 'One thing\nAnother',
  speakerZh: '助产士',
  speakerEn: 'A midwife',
  language: 'zh',
  placeZh: '样例教室',
  placeEn: 'Sample Room',
  addressZh: '历下区样例路1号',
  addressEn: '1 Sample Road, Lixia',
  accessZh: '有电梯。',
  accessEn: 'There is a lift.',
  confirmed: 'no',
  repeat: 'no',
  ...changes,
});
