import { messages } from '../../shared/i18n.ts';

/** The words of the PDF's signature and evidence pages. */
export const evidenceMessages = messages({
  pageOf: { zh: '第{page}页，共{pages}页', en: 'Page {page} of {pages}' },
  signatures: { zh: '签名', en: 'Signatures' },
  drawnAlt: { zh: '{name}的手写签名', en: 'Drawn signature of {name}' },
  signedAt: { zh: '签署时间', en: 'Signed at' },
  beijing: { zh: '{time}（北京时间）', en: '{time} (Beijing time)' },
  method: { zh: '方式', en: 'Method' },
  drawn: { zh: '手写，并输入发到本人手机的验证码', en: 'Drawn, with a code sent to the signer’s own phone' },
  typed: {
    zh: '键入姓名，并输入发到本人手机的验证码',
    en: 'Name typed, with a code sent to the signer’s own phone',
  },
  code: { zh: '验证码编号', en: 'Code record' },
  boundTo: { zh: '全文核对码', en: 'Check value of the text' },
  device: { zh: '设备', en: 'Device' },
  evidence: { zh: '签署证据', en: 'Evidence of signing' },
  evidenceIntro: {
    zh: '前面的正文由签署时在网页上展示的同一份内容排成。每个签名都和那份内容的核对码（按SHA-256算出）一起保存；内容改动一个字，核对码就对不上。',
    en: 'The text above is set from the same content that was shown on the page when it was signed. Each signature is kept together with that content’s check value (its SHA-256); if one character changes, the value no longer fits.',
  },
  offeredAt: { zh: '发出时间', en: 'Offered at' },
  lastSignedAt: { zh: '生效时间', en: 'In force from' },
  agreed: { zh: '签署方式的约定', en: 'Agreed way of signing' },
  agreedValue: {
    zh: '见合同“怎么签，什么时候生效”一条（电子签名法第十三条）',
    en: 'See the clause “How to sign, and when it takes effect” (Electronic Signature Law, article 13)',
  },
  hashLabel: {
    zh: '签署时展示的全文的核对码（SHA-256）',
    en: 'Check value (SHA-256) of the full text shown for signature',
  },
  qrAlt: {
    zh: '二维码：合同编号{number}和全文的核对码',
    en: 'QR code: contract number {number} and the check value of the text',
  },
  qrCaption: { zh: '合同编号和核对码', en: 'Contract number and check value' },
});
