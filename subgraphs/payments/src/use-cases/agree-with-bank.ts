import type { PaymentsContext } from "../context.js";
import type { AgreementTerms } from "../domain/agreement-terms.js";
import { CollectionAgreement } from "../domain/collection-agreement.js";
import { IssuerNotSet } from "../domain/refusals.js";
import { currentAgreement, insertAgreement, nextPrefixPlace } from "../persistence/collection-agreements.js";

/** The agreement that the school's bills are issued under; made on the city's terms when the school has none yet. */
export async function agreementOf(context: PaymentsContext, schoolCode: string): Promise<AgreementTerms> {
  const agreement = await currentAgreement(context.em, schoolCode);
  if (agreement) return agreement;
  const terms = context.services.issuerTerms;
  if (!terms) throw new IssuerNotSet({ schoolCode });
  const { firstPrefix, ...agreed } = terms;
  const prefix = String(firstPrefix + (await nextPrefixPlace(context.em)));
  const made = new CollectionAgreement({ ...agreed, id: context.newId(), schoolCode, prefix });
  if (await insertAgreement(context.em, made)) return made;
  return agreementOf(context, schoolCode);
}

/** Gives the school an agreement of its own from now on. */
export async function agreeWithBank(
  context: PaymentsContext,
  agreement: Omit<AgreementTerms, "id">,
): Promise<void> {
  const earlier = await currentAgreement(context.em, agreement.schoolCode);
  earlier?.end();
  // Of one school only one agreement is current at any time, so the earlier one ends first.
  await context.em.flush();
  await insertAgreement(context.em, new CollectionAgreement({ ...agreement, id: context.newId() }));
}
