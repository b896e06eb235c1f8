import { VoidBillDocument } from "@campus-graph/clients/generated/operations";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import type { ChangeProps } from "./change-bill";
import { ReasonPart } from "./reason-part";

/** The bill is taken back. */
export function VoidForm({ bill, onDone, onCancel }: ChangeProps) {
  const mutate = useMutate();
  const act = useAct(async (reason: string) => {
    const { voidBill } = await mutate(VoidBillDocument, { input: { billId: bill.id, reason } });
    onDone(voidBill.id);
  });
  return <ReasonPart change="VOID" act={act} onCancel={onCancel} />;
}
