import { useCatalogue } from "@campus-graph/ui/words/language";
import { importWords } from "../../words/import";
import { headerRow, placeOf } from "./sheet-places";
import type { Import, Problem } from "./use-import";

const weight = { ERROR: 0, CONFIRMATION: 1, NOTE: 2 } as const;

/** What is wrong, each beside its cell, which is corrected right here; what is asked, to be ticked. */
export function ProblemTable({ sheets }: { sheets: Import }) {
  const words = useCatalogue(importWords);
  const { problems, problemCount } = sheets.plan!;
  if (problems.length === 0) return <p className="fine">{words.noProblem}</p>;
  const sorted = problems.toSorted((one, other) => weight[one.severity] - weight[other.severity]);
  return (
    <section>
      <h2>{words.problems(problemCount)}</h2>
      {problemCount > problems.length && <p className="hint">{words.firstOnly(problems.length)}</p>}
      <div className="table-wrap">
        <table className="problems">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.cell}</th>
              <th scope="col">{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((problem) => (
              <ProblemLine
                key={`${problem.line} ${problem.column} ${problem.code}`}
                problem={problem}
                sheets={sheets}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ProblemLine({ problem, sheets }: { problem: Problem; sheets: Import }) {
  const words = useCatalogue(importWords);
  const { line, column, code, severity, message, confirmation } = problem;
  const { rows } = sheets.sheet!;
  const { columns, left } = sheets.plan!;
  const header = headerRow(rows, columns);
  const place = placeOf(problem, rows, header, columns);
  const nameTitle = columns.find(({ means }) => means === "姓名")?.title;
  const name = rows[line - 1]?.[rows[header]!.indexOf(nameTitle ?? "")] ?? "";
  const { confirmed } = sheets;
  return (
    <tr className={`severity-${severity.toLowerCase()}`} data-code={code}>
      <th scope="row">{line}</th>
      <td>{line - 1 > header ? name : ""}</td>
      <td>{column}</td>
      <td>
        {place && (
          <input
            aria-label={words.cellOf(line, column ?? "")}
            value={rows[place.row]![place.column] ?? ""}
            aria-invalid={severity === "ERROR" || undefined}
            onChange={(event) => sheets.change(place.row, place.column, event.target.value)}
          />
        )}
      </td>
      <td>
        {message}
        {severity === "CONFIRMATION" && (
          <label className="note same-person">
            <input
              type="checkbox"
              checked={confirmation ? confirmed.problems.has(confirmation) : confirmed.leavers === left}
              onChange={(event) => sheets.confirm(problem, event.target.checked, left)}
            />
            {confirmation ? words.asItShould : words.leaversAsTheyShould(left)}
          </label>
        )}
      </td>
    </tr>
  );
}
