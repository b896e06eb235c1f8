import { hasRole } from "@campus-graph/kit/auth/viewer";
import { isId } from "@campus-graph/kit/sql/id";
import type { PaymentsContext } from "../context.js";
import type { SettlementException } from "../domain/settlement.js";
import { findException } from "../persistence/settlement-exceptions.js";

/** As commands of the operator name themselves; no token does. */
const operator = "operator";

/** An exception, for the cashiers of its school and for the operator. For everybody else it is not there. */
export async function seeException(
  context: PaymentsContext,
  id: string,
): Promise<SettlementException | null> {
  const found = isId(id) ? await findException(context.em, id) : null;
  if (!found) return null;
  const { viewer } = context;
  return isOperator(context) || hasRole(viewer, "CASHIER", found.schoolCode) ? found : null;
}

/** A command of the operator comes signed, without a person. */
export function isOperator({ viewer }: PaymentsContext): boolean {
  return viewer.clientId === operator && viewer.subject === null && viewer.session === null;
}
