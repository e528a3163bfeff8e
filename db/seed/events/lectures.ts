/** What the demo's events are about, and where they are. Every place is invented. */
import type { EventContent } from '../../../src/events/index.ts';

export const ACCESS = {
  lift: {
    zh: '有电梯，轮椅能到座位，有可以躺靠的椅子和母婴室。',
    en: 'Lift, level way to the seats, reclining chairs and a nursing room.',
  },
  stairs: {
    zh: '在二楼，没有电梯。上楼不方便，请打电话，我们安排人扶您。',
    en: 'Second floor without a lift. If stairs are hard for you, phone us and somebody will help.',
  },
  online: { zh: '有字幕，可以回看七天。', en: 'With subtitles; the recording stays up for seven days.' },
} as const;

export interface Where {
  readonly city: string;
  readonly place: { readonly zh: string; readonly en: string };
  readonly address: { readonly zh: string; readonly en: string };
}
const at = (city: string, zh: string, en: string, addressZh: string, addressEn: string): Where => ({
  city,
  place: { zh, en },
  address: { zh: addressZh, en: addressEn },
});
export const JINAN = at(
  '370100',
  '样例社区服务中心三楼',
  'Sample Community Centre, 3rd floor',
  '历下区样例路1号',
  '1 Sample Road, Lixia District',
);
export const JINAN_LAB = at(
  '370100',
  '样例实验楼一楼展厅',
  'Sample Laboratory, ground-floor hall',
  '历城区样例大街9号',
  '9 Sample Avenue, Licheng District',
);
export const QINGDAO = at(
  '370200',
  '样例妇幼中心二楼教室',
  'Sample Women and Children’s Centre, classroom on the 2nd floor',
  '市南区样例街20号',
  '20 Sample Street, Shinan District',
);
export const YANTAI = at(
  '370600',
  '样例图书馆报告厅',
  'Sample Library, lecture hall',
  '芝罘区样例路8号',
  '8 Sample Road, Zhifu District',
);
export const LINYI = at(
  '371300',
  '样例文化馆',
  'Sample Cultural Centre',
  '兰山区样例路66号',
  '66 Sample Road, Lanshan District',
);
export const WEIFANG = at(
  '370700',
  '样例大学医学院礼堂',
  'Sample University, medical school hall',
  '奎文区样例东街3号',
  '3 Sample East Street, Kuiwen District',
);
export const TAIAN = at(
  '370900',
  '样例医院门诊楼五楼',
  'Sample Hospital, outpatient building, 5th floor',
  '泰山区样例路12号',
  '12 Sample Road, Taishan District',
);
export const JINING = at(
  '370800',
  '样例社区学堂',
  'Sample Community School',
  '任城区样例巷5号',
  '5 Sample Lane, Rencheng District',
);
export const ZIBO = at(
  '370300',
  '样例工人文化宫',
  'Sample Workers’ Cultural Palace',
  '张店区样例路30号',
  '30 Sample Road, Zhangdian District',
);

export type Words = Pick<EventContent, 'title' | 'summary' | 'covers' | 'speaker'>;
const words = (
  title: readonly [string, string],
  summary: readonly [string, string],
  covers: readonly (readonly [string, string])[],
  speaker: readonly [string, string],
): Words => ({
  title: { zh: title[0], en: title[1] },
  summary: { zh: summary[0], en: summary[1] },
  covers: { zh: covers.map(([zh]) => zh), en: covers.map(([, en]) => en) },
  speaker: { zh: speaker[0], en: speaker[1] },
});

const OBSTETRICIAN = ['产科医生', 'An obstetrician'] as const;
const MIDWIFE = ['助产士', 'A midwife'] as const;

export const LATE_PREGNANCY = words(
  ['孕晚期，什么情况要马上去医院', 'Late pregnancy: when to go to hospital at once'],
  [
    '给怀孕七个月以后的妈妈和家里人。听完知道哪些情况不能等，去之前带什么。',
    'For mothers from the seventh month on, and those at home with them: what cannot wait, and what to bring.',
  ],
  [
    [
      '哪些信号要马上去医院，哪些可以先打电话',
      'Which signs mean going at once, and which a phone call first',
    ],
    ['怎么数胎动，为什么要数', 'How to count the baby’s movements, and why'],
    ['待产包和路上的安排', 'The hospital bag and the way there'],
    ['提问，匿名写条子也可以', 'Questions, on paper and without a name if you like'],
  ],
  OBSTETRICIAN,
);
export const NEWBORN_CARE = words(
  ['新生儿洗澡和抚触', 'Bathing and holding a newborn'],
  [
    '小班，用教具练。爸爸、老人一起来更好。',
    'A small class that practises on dolls. Fathers and grandparents are welcome.',
  ],
  [
    ['抱、洗、擦、穿的顺序', 'The order of holding, washing, drying and dressing'],
    ['脐带残端怎么护理', 'Looking after the stump of the cord'],
    ['看得出冷还是热', 'How to tell too cold from too warm'],
  ],
  ['新生儿科护士', 'A nurse from the newborn ward'],
);
export const BIRTH_CHOICES = words(
  ['剖宫产还是顺产，医生怎么判断', 'Caesarean or vaginal birth: how doctors decide'],
  [
    '线上讲座。讲医生看什么、怎么和您商量，不劝您选哪一种。',
    'An online lecture on what doctors look at and how it is talked through with you. It argues for neither.',
  ],
  [
    ['产前检查里，医生在看什么', 'What doctors look for in the last check-ups'],
    ['什么时候计划会改', 'When a plan changes'],
    ['怎么把您的想法写进分娩计划', 'Writing your wishes into a birth plan'],
  ],
  OBSTETRICIAN,
);
export const BREATHING = words(
  ['分娩呼吸法练习', 'Breathing for birth, a practice class'],
  [
    '每周一次，来一次也行。和陪产的人一起练。',
    'Once a week; one session is fine too. Practise with whoever will be with you.',
  ],
  [
    ['几种呼吸，什么时候用哪一种', 'Several ways to breathe, and when each helps'],
    ['陪产的人能做什么', 'What the person beside you can do'],
    ['练习，累了就歇', 'Practice, with rests whenever you like'],
  ],
  MIDWIFE,
);
export const FEEDING = words(
  ['母乳喂养的头两周', 'The first two weeks of breastfeeding'],
  [
    '讲头两周会遇到什么，什么时候要找人帮忙。不想或不能喂母乳的，也讲。',
    'What the first two weeks bring and when to ask for help. Also for those who cannot or would rather not.',
  ],
  [
    ['怎么含接，怎么知道吃够了', 'Latching on, and knowing the baby has had enough'],
    ['疼和堵，什么时候看医生', 'Soreness and blockage, and when to see a doctor'],
    ['上班以后怎么办', 'Going back to work'],
  ],
  ['哺乳指导护士', 'A lactation nurse'],
);
export const EATING = words(
  ['孕期吃什么，吃多少', 'What to eat in pregnancy, and how much'],
  ['照您平常吃的来讲，不推荐任何牌子。', 'From what you usually eat; no brand is recommended.'],
  [
    ['一天的饭怎么配', 'Putting a day’s meals together'],
    ['血糖高的，怎么调', 'If your blood sugar is high'],
    ['哪些东西先别吃', 'What to leave out for now'],
  ],
  ['营养科医生', 'A dietitian'],
);
export const MOOD = words(
  ['产后情绪，家里人看得见的信号', 'Mood after birth: signs a family can see'],
  [
    '讲给家里人听。知道什么是累，什么要去看医生，去哪里看。',
    'For the family: telling tiredness from what needs a doctor, and where to go.',
  ],
  [
    ['哪些变化常见，哪些要重视', 'What is common and what to take seriously'],
    ['怎么开口，怎么陪', 'How to bring it up and how to stay beside her'],
    ['去哪里看，热线怎么打', 'Where to go, and which line to ring'],
  ],
  ['精神科医生', 'A psychiatrist'],
);
export const TWO_LANGUAGES = words(
  ['两种语言的产前课', 'Getting ready for birth, in two languages'],
  [
    '给在山东生孩子的外国家庭，也给想用英语听的人。',
    'For families from abroad who give birth in Shandong, and anybody who would rather listen in English.',
  ],
  [
    ['在这里的医院生孩子，一步一步是怎样的', 'Giving birth in a hospital here, step by step'],
    ['要带的证件和翻译', 'Papers to bring, and interpreting'],
    ['出生证怎么办', 'Getting the birth certificate'],
  ],
  MIDWIFE,
);
export const OPEN_DAY = words(
  ['世界脐带血日：实验室开放半天', 'World Cord Blood Day: half a day in the laboratory'],
  [
    '看一份血从收到到入罐走过哪些地方。有赞成的，也有不赞成的，都可以问。',
    'See where a unit goes from arrival to tank. For and against: every question is welcome.',
  ],
  [
    ['接收、检测、冷冻各在哪里做', 'Where receipt, testing and freezing happen'],
    ['什么情况不能入库', 'When a unit cannot be stored'],
    ['大多数孩子用不到，为什么还有人存', 'Most children never need it: why do some people store?'],
  ],
  [
    '实验室人员和一位不在本库工作的血液科医生',
    'Laboratory staff, and a haematologist who does not work for the bank',
  ],
);
export const CHILDREN = words(
  ['六一：带孩子看看血是怎么送的', 'Children’s Day: how blood travels'],
  [
    '给5岁以上的孩子。搬箱子、看温度计、画一条线。',
    'For children from five: carry a box, read a thermometer, draw a line.',
  ],
  [
    ['箱子里为什么不能太冷', 'Why the box must not be too cold'],
    ['温度计和记录仪', 'Thermometer and logger'],
    ['画一条从热到冷的线', 'Draw a line from warm to cold'],
  ],
  ['运输组同事', 'Colleagues from transport'],
);
