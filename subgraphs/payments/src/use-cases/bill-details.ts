import { defineSharedBatch, loadShared } from "@campus-graph/kit/graphql/batched-loading";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import type { AgreementTerms } from "../domain/agreement-terms.js";
import type { Bill } from "../domain/bill.js";
import { findAgreements } from "../persistence/collection-agreements.js";
import { maskedNames } from "../persistence/students.js";

/** The agreement that a bill was issued under. */
export async function agreementOfBill(context: PaymentsContext, bill: Bill): Promise<AgreementTerms> {
  const agreement = await batched(context, agreementsById, bill.issuerId);
  if (!agreement) throw new Error(`The bill ${bill.id} has no collection agreement.`);
  return agreement;
}

const agreementsById = defineBatch<string, AgreementTerms, PaymentsServices>(({ em }, ids) =>
  findAgreements(em, ids),
);

/** A student's masked name, as roster last told it. */
export function maskedNameOf(context: PaymentsContext, studentId: string): Promise<string | null> {
  return batched(context, namesById, studentId);
}

const namesById = defineBatch<string, string, PaymentsServices>(async (context, ids) => {
  const names = await loadShared(context, namesOfAll, ids);
  return new Map(ids.flatMap((id, index) => (names[index] ? [[id, names[index]]] : [])));
});

const namesOfAll = defineSharedBatch<string, string | undefined>(async (em, ids) => {
  const names = await maskedNames(em, [...new Set(ids)]);
  return ids.map((id) => names.get(id));
});
