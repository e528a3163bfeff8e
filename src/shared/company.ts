/** The company behind the bank, as it stands in its registration: contracts, receipts and the footer name it alike. */
import type { Text } from './i18n.ts';

export const COMPANY: Text = {
  zh: '山东省齐鲁干细胞工程有限公司',
  en: 'Shandong Qilu Stem Cell Engineering Co., Ltd.',
};
