import { useCatalogue } from "@campus-graph/ui/words/language";
import { importWords } from "../../words/import";
import type { Plan } from "./use-import";

/** Who would come, change, move and leave, by name, before anything is done. */
export function PlanView({ plan }: { plan: Plan }) {
  const words = useCatalogue(importWords);
  if (plan.problems.some(({ severity }) => severity === "ERROR"))
    return <p className="hint">{words.noPlanYet}</p>;
  const parts = [
    { of: words.coming, count: plan.added, names: plan.coming },
    { of: words.changing, count: plan.changed, names: plan.changing },
    { of: words.moving, count: plan.moved, names: plan.moving },
    { of: words.leaving, count: plan.left, names: plan.leaving },
  ];
  return (
    <section>
      <h2>{words.plan}</h2>
      {plan.newClasses.length > 0 && <p>{words.newClasses(plan.newClasses.join("、"))}</p>}
      {plan.endingClasses.length > 0 && <p>{words.endingClasses(plan.endingClasses.join("、"))}</p>}
      <div className="plan">
        {parts.map(({ of, count, names }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and so must without a mouse.
          <section key={of} aria-label={of} tabIndex={0}>
            <h3>
              {of} <strong>{count}</strong>
            </h3>
            <ul>
              {names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
