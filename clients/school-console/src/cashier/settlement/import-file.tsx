import {
  ImportSettlementDocument,
  type ImportSettlementMutation,
} from "@campus-graph/clients/generated/operations";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { formatDay } from "@campus-graph/ui/format/dates";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useWithSecondFactor } from "@campus-graph/ui/graph/second-factor";
import { useAct } from "@campus-graph/ui/graph/use-act";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useId, useState } from "react";
import { settlementWords } from "../../words/settlement";
import { useCashiersSchool } from "../school";

/** What the graph takes in one request. */
const largestBytes = 256 * 1024;

/** A file is booked as soon as it is chosen: again does no harm. */
export function ImportFile({ onDone }: { onDone(): void }) {
  const words = useCatalogue(settlementWords);
  const { language } = useLanguage();
  const { code } = useCashiersSchool();
  const connection = useConnection();
  const withSecondFactor = useWithSecondFactor();
  const [isTooLarge, setTooLarge] = useState(false);
  const [done, setDone] = useState<ImportSettlementMutation["importSettlement"]>();
  const id = useId();
  const act = useAct(async (file: File) => {
    setDone(undefined);
    setTooLarge(file.size > largestBytes);
    if (file.size > largestBytes) return;
    const input = { schoolCode: code, content: await file.text() };
    const { importSettlement } = await withSecondFactor(() =>
      connection.mutate(ImportSettlementDocument, { input }),
    );
    setDone(importSettlement);
    onDone();
  });
  return (
    <div className="field">
      <label htmlFor={id}>{words.choose}</label>
      <p className="hint" id={`${id}-hint`}>
        {words.chooseHint}
      </p>
      <input
        id={id}
        type="file"
        accept=".csv,.txt,.dat"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void act.run(file);
          // The same file may be chosen again.
          target.value = "";
        }}
      />
      <p role="status">
        {act.isRunning && words.running}
        {isTooLarge && words.tooLarge}
        {done &&
          words.done(done.partnerId, formatDay(done.day, language), done.lines, done.totals.openExceptions)}
      </p>
      <FailureAlert failure={act.failure} />
    </div>
  );
}
