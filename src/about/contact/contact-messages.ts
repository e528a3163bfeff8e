import { messages } from '#src/shared/i18n.ts';

export const contactMessages = messages({
  phone: { zh: '服务电话', en: 'Service phone' },
  phoneLine: { zh: '接电话的是人，不是语音菜单', en: 'A person answers, not a menu' },
  hours: { zh: '服务时间', en: 'Hours' },
  hoursLine: { zh: '北京时间', en: 'China time' },
  post: { zh: '寄信', en: 'By post' },
  postLine: {
    zh: '写上回信地址和电话，收到给您回执',
    en: 'With your address and number; we confirm receipt',
  },
  visit: { zh: '当面', en: 'In person' },
  visitUnknown: {
    zh: '在济南市高新区。门牌和电话公布以前，请不要白跑一趟',
    en: 'In the High-tech Zone of Jinan. Please do not make the journey before address and phone are published',
  },
  visitLine: {
    zh: '在济南市高新区。来之前请先打电话，约一个人等您',
    en: 'In the High-tech Zone of Jinan. Please call first, so that somebody expects you',
  },
});
