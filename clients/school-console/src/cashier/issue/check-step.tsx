import { Button } from "@campus-graph/ui/components/button";
import { FailureMessage } from "@campus-graph/ui/components/loaded";
import { formatDay } from "@campus-graph/ui/format/dates";
import { formatMoney } from "@campus-graph/ui/format/money";
import { VirtualTable } from "@campus-graph/ui/table/virtual-table";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useMemo, useRef } from "react";
import { cashierWords } from "../../words/cashier";
import { issueWords } from "../../words/issue";
import { issueChannelWords } from "../../words/issue-channels";
import type { StepProps } from "./issue-page";
import { type Plan, progressOf } from "./plan";
import { previewColumns } from "./preview-columns";
import { PreviewOdd } from "./preview-odd";
import { StepForm } from "./step-form";
import { usePreview } from "./use-preview";

/** What it will be: in sum, per child, and what is odd about it. */
export function CheckStep({ draft, index, change, go, plan }: StepProps & { plan: Plan }) {
  const words = useCatalogue(issueWords);
  const { check } = words;
  const ways = useCatalogue(issueChannelWords);
  const { channels } = useCatalogue(cashierWords);
  const { language } = useLanguage();
  const { preview, failure, again } = usePreview(plan);
  const { rows, total, warnings, isWhole } = preview;
  const { total: count } = progressOf(plan);
  const has = (code: string) => rows.filter((row) => row.warnings.some((warning) => warning.code === code));
  const justBilled = plan.again ? 0 : has("ALREADY_BILLED").length;
  const bills = rows.length - justBilled - has("STUDENT_NOT_AT_SCHOOL").length;
  // Asked to bill them again, the graph warns of them no more.
  const warnedOf = useRef(0);
  if (isWhole && !plan.again) warnedOf.current = justBilled;
  const columns = useMemo(() => previewColumns(check, index), [check, index]);
  const start = () => bills > 0 && change({ plan: { ...plan, isStarted: true } });
  return (
    <StepForm
      step="CHECK"
      onNext={() => undefined}
      onBack={() => go("WHEN")}
      next={
        // No Enter in a field comes as far as this: it is pressed by whoever means it.
        <Button isBusy={!isWhole && !failure} disabled={isWhole && bills === 0} onClick={start}>
          {check.issue(isWhole ? bills : count)}
        </Button>
      }
    >
      <section className="paper summary">
        <h3>{draft.title}</h3>
        <p className="big" role="status">
          {isWhole ? check.summary(bills, formatMoney(total)) : check.reading(rows.length, count)}
        </p>
        <dl className="facts">
          <div>
            <dt>{check.items}</dt>
            <dd>
              {draft.isPerChild
                ? draft.items[0]?.name
                : plan.batches[0]?.items
                    .map(({ name, amount }) => `${name} ${formatMoney(amount)}`)
                    .join("、")}
            </dd>
          </div>
          <div>
            <dt>{check.due}</dt>
            <dd>{formatDay(plan.dueDate, language)}</dd>
          </div>
          {plan.channels && (
            <div>
              <dt>{ways.label}</dt>
              <dd>{plan.channels.map((channel) => channels[channel] ?? channel).join("、")}</dd>
            </div>
          )}
        </dl>
      </section>
      {failure && <FailureMessage failure={failure} again={again} />}
      <PreviewOdd
        preview={preview}
        justBilled={warnedOf.current || (plan.again ? has("BILLED_BEFORE").length : 0)}
        isAgain={plan.again}
        onAgain={(isAgain) => change({ plan: { ...plan, again: isAgain } })}
        index={index}
        warnings={warnings}
      />
      <h3>{check.list}</h3>
      <VirtualTable
        label={check.list}
        columns={columns}
        rows={rows}
        keyOf={({ student }) => student.id}
        className="short"
      />
    </StepForm>
  );
}
