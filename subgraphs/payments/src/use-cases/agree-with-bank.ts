import type { Issuer } from "../domain/issuer.js";
import { IssuerNotSet } from "../domain/refusals.js";
import { currentIssuer, endIssuer, insertIssuer, nextIssuerPlace } from "../persistence/issuers.js";
import type { PaymentsContext } from "../services.js";

/** The agreement that the school's bills are issued under; made on the city's terms when the school has none yet. */
export async function issuerOf(context: PaymentsContext, schoolCode: string): Promise<Issuer> {
  const issuer = await currentIssuer(context.em, schoolCode);
  if (issuer) return issuer;
  const terms = context.services.issuerTerms;
  if (!terms) throw new IssuerNotSet({ schoolCode });
  const { firstPrefix, ...agreed } = terms;
  const prefix = String(firstPrefix + (await nextIssuerPlace(context.em)));
  const made = { ...agreed, id: context.newId(), schoolCode, prefix };
  if (await insertIssuer(context.em, made)) return made;
  return issuerOf(context, schoolCode);
}

/** Gives the school an agreement of its own from now on. */
export async function agreeWithBank(context: PaymentsContext, agreement: Omit<Issuer, "id">): Promise<void> {
  await endIssuer(context.em, agreement.schoolCode);
  await insertIssuer(context.em, { ...agreement, id: context.newId() });
}
