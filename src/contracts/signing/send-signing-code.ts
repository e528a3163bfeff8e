import { sendCode, type SendCodeDeps } from '../../accounts/index.ts';
import type { Locale } from '../../shared/i18n.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ContractStore } from '../contract-store.ts';
import { maskPhone, type GuardianBook } from '../people.ts';
import { signingOf, type CannotSign } from './signing-of.ts';

export interface SigningCodeDeps extends SendCodeDeps {
  readonly read: SendCodeDeps['read'] & {
    readonly contracts: ContractStore;
    readonly families: GuardianBook;
  };
}

export interface SendSigningCode {
  readonly contractId: string;
  readonly familyId: string;
  readonly guardianId: string;
  readonly accountId: string;
  readonly locale: Locale;
  readonly address: string;
}

/** Sends a code to the signer's own phone, good only for this document. Refuses with `already-signed`, `not-a-signer`, … */
export async function sendSigningCode(
  deps: SigningCodeDeps,
  cmd: SendSigningCode,
): Promise<Result<{ readonly phone: string }, 'not-found' | CannotSign | 'too-many-codes'>> {
  const contract = await deps.read.contracts.forFamily(cmd.contractId, cmd.familyId);
  if (!contract) return err('not-found');
  const guardians = await deps.read.families.guardiansOf(cmd.familyId);
  const refused = signingOf(contract, guardians, deps.now()).refusal(cmd.guardianId);
  if (refused !== null) return err(refused);
  const phone = guardians.find((one) => one.id === cmd.guardianId && one.accountId === cmd.accountId)?.phone;
  if (!phone) return err('not-a-signer');
  const sent = await sendCode(deps, {
    purpose: 'sign-contract',
    subject: contract.documentSha256,
    phone,
    locale: cmd.locale,
    address: cmd.address,
    accountId: cmd.accountId,
  });
  return sent.ok ? ok({ phone: maskPhone(phone) }) : sent;
}
