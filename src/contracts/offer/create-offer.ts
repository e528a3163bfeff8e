import type { ContractTexts } from '../../content/contract-texts.ts';
import type { PlanId, Policies } from '../../content/policies.ts';
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Numbers } from '../../platform/numbers/numbers.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import { addDays, partsOf, startOfDay, today, type CivilDate } from '../../shared/civil-date.ts';
import type { Clock } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import type { Locale } from '../../shared/i18n.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { ContractTerms, SignerTerms } from '../contract.ts';
import { buildDocument, type ContractBasis } from '../text/contract-document.ts';
import { canonicalHtml, documentSha256 } from '../text/contract-html.ts';
import type { ContractStore } from '../contract-store.ts';
import { tell, type NoticeDeps } from '../notice.ts';
import type { GuardianBook } from '../people.ts';

export interface OfferDeps extends NoticeDeps {
  readonly config: NoticeDeps['config'] & { readonly servicePhone: string | null };
  readonly now: Clock;
  readonly policies: Policies;
  readonly texts: ContractTexts;
  /** Characters the contract's fonts lack: better refused now than after two people have signed. */
  readonly unprintable: (text: string) => readonly string[];
  readonly transaction: Transact<{
    contracts: ContractStore;
    families: GuardianBook;
    numbers: Numbers;
    audit: AuditTrail;
    outbox: Outbox;
  }>;
}

export interface CreateOffer {
  readonly enrolmentId: string;
  readonly familyId: string;
  readonly product: 'cord-blood' | 'immune-cells';
  readonly plan: PlanId;
  readonly locale: Locale;
  readonly babies: number;
  readonly dueDate: CivilDate;
  readonly hospital: string;
  readonly address: string;
  /** Those who have to sign: every guardian who is not excused. */
  readonly guardians: readonly SignerTerms[];
  readonly absent: ContractTerms['absent'];
  /** Name of the member of staff who accepted the enrolment. */
  readonly counsellor: string | null;
}

export interface Offered {
  readonly contractId: string;
  /** False when the offer was there already. */
  readonly created: boolean;
}
type OfferRefusal = 'unprintable' | 'no-signer';
type LostCharacters = { readonly characters: string } | undefined;

/**
 * Offers the contract of an accepted enrolment: merges terms into the text in force today, fixes its hash and tells the
 * signers. Run again for the same enrolment it does nothing.
 *
 * Refuses with `unprintable` (characters named) or `no-signer`.
 */
export const createOffer = (
  deps: OfferDeps,
  cmd: CreateOffer,
): Promise<Result<Offered, OfferRefusal, LostCharacters>> =>
  deps.transaction<Offered, OfferRefusal, LostCharacters>(
    async ({ contracts, families, numbers, audit, outbox }) => {
      const existing = await contracts.ofEnrolment(cmd.enrolmentId);
      if (existing) return ok({ contractId: existing.id, created: false });
      if (cmd.guardians.length === 0) return err('no-signer');

      const lost = deps.unprintable(
        [...cmd.guardians.map((one) => one.name), cmd.address, cmd.hospital].join(''),
      );
      if (lost.length > 0) return err('unprintable', { characters: lost.join('') });

      const now = deps.now();
      const offeredOn = today(now);
      const basis: ContractBasis = {
        fees: deps.policies.fees.current(offeredOn),
        refunds: deps.policies.refunds.current(offeredOn),
        thresholds: deps.policies.thresholds.current(offeredOn),
        enrolment: deps.policies.enrolment.current(offeredOn),
      };
      const product = deps.policies.products
        .current(offeredOn)
        .products.find((one) => one.id === cmd.product);
      if (!product?.contractTemplate) throw new Error(`the product ${cmd.product} has no contract text`);
      const { version, texts } = deps.texts.current(product.contractTemplate, offeredOn);

      const offerEndsOn = addDays(offeredOn, basis.enrolment.offerDays);
      const terms: ContractTerms = {
        number: await numbers.next('HT', partsOf(offeredOn).year),
        locale: cmd.locale,
        product: cmd.product,
        offeredOn,
        offerEndsOn,
        guardians: cmd.guardians,
        absent: cmd.absent,
        address: cmd.address,
        babies: cmd.babies,
        dueDate: cmd.dueDate,
        hospital: cmd.hospital,
        plan: cmd.plan,
        contact: { phone: deps.config.servicePhone, counsellor: printableName(deps, cmd.counsellor) },
        policies: {
          fees: basis.fees.version,
          refunds: basis.refunds.version,
          thresholds: basis.thresholds.version,
          enrolment: basis.enrolment.version,
        },
      };
      // Chinese governs, so whoever signs in English is shown, and signs, the Chinese text too.
      const languages: readonly Locale[] = cmd.locale === 'zh' ? ['zh'] : ['en', 'zh'];
      const documents = languages.map((locale) => buildDocument(terms, texts[locale], basis));
      const html = canonicalHtml(documents);
      const sha256 = documentSha256(html);

      const id = newId('contract', now);
      const signers = cmd.guardians.map((one) => one.guardianId);
      await contracts.insert(
        {
          id,
          number: terms.number,
          familyId: cmd.familyId,
          enrolmentId: cmd.enrolmentId,
          template: product.contractTemplate,
          templateVersion: version,
          locale: cmd.locale,
          terms,
          plan: cmd.plan,
          policyVersion: basis.fees.version,
          documentSha256: sha256,
          signers,
          offeredAt: now,
          // To the end of the last day in Shandong.
          offerEndsAt: startOfDay(addDays(offerEndsOn, 1)),
        },
        { documents, html },
      );
      await audit.record({
        action: 'contract.offered',
        actor: { kind: 'system', id: 'contracts' },
        object: { kind: 'contract', id },
        details: { documentSha256: sha256, templateVersion: version, policies: terms.policies, signers },
      });
      await outbox.add(
        'contract.offer-ends',
        { contractId: id },
        { notBefore: startOfDay(addDays(offerEndsOn, 1)) },
      );
      const people = await families.guardiansOf(cmd.familyId);
      await tell(
        deps,
        outbox,
        'offered',
        { id, number: terms.number, locale: cmd.locale, terms },
        people.filter((one) => signers.includes(one.id) && one.accountId !== null),
      );
      return ok({ contractId: id, created: true });
    },
  );

/** A name our fonts cannot print is left out: the family can phone without it, and must not wait for its contract. */
const printableName = (deps: Pick<OfferDeps, 'unprintable'>, name: string | null): string | null =>
  name !== null && deps.unprintable(name).length === 0 ? name : null;
