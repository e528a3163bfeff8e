import { messages } from '#src/shared/i18n.ts';

export const privacyMessages = messages({
  basis: { zh: '依据', en: 'Legal basis' },
  'basis.contract': { zh: '订立和履行合同需要', en: 'Needed to conclude and carry out the contract' },
  'basis.law': { zh: '法律规定', en: 'Required by law' },
  'basis.consent': { zh: '您同意', en: 'Your consent' },
  'basis.separate-consent': { zh: '敏感信息，您单独同意', en: 'Sensitive: your separate consent' },
  'basis.guardian-consent': {
    zh: '孩子的敏感信息，监护人单独同意',
    en: 'Sensitive data of a child: a guardian’s separate consent',
  },
  sensitive: { zh: '敏感', en: 'sensitive' },
  to: { zh: '给谁', en: 'Goes to' },
  nobody: { zh: '不给任何人', en: 'Nobody' },
  kept: { zh: '留多久', en: 'Stays' },
  separately: { zh: '另外征得同意', en: 'asked for separately' },
  'unit.years': { zh: '{n}年', en: '{n} years' },
  'unit.months': { zh: '{n}个月', en: '{n} months' },
  'unit.days': { zh: '{n}天', en: '{n} days' },
  'unit.hours': { zh: '{n}小时', en: '{n} hours' },
  oneYear: { zh: '1年', en: '1 year' },
  from: { zh: '起算：{from}', en: 'Counted from: {from}' },
  'sure.ours': { zh: '我们定的', en: 'ours' },
  others: {
    zh: '别人手里的：医院、保险公司、支付机构',
    en: 'Held by others: hospital, insurer, payment provider',
  },
  ours: { zh: '我们手里的', en: 'Held by us' },
  name: { zh: '名称', en: 'Name' },
  does: { zh: '做什么', en: 'What it does' },
  lasts: { zh: '留多久', en: 'How long' },
  list: { zh: '、', en: '; ' },
});
