/** The same structure that was signed, as data for the PDF, with the signatures and the page of evidence. */
import { renderSVG } from 'uqr';
import type { ContractPdf, PdfItem, PdfText } from '../../platform/pdf/index.ts';
import type { Instant } from '../../shared/clock.ts';
import { formatInstant } from '../../shared/format.ts';
import { translator, type Locale } from '../../shared/i18n.ts';
import type { ContractTerms, Signature } from '../contract.ts';
import type { ContractDocument, DocumentItem } from '../text/contract-document.ts';
import { hashTail } from '../text/contract-html.ts';
import { documentMessages } from '../text/document-messages.ts';
import { evidenceMessages } from './evidence-messages.ts';

export interface SignedContract {
  readonly terms: ContractTerms;
  readonly documents: readonly ContractDocument[];
  readonly documentSha256: string;
  readonly signatures: readonly Signature[];
  readonly offeredAt: Instant;
  readonly signedAt: Instant;
}

const toItem = (item: DocumentItem): PdfItem => {
  if (item.kind !== 'table') return item;
  const { head, rows, numbers, sample } = item.table;
  return { kind: 'table', table: { head, rows, numbers, ...(sample === null ? {} : { sample }) } };
};

const toText = (document: ContractDocument): PdfText => ({
  lang: document.lang,
  title: document.title,
  subtitle: document.sample ? `${document.number} · ${document.sample}` : document.number,
  honest: document.honest,
  facts: document.facts,
  clauses: document.clauses.map(({ number, title, items }) => ({ number, title, items: items.map(toItem) })),
});

/** Data for the `contract` template. */
export function contractPdf(signed: SignedContract): ContractPdf {
  const locale: Locale = signed.terms.locale;
  const t = translator(evidenceMessages, locale);
  const d = translator(documentMessages, locale);
  const at = (instant: Instant): string => formatInstant(instant, locale, { time: true });
  const { number } = signed.terms;
  return {
    bank: d('bank'),
    number,
    pageOf: t('pageOf', { page: '{page}', pages: '{pages}' }),
    texts: signed.documents.map(toText),
    signaturesTitle: t('signatures'),
    signatures: signed.signatures.map((signature) => {
      const signer = signed.terms.guardians.find((one) => one.guardianId === signature.guardianId);
      if (!signer) throw new Error(`signature ${signature.id} belongs to nobody named in contract ${number}`);
      return {
        name: signer.name,
        role: d(signer.role),
        path: signature.method === 'drawn' ? signature.mark : null,
        alt: t('drawnAlt', { name: signer.name }),
        rows: [
          { term: t('signedAt'), value: t('beijing', { time: at(signature.signedAt) }) },
          { term: t('method'), value: t(signature.method) },
          { term: t('code'), value: signature.challengeId },
          { term: t('boundTo'), value: `… ${hashTail(signature.documentSha256)}` },
          ...(signature.device ? [{ term: t('device'), value: signature.device }] : []),
        ],
      };
    }),
    evidence: {
      title: t('evidence'),
      intro: t('evidenceIntro'),
      rows: [
        { term: d('number'), value: number },
        { term: t('offeredAt'), value: t('beijing', { time: at(signed.offeredAt) }) },
        { term: t('lastSignedAt'), value: t('beijing', { time: at(signed.signedAt) }) },
        { term: t('agreed'), value: t('agreedValue') },
      ],
      hashLabel: t('hashLabel'),
      hash: signed.documentSha256,
      qr: {
        svg: renderSVG(`${number} sha256:${signed.documentSha256}`, { border: 0, ecc: 'M' }),
        alt: t('qrAlt', { number }),
        caption: t('qrCaption'),
      },
    },
  };
}
