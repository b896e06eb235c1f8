import { formatDayInTable, taipeiDayOf } from "@campus-graph/ui/format/dates";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { importWords } from "../words/import";
import { shellWords } from "../words/shell";
import { staffWords } from "../words/staff";
import { staffImportWords } from "../words/staff-import";
import type { RoleName } from "./roles";
import type { StaffPlan } from "./use-staff-import";

/** What would become of every line, before anything is done. */
export function StaffPlanTable({ plan: { lines } }: { plan: StaffPlan }) {
  const words = useCatalogue(staffImportWords);
  const { line } = useCatalogue(importWords);
  const { who, role, from, until, withoutEnd } = useCatalogue(staffWords);
  const { room } = useCatalogue(shellWords);
  const { language } = useLanguage();
  const today = taipeiDayOf(new Date().toISOString());
  return (
    <section>
      <h2>{words.plan(lines.length)}</h2>
      <div className="table-wrap">
        <table className="staff">
          <thead>
            <tr>
              {[line, who, role, from, until, words.outcome].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((each) => (
              <tr key={each.line}>
                <td>{each.line}</td>
                <th scope="row">
                  {each.name}
                  <br />
                  <small>{each.email}</small>
                </th>
                <td>{room[each.role as RoleName]}</td>
                <td>{formatDayInTable(each.from ?? today, language)}</td>
                <td>{each.until ? formatDayInTable(each.until, language) : withoutEnd}</td>
                <td>{words.outcomes[each.outcome]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
