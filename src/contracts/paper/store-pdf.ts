import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { FileStore } from '../../platform/files/files.ts';
import type { PdfMaker } from '../../platform/pdf/index.ts';
import type { Clock } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import { ok } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { documentSha256 } from '../text/contract-html.ts';
import { contractPdf } from './contract-pdf.ts';
import type { ContractStore } from '../contract-store.ts';

export interface StorePdfDeps {
  readonly now: Clock;
  readonly pdf: PdfMaker;
  readonly files: FileStore;
  readonly read: { readonly contracts: ContractStore };
  readonly transaction: Transact<{ contracts: ContractStore; audit: AuditTrail }>;
}

/**
 * Renders a signed contract and keeps the file. Safe to run again: the first file stays. Throws when the text we hold is
 * no longer the one that was signed, which the worker reports and retries.
 */
export async function storePdf(deps: StorePdfDeps, cmd: { contractId: string }): Promise<void> {
  const contract = await deps.read.contracts.byId(cmd.contractId);
  if (!contract?.signedAt) throw new Error(`contract ${cmd.contractId} is not signed`);
  if (contract.pdfFileId !== null) return;
  const { documents, html } = await deps.read.contracts.textOf(contract.id);
  if (documentSha256(html) !== contract.documentSha256)
    throw new Error(`the text held for contract ${contract.id} is not the one that was signed`);
  const signatures = await deps.read.contracts.signaturesOf(contract.id);
  const title = `${documents[0]?.title ?? ''} ${contract.number}`;
  const rendered = await deps.pdf.render(
    'contract',
    contractPdf({
      terms: contract.terms,
      documents,
      documentSha256: contract.documentSha256,
      signatures,
      offeredAt: contract.offeredAt,
      signedAt: contract.signedAt,
    }),
    // The date of the document is the day it came into force: the same contract gives the same bytes.
    { locale: contract.locale, date: contract.signedAt, title },
  );
  if (!rendered.ok) throw new Error(`contract ${contract.id} holds characters that cannot be printed`);

  const stored = await deps.files.put(rendered.value);
  const now = deps.now();
  const id = newId('file', now);
  const tied = await deps.transaction(async ({ contracts, audit }) => {
    const first = await contracts.attachPdf(contract, {
      id,
      familyId: contract.familyId,
      kind: 'contract',
      subjectId: contract.id,
      name: `${contract.number}.pdf`,
      mediaType: 'application/pdf',
      sha256: stored.sha256,
      size: stored.size,
      storageKey: stored.key,
      createdAt: now,
    });
    if (first)
      await audit.record({
        action: 'contract.filed',
        actor: { kind: 'system', id: 'contracts' },
        object: { kind: 'contract', id: contract.id },
        details: { fileId: id, fileSha256: stored.sha256, documentSha256: contract.documentSha256 },
      });
    return ok(first);
  });
  if (tied.ok && !tied.value) await deps.files.remove(stored.key);
}
