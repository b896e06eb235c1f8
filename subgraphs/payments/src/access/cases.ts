import { hasRole } from "@campus-graph/kit/auth/viewer";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { isId } from "@campus-graph/kit/sql/id";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import type { PaymentCase } from "../domain/payment-case.js";
import type { Refund } from "../domain/refund.js";
import { findCases, findRefunds } from "../persistence/payment-cases.js";
import { seesStudent } from "./bills.js";

/** A case, for the cashiers of its school. For everybody else it is as if it did not exist. */
export async function seeCase(context: PaymentsContext, id: string): Promise<PaymentCase | null> {
  const found = await batched(context, casesById, id);
  return found && hasRole(context.viewer, "CASHIER", found.schoolCode) ? found : null;
}

/** A case, for whoever is bound to its student: it is their money. */
export async function seeOwnCase(context: PaymentsContext, id: string): Promise<PaymentCase | null> {
  const found = await batched(context, casesById, id);
  return found && (await seesStudent(context, found.studentId)) ? found : null;
}

export interface SeenRefund {
  refund: Refund;
  of: PaymentCase;
}

/** A refund with its case, for the cashiers of its school. */
export async function seeRefund(context: PaymentsContext, id: string): Promise<SeenRefund | null> {
  const refund = await batched(context, refundsById, id);
  const of = refund && (await seeCase(context, refund.caseId));
  return refund && of ? { refund, of } : null;
}

const casesById = defineBatch<string, PaymentCase, PaymentsServices>(({ em }, ids) =>
  findCases(em, ids.filter(isId)),
);
const refundsById = defineBatch<string, Refund, PaymentsServices>(({ em }, ids) =>
  findRefunds(em, ids.filter(isId)),
);
