import { useCatalogue } from "@campus-graph/ui/words/language";
import { importWords } from "../words/import";
import type { StaffImport, StaffPlan, StaffProblem } from "./use-staff-import";

/** What is wrong, each beside its cell, which is corrected right here. */
export function StaffProblems({ sheets, plan }: { sheets: StaffImport; plan: StaffPlan }) {
  const words = useCatalogue(importWords);
  const { problems } = plan;
  if (problems.length === 0) return <p className="fine">{words.noProblem}</p>;
  return (
    <section>
      <h2>{words.problems(problems.length)}</h2>
      <div className="table-wrap">
        <table className="problems">
          <thead>
            <tr>
              {[words.line, words.column, words.cell, words.what].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {problems.map((problem) => (
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

function ProblemLine({ problem, sheets }: { problem: StaffProblem; sheets: StaffImport }) {
  const words = useCatalogue(importWords);
  const { line, column, code, message } = problem;
  const { rows } = sheets.sheet!;
  const at = column === null ? -1 : rows[0]!.indexOf(column);
  // The titles' own row is corrected too, where the graph names the title as it stands there.
  const hasCell = at >= 0 && rows[line - 1] !== undefined;
  return (
    <tr className="severity-error" data-code={code}>
      <th scope="row">{line}</th>
      <td>{column}</td>
      <td>
        {hasCell && (
          <input
            aria-label={words.cellOf(line, column ?? "")}
            value={rows[line - 1]![at] ?? ""}
            aria-invalid
            onChange={(event) => sheets.change(line - 1, at, event.target.value)}
          />
        )}
      </td>
      <td>{message}</td>
    </tr>
  );
}
