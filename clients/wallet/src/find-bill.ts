import { createHash } from "node:crypto";
import type { Connection } from "@campus-graph/clients/connect";
import { PayableBillDocument, type PayableBillQuery } from "@campus-graph/clients/generated/operations";
import { WalletRefusal } from "./refusal.js";

export type Bill = NonNullable<PayableBillQuery["billByAccountNumber"]>;

/** The bill of a number. The payer is named to the city by a digest: misses are counted for each, and it learns no more. */
export async function findBill(graph: Connection, payer: string, accountNumber: string): Promise<Bill> {
  const payerReference = createHash("sha256").update(payer).digest("base64url");
  const { billByAccountNumber: bill } = await graph.query(PayableBillDocument, {
    accountNumber,
    payerReference,
  });
  if (!bill) throw new WalletRefusal("BILL_NOT_FOUND");
  return bill;
}
