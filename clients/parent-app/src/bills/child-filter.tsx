import type { HomeQuery } from "@campus-graph/clients/generated/operations";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { billWords } from "../words/bills";
import { shellWords } from "../words/shell";

type Student = NonNullable<HomeQuery["myBindings"][number]["student"]>;

/** The children, each with a red number of bills to pay. */
export function ChildFilter({
  students,
  chosen,
  onChoose,
}: {
  students: readonly Student[];
  chosen: string | undefined;
  onChoose(id: string | undefined): void;
}) {
  const words = useCatalogue(billWords);
  return (
    <fieldset className="children">
      <legend className="visually-hidden">{words.children}</legend>
      {students.length > 1 && (
        <label className="child all">
          <input
            type="radio"
            name="child"
            checked={chosen === undefined}
            onChange={() => onChoose(undefined)}
          />
          <span className="child-card">{words.allChildren}</span>
        </label>
      )}
      {students.map(({ id, name, maskedName, school, schoolClass, unpaidBillCount }) => (
        <label key={id} className="child">
          <input
            type="radio"
            name="child"
            checked={chosen === id || students.length === 1}
            onChange={() => onChoose(id)}
          />
          <span className="child-card">
            <strong>{name ?? maskedName}</strong>
            <small>{[school?.name.replace(/^市立/, ""), schoolClass?.name].filter(Boolean).join(" ")}</small>
            <Count of={unpaidBillCount ?? 0} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Count({ of: count }: { of: number }) {
  const words = useCatalogue(shellWords);
  if (count === 0) return null;
  return (
    <span className="badge">
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{words.unpaid(count)}</span>
    </span>
  );
}
