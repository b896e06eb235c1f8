import { useCatalogue } from "@campus-graph/ui/words/language";
import { issueWords } from "../../words/issue";
import { seatOf } from "../bills/bill-columns";
import type { StudentIndex } from "../students/student-index";
import type { Preview, Warning } from "./use-preview";

/** The names that are read at once; the list beneath has all of them. */
const mostNamed = 8;

/** What is odd: sentences about the whole, and how many students each of the others is about. */
export function PreviewOdd({
  preview: { rows, isWhole },
  warnings,
  justBilled,
  isAgain,
  onAgain,
  index,
}: {
  preview: Preview;
  warnings: readonly Warning[];
  justBilled: number;
  isAgain: boolean;
  onAgain(isAgain: boolean): void;
  index: StudentIndex;
}) {
  const { check } = useCatalogue(issueWords);
  const byCode = new Map<string, { message: string; studentIds: string[] }>();
  for (const { student, warnings } of rows)
    for (const { code, message } of warnings) {
      const of = byCode.get(code) ?? { message, studentIds: [] };
      of.studentIds.push(student.id);
      byCode.set(code, of);
    }
  if (warnings.length + byCode.size === 0) return isWhole ? <p className="fine">{check.nothingOdd}</p> : null;
  const nameOf = (id: string) => `${index.byId.get(id)?.name ?? ""}（${seatOf(id, index)}）`;
  return (
    <section className="beside odd" aria-label={check.odd}>
      <h3>{check.odd}</h3>
      <ul>
        {warnings.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
        {[...byCode].map(([code, { message, studentIds }]) => (
          <li key={code}>
            <strong>{check.oddCount(studentIds.length)}</strong> {check.warnings[code] ?? message}
            {studentIds.length <= mostNamed && `：${studentIds.map(nameOf).join("、")}`}
          </li>
        ))}
      </ul>
      {justBilled > 0 && (
        <label className="check">
          <input type="checkbox" checked={isAgain} onChange={() => onAgain(!isAgain)} />
          {check.again(justBilled)}
        </label>
      )}
    </section>
  );
}
