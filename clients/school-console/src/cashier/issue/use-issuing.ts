import type { Connection } from "@campus-graph/clients/connect";
import { IssueBillsDocument } from "@campus-graph/clients/generated/operations";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useAct } from "@campus-graph/ui/graph/use-act";
import { amountOfBatch, type Batch, inputOf, type Plan, type Row, withRows } from "./plan";

/**
 * Sends what of a plan has no answer yet, batch after batch, and keeps each answer at once. A batch that was sent before,
 * and whose answer was lost, is sent under the same key: the graph then answers what it did.
 */
export function useIssuing(onChange: (plan: Plan) => void) {
  const connection = useConnection();
  return useAct(async (plan: Plan) => {
    let sofar = plan;
    for (const batch of plan.batches) {
      if (batch.rows) continue;
      sofar = withRows(sofar, batch.key, await issue(connection, plan, batch));
      onChange(sofar);
    }
    return sofar;
  });
}

async function issue(connection: Connection, plan: Plan, batch: Batch): Promise<Row[]> {
  const { issueBills } = await connection.mutate(IssueBillsDocument, { input: inputOf(plan, batch) });
  const amount = amountOfBatch(batch);
  return issueBills.results.map(({ studentId, ok, refusal }) => ({
    studentId,
    amount,
    isIssued: ok,
    code: refusal?.code ?? null,
    message: refusal?.message ?? null,
  }));
}
