import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { issueWords, type Step } from "../../words/issue";
import { shellWords } from "../../words/shell";
import { useCashiersSchool } from "../school";
import type { StudentIndex } from "../students/student-index";
import { useStudents } from "../students/students";
import { CheckStep } from "./check-step";
import { chosenStudents, type IssueDraft } from "./draft";
import { planIssue, progressOf } from "./plan";
import { ResultPart } from "./result-part";
import { RunningPart } from "./running-part";
import { useIssueDraft } from "./use-issue-draft";
import { WhatStep } from "./what-step";
import { WhenStep } from "./when-step";
import { WhomStep } from "./whom-step";

/** What every step is given. */
export interface StepProps {
  draft: IssueDraft;
  index: StudentIndex;
  change(changes: Partial<IssueDraft>): void;
  go(step: Step): void;
}

/** Billing in four steps, then its progress and what came of it. A reload goes on where it was. */
export function IssuePage() {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(issueWords);
  const students = useStudents();
  const { draft, change, drop } = useIssueDraft();
  const { code } = useCashiersSchool();
  const [foundKey] = useState(() => (draft.plan?.isStarted ? draft.plan.batches[0]?.key : undefined));
  return (
    <Page title={words.title} app={app}>
      <Loaded of={students}>
        {(index) => {
          const { plan, step } = draft;
          if (plan?.isStarted)
            return progressOf(plan).isDone ? (
              <ResultPart plan={plan} onPlan={(plan) => change({ plan })} onAnew={drop} />
            ) : (
              <RunningPart
                key={plan.batches[0]?.key}
                plan={plan}
                isFresh={plan.batches[0]?.key !== foundKey}
                onPlan={(plan) => change({ plan })}
              />
            );
          const go = (step: Step) =>
            change({
              step,
              // From here on its batches have the keys under which they will be issued.
              plan:
                step === "CHECK"
                  ? planIssue(draft, code, chosenStudents(draft, index), () => crypto.randomUUID())
                  : null,
            });
          const props = { draft, index, change, go };
          if (step === "CHECK" && plan) return <CheckStep {...props} plan={plan} />;
          if (step === "WHAT") return <WhatStep {...props} />;
          if (step === "WHEN") return <WhenStep {...props} />;
          return <WhomStep {...props} />;
        }}
      </Loaded>
    </Page>
  );
}
