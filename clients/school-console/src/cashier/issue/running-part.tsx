import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useEffect, useRef } from "react";
import { issueWords } from "../../words/issue";
import { FocusedHeading } from "./focused-heading";
import { amountOfBatch, type Plan, progressOf } from "./plan";
import { useIssuing } from "./use-issuing";

/** Nobody knows whether these came: only the graph does, by the same key. */
const unsure = new Set(["UNREACHABLE", "OFFLINE", "MISHAP", "TRY_AGAIN", "SUBGRAPH_UNAVAILABLE", "INTERNAL"]);

/** How far an issue has come; after a cut or a reload, the way on. */
export function RunningPart({
  plan,
  isFresh,
  onPlan,
}: {
  plan: Plan;
  /** Begun just now it runs by itself; found unfinished after a reload it waits to be told. */
  isFresh: boolean;
  onPlan(plan: Plan): void;
}) {
  const { run: words, result } = useCatalogue(issueWords);
  const issuing = useIssuing(onPlan);
  const { done, total } = progressOf(plan);
  const { run, failure } = issuing;
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current || !isFresh) return;
    hasBegun.current = true;
    void run(plan);
  }, [isFresh, plan, run]);
  const giveUp = () =>
    onPlan({
      ...plan,
      batches: plan.batches.map((batch) =>
        batch.rows ? batch : { ...batch, rows: leftOut(batch, result.notSent) },
      ),
    });
  const isRunning = issuing.isRunning;
  return (
    <section className="running">
      <FocusedHeading>{isRunning ? words.title : words.stopped}</FocusedHeading>
      <progress max={total} value={done} aria-label={words.title} />
      <p className="big" role="status">
        {isRunning ? words.progress(done, total) : words.cut(done, total)}
      </p>
      <p className="hint">{isRunning ? words.leave : words.cutHint}</p>
      <FailureAlert failure={failure} />
      {!isRunning && (
        <div className="row">
          {failure && !unsure.has(failure.code) && (
            <Button kind="quiet" onClick={giveUp}>
              {words.giveUp}
            </Button>
          )}
          <Button onClick={() => void run(plan)}>{words.goOn}</Button>
        </div>
      )}
    </section>
  );
}

function leftOut(batch: Plan["batches"][number], message: string) {
  const amount = amountOfBatch(batch);
  return batch.studentIds.map((studentId) => ({
    studentId,
    amount,
    isIssued: false,
    code: "NOT_SENT",
    message,
  }));
}
