import { ApproveRefundDocument, RejectRefundDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useWithSecondFactor } from "@campus-graph/ui/graph/second-factor";
import { useAct } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { caseWords } from "../../words/cases";
import type { CaseRefund } from "./case-page";

/** Another cashier's proposal is approved or rejected, one's own taken back. */
export function DecideRefund({ refund, onChanged }: { refund: CaseRefund; onChanged(): void }) {
  const words = useCatalogue(caseWords);
  const connection = useConnection();
  const withSecondFactor = useWithSecondFactor();
  const [isRejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState("");
  const approve = useAct(async () => {
    const input = { refundId: refund.id };
    await withSecondFactor(() => connection.mutate(ApproveRefundDocument, { input }));
    onChanged();
  });
  const reject = useAct(async () => {
    await connection.mutate(RejectRefundDocument, { input: { refundId: refund.id, reason } });
    onChanged();
  });
  const no = refund.mine ? words.takeBack : words.reject;
  return (
    <div className="change-form">
      {refund.mine && <p>{words.own}</p>}
      {isRejecting ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== "") void reject.run();
          }}
        >
          <Field
            label={words.reason}
            hint={words.reasonHint}
            value={reason}
            maxLength={200}
            onChange={({ target }) => setReason(target.value)}
          />
          <div className="row">
            <Button type="submit" kind="danger" isBusy={reject.isRunning}>
              {no}
            </Button>
            <Button kind="quiet" onClick={() => setRejecting(false)}>
              {words.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <div className="row">
          {!refund.mine && (
            <Button isBusy={approve.isRunning} onClick={() => void approve.run()}>
              {words.approve}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setRejecting(true)}>
            {no}
          </Button>
        </div>
      )}
      <FailureAlert failure={approve.failure ?? reject.failure} />
    </div>
  );
}
