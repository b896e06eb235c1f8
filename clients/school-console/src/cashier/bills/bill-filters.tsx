import { type BillFiguresQuery, BillTitlesDocument } from "@campus-graph/clients/generated/operations";
import { Field } from "@campus-graph/ui/components/field";
import { Select } from "@campus-graph/ui/components/select";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { cashierWords, type Show } from "../../words/cashier";
import { useCashiersSchool } from "../school";
import { useStudents } from "../students/students";
import { countOf } from "./count-of";
import { type Found, mostStudents, type Narrowing } from "./filter";

const usualShows: readonly Show[] = ["ALL", "UNPAID", "OVERDUE", "PAID"];
const rareShows: readonly Show[] = ["VOIDED", "SUPERSEDED", "WAIVED"];

/** What the list is narrowed to: a state, somebody, a class, a title. */
export function BillFilters({
  narrowing,
  found,
  typed,
  figures,
  onType,
  onNarrow,
}: {
  narrowing: Narrowing;
  found: Found;
  typed: string;
  figures: BillFiguresQuery | undefined;
  onType(typed: string): void;
  onNarrow(narrowing: Narrowing): void;
}) {
  const words = useCatalogue(cashierWords);
  const { code } = useCashiersSchool();
  const students = useStudents();
  const titles = useUncached(BillTitlesDocument, { input: { schoolCode: code, by: "TITLE" } });
  const shows = [
    ...usualShows,
    ...rareShows.filter((show) => show === narrowing.show || (figures && countOf(show, figures) > 0)),
  ];
  return (
    <search className="filters">
      <fieldset className="segments">
        <legend className="visually-hidden">{words.show}</legend>
        {shows.map((show) => (
          <label key={show} className="segment">
            <input
              type="radio"
              name="show"
              checked={narrowing.show === show}
              onChange={() => onNarrow({ ...narrowing, show })}
            />
            <span>
              {words.shows[show]}
              {figures && <small> {countOf(show, figures).toLocaleString("en")}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="filter-fields">
        <Field
          label={words.find}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => onType(target.value)}
          hint={<FindHint found={found} />}
        />
        <Select
          label={words.schoolClass}
          value={narrowing.classId ?? ""}
          options={[
            { value: "", label: words.allClasses },
            ...(students.data?.classes ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChoose={(classId) => onNarrow({ ...narrowing, classId: classId || undefined })}
        />
        <Select
          label={words.billing}
          value={narrowing.title ?? ""}
          options={[
            { value: "", label: words.allBillings },
            ...(titles.data?.figures ?? []).map(({ key }) => ({ value: key, label: key })),
          ]}
          onChoose={(title) => onNarrow({ ...narrowing, title: title || undefined })}
        />
      </div>
    </search>
  );
}

function FindHint({ found }: { found: Found }) {
  const words = useCatalogue(cashierWords);
  if (found.kind === "DIGITS") return words.findDigits(found.digits);
  if (found.kind === "NOBODY") return words.findNobody;
  if (found.kind === "STUDENTS" && found.areMore) return words.findMany(mostStudents);
  return words.findHint;
}
