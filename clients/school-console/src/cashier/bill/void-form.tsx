import { VoidBillDocument } from "@campus-graph/clients/generated/operations";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useAct } from "@campus-graph/ui/graph/use-act";
import type { ChangeProps } from "./change-bill";
import { ReasonPart } from "./reason-part";

/** The bill is taken back. */
export function VoidForm({ bill, onDone, onCancel }: ChangeProps) {
  const connection = useConnection();
  const act = useAct(async (reason: string) => {
    const { voidBill } = await connection.mutate(VoidBillDocument, { input: { billId: bill.id, reason } });
    onDone(voidBill.id);
  });
  return <ReasonPart change="VOID" act={act} onCancel={onCancel} />;
}
