import type { Relationship } from "@campus-graph/clients/generated/operations";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { relationshipWords } from "@campus-graph/ui/words/relationship-words";
import { reviewWords } from "../words/review";
import { NationalId } from "./national-id";
import type { Request } from "./rows";

interface Account {
  guardian: { name: string; maskedNationalId: string; mobile: string; email: string } | null;
  relationship: Relationship;
  otherRelationship: string | null;
}

/** 陳大名（父親） A12****789 0912123456 … as the seed writes it; what was otherwise before stands beside it. */
export function AccountCell({
  before,
  requestId,
  tabIndex,
  ...account
}: Account & {
  before?: Pick<Request, keyof Account> | undefined;
  requestId?: string | undefined;
  tabIndex?: number;
}) {
  const relationships = useCatalogue(relationshipWords);
  const relationOf = ({ relationship, otherRelationship }: Account) =>
    otherRelationship ?? relationships[relationship];
  const { guardian } = account;
  const was = before?.guardian;
  return (
    <div className="account">
      <span className="name">
        {guardian?.name ?? "…"}（{relationOf(account)}）
        {before && <Was value={was?.name} now={guardian?.name} />}
        {before && <Was value={relationOf(before)} now={relationOf(account)} />}
      </span>
      {guardian && (
        <>
          <span className="fact">
            <NationalId masked={guardian.maskedNationalId} requestId={requestId} tabIndex={tabIndex} />
            <Was value={was?.maskedNationalId} now={guardian.maskedNationalId} />
          </span>
          <Fact value={guardian.mobile} was={was?.mobile} />
          <Fact value={guardian.email} was={was?.email} />
        </>
      )}
    </div>
  );
}

function Fact({ value, was }: { value: string; was: string | undefined }) {
  return (
    <span className="fact">
      {value}
      <Was value={was} now={value} />
    </span>
  );
}

function Was({ value, now }: { value: string | undefined; now: string | undefined }) {
  const words = useCatalogue(reviewWords);
  if (value === undefined || value === now) return null;
  return <em className="was">（{words.was(value)}）</em>;
}
