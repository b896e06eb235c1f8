import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { BillHistoryEntry } from "../domain/bill-history.js";
import { historiesOf } from "../persistence/bill-history.js";

/** What happened to a bill so far, oldest first. */
export async function historyOf(context: PaymentsContext, { id }: Bill): Promise<BillHistoryEntry[]> {
  return (await batched(context, histories, id)) ?? [];
}

const histories = defineBatch<string, BillHistoryEntry[], PaymentsServices>(({ em, clock }, ids) =>
  historiesOf(em, ids, clock.now()),
);
