import { Button, ButtonLink } from "@campus-graph/ui/components/button";
import { Icon } from "@campus-graph/ui/components/icon";
import { csvOf } from "@campus-graph/ui/export/csv";
import { download } from "@campus-graph/ui/export/download";
import { formatMoney } from "@campus-graph/ui/format/money";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { issueWords } from "../../words/issue";
import { seatOf } from "../bills/bill-columns";
import { addressOf } from "../bills/filter";
import { useStudents } from "../students/students";
import { FocusedHeading } from "./focused-heading";
import { type Plan, planRetry, type Row, rowsOf } from "./plan";

const newKey = () => crypto.randomUUID();

/** What came of an issue, row by row; who was refused, why, and a retry of those alone. */
export function ResultPart({
  plan,
  onPlan,
  onAnew,
}: {
  plan: Plan;
  onPlan(plan: Plan): void;
  onAnew(): void;
}) {
  const { result: words, check } = useCatalogue(issueWords);
  const { data: index } = useStudents();
  const rows = rowsOf(plan);
  const issued = rows.filter(({ isIssued }) => isIssued);
  const refused = rows.filter(({ isIssued }) => !isIssued);
  const isJustBilled = ({ code }: Row) => code === "ALREADY_BILLED";
  const justBilled = refused.filter(isJustBilled).length;
  const others = refused.length - justBilled;
  const nameOf = ({ studentId }: Row) => index?.byId.get(studentId)?.name ?? "";
  const save = () =>
    download(
      `issued-${plan.dueDate}.csv`,
      csvOf([
        [check.columns.seat, check.columns.student, check.columns.amount, words.outcome],
        ...rows.map((row) => [
          seatOf(row.studentId, index),
          nameOf(row),
          row.amount,
          row.isIssued ? words.ok : (row.message ?? row.code ?? ""),
        ]),
      ]),
    );
  return (
    <section className="running">
      <FocusedHeading>{words.title}</FocusedHeading>
      <p className="big">
        {words.issued(issued.length, formatMoney(issued.reduce((sum, { amount }) => sum + amount, 0)))}
      </p>
      {issued.length > 0 && <p className="hint">{words.told}</p>}
      {refused.length > 0 && (
        <>
          <h3>{words.refused(refused.length)}</h3>
          <div className="rows-box">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{check.columns.seat}</th>
                  <th scope="col">{check.columns.student}</th>
                  <th scope="col">{words.reason}</th>
                </tr>
              </thead>
              <tbody>
                {refused.map((row) => (
                  <tr key={row.studentId}>
                    <td>{seatOf(row.studentId, index)}</td>
                    <td>{nameOf(row)}</td>
                    <td>{check.warnings[row.code ?? ""] ?? row.message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="row">
            {others > 0 && (
              <Button
                kind="quiet"
                onClick={() => onPlan(planRetry(plan, (row) => !isJustBilled(row), plan.again, newKey))}
              >
                {words.retry(others)}
              </Button>
            )}
            {justBilled > 0 && (
              <Button kind="quiet" onClick={() => onPlan(planRetry(plan, isJustBilled, true, newKey))}>
                {words.again(justBilled)}
              </Button>
            )}
          </div>
        </>
      )}
      <div className="row">
        <ButtonLink kind="quiet" to={addressOf({ title: plan.title })}>
          {words.see}
        </ButtonLink>
        <Button kind="quiet" onClick={save}>
          <Icon name="save" />
          {words.csv}
        </Button>
        <Button onClick={onAnew}>{words.anew}</Button>
      </div>
    </section>
  );
}
