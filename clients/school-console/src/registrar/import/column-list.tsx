import { useCatalogue } from "@campus-graph/ui/words/language";
import { importWords, sheetColumns } from "../../words/import";
import { headerRow } from "./sheet-places";
import type { Import } from "./use-import";

/** Each title, what it was taken for, and another choice; the graph reads the sheet anew with what was chosen. */
export function ColumnList({ sheets: { sheet, plan, change } }: { sheets: Import }) {
  const words = useCatalogue(importWords);
  const header = headerRow(sheet!.rows, plan!.columns);
  const meanings = new Map(plan!.columns.map(({ title, means }) => [title, means]));
  return (
    <section>
      <h2>{words.columns}</h2>
      <ul className="columns">
        {sheet!.rows[header]!.map((title, at) => {
          const means = meanings.get(title) ?? (sheetColumns.includes(title) ? title : "");
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            <li key={at} className={means ? undefined : "unknown"}>
              <label>
                <span>{title || words.noTitle(at + 1)}</span>
                <select value={means} onChange={(event) => change(header, at, event.target.value)}>
                  <option value="">{words.notRead}</option>
                  {sheetColumns.map((column) => (
                    <option key={column} value={column}>
                      {column}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
