import { useCatalogue } from "@campus-graph/ui/words/language";
import { reviewWords } from "../words/review";

/** Which keys do what while a line has the focus. Closed where fingers do it, who have no keys. */
export function KeysHelp() {
  const { keys } = useCatalogue(reviewWords);
  return (
    <details className="keys" open={!window.matchMedia("(pointer: coarse)").matches}>
      <summary>{keys.title}</summary>
      <dl>
        {keys.rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
