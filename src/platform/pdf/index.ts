export type {
  ContractPdf,
  PdfData,
  PdfItem,
  PdfMaker,
  PdfOptions,
  PdfRow,
  PdfSignature,
  PdfTable,
  PdfTemplate,
  PdfText,
  ReceiptPdf,
  VoucherPdf,
} from './pdf.ts';
export { typstMaker } from './typst-maker.ts';
export { unprintable } from './glyphs.ts';
