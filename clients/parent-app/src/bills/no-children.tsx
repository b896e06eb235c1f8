import { StaffDocument } from "@campus-graph/clients/generated/operations";
import { ButtonLink } from "@campus-graph/ui/components/button";
import { Waiting } from "@campus-graph/ui/components/loaded";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { billWords } from "../words/bills";

/** What a person without children sees: the way to link one, and for a school's staff first the way to their console. */
export function NoChildren() {
  const words = useCatalogue(billWords);
  const staff = useQuery(StaffDocument);
  if (!staff.data && !staff.failure) return <Waiting />;
  const isStaff = (staff.data?.me?.staffRoles ?? []).length > 0;
  return (
    <div className="empty">
      <p>{isStaff ? words.staff.title : words.noChildren}</p>
      <p className="hint">{isStaff ? words.staff.hint : words.noChildrenHint}</p>
      {isStaff && (
        <a className="button main" href="/school/">
          {words.staff.go}
        </a>
      )}
      <ButtonLink kind={isStaff ? "quiet" : "main"} to="/applications">
        {words.apply}
      </ButtonLink>
    </div>
  );
}
