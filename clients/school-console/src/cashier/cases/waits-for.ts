import type { PaymentCasesQuery } from "@campus-graph/clients/generated/operations";
import type { caseWords } from "../../words/cases";

export type ListedCase = PaymentCasesQuery["paymentCases"]["edges"][number]["node"];

/** For what a case waits, the most urgent first. */
export function waitsFor(of: ListedCase): keyof (typeof caseWords)["en"]["waits"] {
  if (of.closedAt) return "closed";
  if (of.refunds.some(({ state, mine }) => state === "PROPOSED" && !mine)) return "mine";
  if (of.refunds.some(({ state }) => state === "PROPOSED")) return "approval";
  if (of.heldAt) return "held";
  if (of.open > 0) return "open";
  return of.account ? "bank" : "account";
}
