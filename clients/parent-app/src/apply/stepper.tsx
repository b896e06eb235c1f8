import { useCatalogue } from "@campus-graph/ui/words/language";
import { applyWords } from "../words/apply";

/** 1 — 2 — 3 — 4: where one is, and what comes. */
export function Stepper({ step }: { step: 1 | 2 | 3 | 4 }) {
  const words = useCatalogue(applyWords);
  return (
    <>
      <p className="visually-hidden">{words.stepOf(step)}</p>
      <ol className="stepper" aria-hidden="true">
        {words.steps.map((name, at) => (
          <li key={name} className={at + 1 < step ? "is-done" : at + 1 === step ? "is-here" : ""}>
            <span className="number">{at + 1}</span>
            <span className="name">{name}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
