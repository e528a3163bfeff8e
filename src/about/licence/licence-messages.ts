import { messages } from '#src/shared/i18n.ts';

export const licenceMessages = messages({
  holder: { zh: '机构', en: 'Held by' },
  holderName: { zh: '山东省脐带血造血干细胞库', en: 'Shandong Cord Blood Bank' },
  number: { zh: '许可证号', en: 'Number' },
  issuer: { zh: '发证机关', en: 'Issued by' },
  issued: { zh: '发证日期', en: 'Issued on' },
  until: { zh: '有效期至', en: 'Valid until' },

  endsSoon: { zh: '执业许可证还有{days}天到期', en: 'The licence ends in {days} days' },
  endsSoonLine: {
    zh: '请开始办延续。换了新证，把号码和日期填进构建设置，重新构建网站。',
    en: 'Begin its renewal. When the new one is here, put its number and dates into the build settings and build the site again.',
  },
  over: { zh: '执业许可证过期{days}天了', en: 'The licence ended {days} days ago' },
  overLine: {
    zh: '没有有效许可不能采集。请马上核对，再决定要不要停止接受报名。',
    en: 'Nothing may be collected without a valid licence. Check at once, and decide whether enrolment has to stop.',
  },
});
