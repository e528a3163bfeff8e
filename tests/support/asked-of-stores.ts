/** Which questions the stores can be asked, which were, and those a family's life does not come to ask: for the query plans. */
import type { Deps } from '../../src/deps.ts';
import { newId } from '../../src/shared/ids.ts';
import { err } from '../../src/shared/result.ts';

/** `store.method`: all there are, and those that were asked. */
export interface Asked {
  readonly all: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
}

/** From here on notes what is asked of the stores, in and outside transactions. */
export function listenToStores(deps: Deps): Asked {
  const all = new Set<string>();
  const asked = new Set<string>();
  const known = new WeakSet<object>();
  const note = (stores: object): void => {
    for (const [name, store] of Object.entries(stores) as [string, Record<string, unknown>][]) {
      if (known.has(store)) continue;
      known.add(store);
      for (const [method, run] of Object.entries(store)) {
        if (typeof run !== 'function') continue;
        all.add(`${name}.${method}`);
        store[method] = (...given: unknown[]): unknown => {
          asked.add(`${name}.${method}`);
          return run.apply(store, given);
        };
      }
    }
  };
  note(deps.read);
  const { transaction } = deps;
  const noting: Deps['transaction'] = (work, ...rest) =>
    transaction(
      (stores) => {
        note(stores);
        return work(stores);
      },
      ...rest,
    );
  Object.assign(deps, { transaction: noting });
  return { all, asked };
}

/** What only a visitor with a browser, another system or somebody's mistake makes the house ask. Nothing of it stays. */
export async function askTheRest(deps: Deps, familyId: string): Promise<void> {
  const now = deps.now();
  const { read } = deps;
  const [guardian] = await read.families.guardiansOf(familyId);
  const accountId = guardian?.accountId ?? '';
  await read.sessions.find('none');
  await read.apiKeys.bySecretHash('none');
  await read.drafts.ofSubject('none');
  await read.enrolments.forFamily('none', familyId);
  await read.enrolments.familyOf('none');
  await read.families.guardian('none', familyId);
  await read.contracts.byNumber('none');
  await read.orders.receiptFile('none', familyId);
  await read.units.contractNumber('none');
  await read.bookings.head('none');
  const account = await read.accounts.byId(accountId);
  const [contract] = await read.contracts.ofFamily(familyId);
  const [order] = contract ? await read.orders.ofContract(contract.id) : [];
  const [unit] = contract ? await read.units.ofContract(contract.id) : [];
  if (!account || !order || !unit) throw new Error('this family has no unit: choose another');
  await deps.transaction(async (tx) => {
    await tx.accounts.setPhone(account, '13900009999');
    await tx.accounts.setEmail(account, 'nobody@example.invalid', now);
    await tx.accounts.setLocale(account, 'en');
    await tx.families.setPhoneOf(accountId, '13900009999');
    await tx.invitations.close('none', now);
    await tx.events.markReminded({ id: 'none', sequence: 0 }, now);
    await tx.units.saveDisposition(unit, 'disposal', now);
    const gone = { id: 'none', version: 1 } as Parameters<typeof tx.unitTasks.save>[0];
    await tx.unitTasks.save(gone, {});
    await tx.sessions.insert(
      {
        idHash: 'none',
        accountId,
        kind: 'family',
        createdAt: now,
        lastSeenAt: now,
        endsAt: now,
        device: null,
      },
      account.version,
    );
    const id = newId('apiKey', now);
    await tx.apiKeys.add({ id, name: 'none', secretHash: 'none', scopes: [], createdAt: now });
    await tx.apiKeys.keepAnswer(id, 'none', { requestSha256: 'none', status: 200, body: '' }, now);
    await tx.apiKeys.revoke(id, now);
    const held = {
      id: newId('heldMoney', now),
      orderId: order.id,
      forUnit: unit.id,
      paymentId: 'none',
      why: 'other-amount',
      owedFen: 1,
      receivedAmount: 2,
      currency: 'cny',
      receivedAt: now,
      state: 'held',
      reason: null,
      proposedBy: null,
      proposedAt: null,
      confirmedBy: null,
      confirmedAt: null,
      version: 1,
    } as const;
    await tx.heldMoney.add(held);
    await tx.heldMoney.save(held, { state: 'held' });
    return err('changed-meanwhile');
  });
}
