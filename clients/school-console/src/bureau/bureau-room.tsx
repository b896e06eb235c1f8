import { SchoolsDocument } from "@campus-graph/clients/generated/operations";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useMemo, useState } from "react";
import { OfficeProvider } from "../office/office";
import { OfficeRoom } from "../office/office-room";
import { SchoolChoice } from "../office/school-choice";
import { shellWords } from "../words/shell";
import { staffWords } from "../words/staff";
import { bureauScreens } from "./screens";

/** Where the city's bureau looks after the staff and accounts of every school, one at a time or all. */
export default function BureauRoom() {
  const { room, school: label } = useCatalogue(shellWords);
  const { wholeCity } = useCatalogue(staffWords);
  const schools = useQuery(SchoolsDocument, { variables: {} }).data?.schools ?? none;
  const [code, choose] = useState<string | null>(null);
  const school = schools.find((each) => each.code === code) ?? null;
  const office = useMemo(() => ({ isBureau: true, school }), [school]);
  return (
    <OfficeProvider office={office}>
      <OfficeRoom
        path="/bureau"
        label={room.BUREAU}
        screens={bureauScreens}
        beside={
          <SchoolChoice label={label} schools={schools} chosen={school} city={wholeCity} onChoose={choose} />
        }
      />
    </OfficeProvider>
  );
}

const none: readonly never[] = [];
