import { PreviewBillsDocument, type PreviewBillsQuery } from "@campus-graph/clients/generated/operations";
import { type Failure, failureOf } from "@campus-graph/ui/graph/failure";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useEffect, useState } from "react";
import { inputOf, type Plan } from "./plan";

export type PreviewRow = PreviewBillsQuery["previewBills"]["rows"][number];
export type Warning = PreviewBillsQuery["previewBills"]["warnings"][number];

/** What a plan would do, as far as the graph has said so. */
export interface Preview {
  rows: readonly PreviewRow[];
  /** Each sentence once, whichever batch it is about. */
  warnings: readonly Warning[];
  /** Of the batches so far, each as the graph summed it. */
  total: number;
  isWhole: boolean;
}

const nothing: Preview = { rows: [], warnings: [], total: 0, isWhole: false };

export function usePreview(plan: Plan) {
  const connection = useConnection();
  const [preview, setPreview] = useState(nothing);
  const [failure, setFailure] = useState<Failure>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further round asks the same once more.
  useEffect(() => {
    let isLeft = false;
    const read = async () => {
      let sofar = nothing;
      for (const batch of plan.batches) {
        const { previewBills } = await connection.query(PreviewBillsDocument, {
          input: inputOf(plan, batch),
        });
        if (isLeft) return;
        const known = new Set(sofar.warnings.map(({ message }) => message));
        sofar = {
          rows: [...sofar.rows, ...previewBills.rows],
          warnings: [
            ...sofar.warnings,
            ...previewBills.warnings.filter(({ message }) => !known.has(message)),
          ],
          total: sofar.total + previewBills.total,
          isWhole: false,
        };
        setPreview(sofar);
      }
      setPreview({ ...sofar, isWhole: true });
    };
    setFailure(undefined);
    read().catch((error) => !isLeft && setFailure(failureOf(error)));
    return () => {
      isLeft = true;
    };
  }, [connection, plan, round]);
  return { preview, failure, again: () => setRound((before) => before + 1) };
}
