/**
 * The PDF port. Typst with bundled Noto fonts, PDF/UA-1, the same bytes for the same input. A character the fonts do not
 * have is a refusal, never an empty box in somebody's legal name.
 */
import type { Instant } from '../../shared/clock.ts';
import type { Locale } from '../../shared/i18n.ts';
import type { Result } from '../../shared/result.ts';

export interface PdfRow {
  readonly term: string;
  readonly value: string;
}

/** A table inside a clause; the first column reads left, the rest right when `numbers` is set. */
export interface PdfTable {
  readonly caption?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numbers?: boolean;
  /** Unconfirmed figures wear a dashed edge and this word. */
  readonly sample?: string;
}

export type PdfItem =
  | { readonly kind: 'paragraph'; readonly number: string; readonly text: string }
  /** A clause that limits the bank's duties: set off so that an ordinary reader notices it (民法典 496). */
  | { readonly kind: 'limit'; readonly number: string; readonly label: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: PdfTable };

export interface PdfText {
  readonly lang: 'zh' | 'en';
  readonly title: string;
  readonly subtitle: string;
  readonly honest: readonly string[];
  readonly facts: readonly PdfRow[];
  readonly clauses: readonly {
    readonly number: string;
    readonly title: string;
    readonly items: readonly PdfItem[];
  }[];
}

export interface PdfSignature {
  readonly name: string;
  readonly role: string;
  /** SVG path data in a 300 × 100 box, or null for a typed name. */
  readonly path: string | null;
  readonly alt: string;
  readonly rows: readonly PdfRow[];
}

export interface ContractPdf {
  readonly bank: string;
  readonly number: string;
  readonly pageOf: string;
  readonly texts: readonly PdfText[];
  readonly signaturesTitle: string;
  readonly signatures: readonly PdfSignature[];
  readonly evidence: {
    readonly title: string;
    readonly intro: string;
    readonly rows: readonly PdfRow[];
    readonly hashLabel: string;
    readonly hash: string;
    readonly qr: { readonly svg: string; readonly alt: string; readonly caption: string };
  };
}

export interface ReceiptPdf {
  readonly bank: string;
  readonly number: string;
  readonly pageOf: string;
  readonly title: string;
  /** One sentence: what this paper is, and what it is not. */
  readonly intro: string;
  readonly rows: readonly PdfRow[];
  readonly lines: {
    readonly head: readonly [string, string];
    readonly rows: readonly (readonly [string, string])[];
  };
  readonly total: readonly [string, string];
  readonly notes: readonly string[];
}

export interface VoucherPdf {
  readonly bank: string;
  readonly number: string;
  readonly pageOf: string;
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly PdfRow[];
  readonly results?: PdfTable;
  readonly notes: readonly string[];
}

export interface PdfData {
  readonly contract: ContractPdf;
  readonly receipt: ReceiptPdf;
  readonly voucher: VoucherPdf;
}
export type PdfTemplate = keyof PdfData;

export interface PdfOptions {
  readonly locale: Locale;
  /** The document's own date: fixed by what it records, not by when it is rendered. */
  readonly date: Instant;
  readonly title: string;
}

export interface PdfMaker {
  /** Tagged PDF/UA-1 bytes, or `missing-glyph` with the characters the bundled fonts do not have. */
  render<T extends PdfTemplate>(
    template: T,
    data: PdfData[T],
    options: PdfOptions,
  ): Promise<Result<Uint8Array, 'missing-glyph', { characters: string }>>;
  /** Ends the worker; renders under way are rejected. */
  close(): Promise<void>;
}
