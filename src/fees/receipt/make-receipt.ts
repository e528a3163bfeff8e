/** Renders and stores the receipt of a paid order. Runs after the payment has committed; safe to run again. */
import type { Policies } from '../../content/policies.ts';
import type { FileStore } from '../../platform/files/files.ts';
import type { PaymentMethod, PaymentProvider } from '../../platform/payments/index.ts';
import type { PdfMaker } from '../../platform/pdf/index.ts';
import type { Clock } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { OrderStore } from '../orders/order-store.ts';
import { payersOf, type PayerNames } from './payers.ts';
import { receiptPaper } from './receipt-paper.ts';

export interface MakeReceiptDeps {
  readonly now: Clock;
  readonly payments: Pick<PaymentProvider, 'methodOf' | 'realMoney'>;
  readonly pdf: Pick<PdfMaker, 'render'>;
  readonly files: FileStore;
  readonly policies: Pick<Policies, 'fees'>;
  readonly config: { readonly creditCode: string | null };
  readonly read: { readonly orders: OrderStore; readonly families: PayerNames };
  readonly transaction: Transact<{ orders: OrderStore }>;
}

export async function makeReceipt(
  deps: MakeReceiptDeps,
  cmd: { readonly orderId: string },
): Promise<Result<{ readonly receiptId: string }, 'not-found' | 'payments-unreachable' | 'missing-glyph'>> {
  const [order, receipt] = await Promise.all([
    deps.read.orders.byId(cmd.orderId),
    deps.read.orders.receiptOf(cmd.orderId),
  ]);
  const billing = order && (await deps.read.orders.billing(order.contractId));
  if (!order || !receipt || !billing) return err('not-found');
  if (receipt.pdfFileId !== null) return ok({ receiptId: receipt.id });

  let method: PaymentMethod = 'other';
  if (order.paymentId !== null) {
    const asked = await deps.payments.methodOf(order.paymentId);
    // Unreachable: worth another try later. A refusal will not get better, and the family still needs its receipt.
    if (!asked.ok && asked.code === 'payments-unreachable') return err('payments-unreachable');
    if (asked.ok) method = asked.value;
  }
  const paper = receiptPaper({
    order,
    receipt,
    contractNumber: billing.contractNumber,
    payers: await payersOf(deps.read.families, billing),
    creditCode: deps.config.creditCode,
    method,
    locale: billing.locale,
    confirmed: deps.policies.fees.version(order.policyVersion).confirmed,
    realMoney: deps.payments.realMoney,
  });
  const rendered = await deps.pdf.render('receipt', paper.data, {
    locale: billing.locale,
    date: receipt.issuedAt,
    title: paper.title,
  });
  if (!rendered.ok) return rendered;
  const stored = await deps.files.put(rendered.value);
  const attached = await deps.transaction(async ({ orders }) => {
    const current = await orders.byId(order.id);
    const fresh = await orders.attachPdf(receipt, {
      id: newId('file', deps.now()),
      familyId: order.familyId,
      kind: 'receipt',
      subjectId: receipt.id,
      name: `${receipt.number}.pdf`,
      mediaType: 'application/pdf',
      sha256: stored.sha256,
      size: stored.size,
      storageKey: stored.key,
      createdAt: receipt.issuedAt,
    });
    if (fresh && current) await orders.save(current, { method });
    return ok(fresh);
  });
  // Somebody was faster: these bytes have no row, so they go.
  if (attached.ok && !attached.value) await deps.files.remove(stored.key);
  return ok({ receiptId: receipt.id });
}
