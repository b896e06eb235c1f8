import { HomeDocument, type HomeQuery } from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useSearchParams } from "wouter";
import { billWords } from "../words/bills";
import { shellWords } from "../words/shell";
import { BillList } from "./bill-list";
import { ChildFilter } from "./child-filter";
import { type Filter, filters } from "./filter";
import { NoChildren } from "./no-children";

/** The first screen of a guardian: what is to be paid, for whom. */
export function BillsPage() {
  const words = useCatalogue(billWords);
  const { app } = useCatalogue(shellWords);
  const home = useQuery(HomeDocument);
  return (
    <Page title={words.title} app={app}>
      <Loaded of={home}>{(data) => <Bills home={data} />}</Loaded>
    </Page>
  );
}

function Bills({ home: { myBindings } }: { home: HomeQuery }) {
  const words = useCatalogue(billWords);
  const [search, setSearch] = useSearchParams();
  const wanted = search.get("show");
  const filter: Filter = filters.find((each) => each === wanted) ?? "UNPAID";
  const children = myBindings.flatMap(({ student }) => (student ? [student] : []));
  const child = children.find(({ id }) => id === search.get("child"))?.id;
  const choose = (name: string, value: string | undefined) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  if (children.length === 0) return <NoChildren />;
  return (
    <>
      <ChildFilter students={children} chosen={child} onChoose={(id) => choose("child", id)} />
      <fieldset className="segments">
        <legend className="visually-hidden">{words.show}</legend>
        {filters.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="show"
              checked={filter === each}
              onChange={() => choose("show", each === "UNPAID" ? undefined : each)}
            />
            <span>{words.filters[each]}</span>
          </label>
        ))}
      </fieldset>
      <BillList key={filter} filter={filter} child={child} />
    </>
  );
}
