/** In whose name money is paid: the guardians who signed, whoever's card it was. */
import type { PaymentMethod } from '../../platform/payments/index.ts';
import type { Locale } from '../../shared/i18n.ts';
import type { Order } from '../orders/order.ts';
import type { Billing, OrderStore, Receipt } from '../orders/order-store.ts';
import { receiptRows, type ReceiptRow } from './receipt-paper.ts';

/** What is needed of the families' store. */
export interface PayerNames {
  guardiansOf(familyId: string): Promise<readonly { readonly id: string; readonly name: string | null }[]>;
}

export async function payersOf(
  families: PayerNames,
  billing: Pick<Billing, 'familyId' | 'signers'>,
): Promise<readonly string[]> {
  const people = await families.guardiansOf(billing.familyId);
  return people.flatMap(({ id, name }) => (billing.signers.includes(id) && name !== null ? [name] : []));
}

/** The receipt as the order's page shows it: the same rows as on paper. Null before there is one. */
export async function receiptOnPage(
  deps: {
    readonly config: { readonly creditCode: string | null };
    readonly read: { readonly orders: OrderStore; readonly families: PayerNames };
  },
  order: Order,
  receipt: Receipt | null,
  locale: Locale,
): Promise<readonly ReceiptRow[] | null> {
  const billing = receipt && (await deps.read.orders.billing(order.contractId));
  return receipt && billing
    ? receiptRows({
        order,
        receipt,
        contractNumber: billing.contractNumber,
        payers: await payersOf(deps.read.families, billing),
        creditCode: deps.config.creditCode,
        method: (order.method ?? 'other') as PaymentMethod,
        locale,
      })
    : null;
}
