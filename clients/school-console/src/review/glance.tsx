import { useCatalogue } from "@campus-graph/ui/words/language";
import { reviewWords } from "../words/review";
import { type Row, type State, stateOf } from "./rows";

export type Filter = "all" | State;

const states = ["waiting", "bound", "none"] as const;

/** The class in one line: how many children wait, are bound, have not applied. Each is also a way to see only those. */
export function Glance({
  rows,
  filter,
  onFilter,
}: {
  rows: readonly Row[];
  filter: Filter;
  onFilter(filter: Filter): void;
}) {
  const { glance } = useCatalogue(reviewWords);
  const counts = { all: rows.length, waiting: 0, bound: 0, none: 0 };
  for (const row of rows) counts[stateOf(row)]++;
  return (
    <fieldset className="glance">
      <legend className="visually-hidden">{glance.label}</legend>
      <svg
        className="share"
        viewBox={`0 0 ${Math.max(1, rows.length)} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {states.map((state, at) => {
          const before = states.slice(0, at).reduce((sum, each) => sum + counts[each], 0);
          return (
            <rect key={state} className={`is-${state}`} x={before} y="0" width={counts[state]} height="1" />
          );
        })}
      </svg>
      {(["all", ...states] as const).map((each) => (
        <button key={each} type="button" aria-pressed={filter === each} onClick={() => onFilter(each)}>
          <span className={`dot is-${each}`} aria-hidden="true" />
          {glance[each]} <strong>{counts[each]}</strong>
        </button>
      ))}
    </fieldset>
  );
}
