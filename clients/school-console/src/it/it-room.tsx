import { useCatalogue } from "@campus-graph/ui/words/language";
import { useMemo, useState } from "react";
import { OfficeProvider } from "../office/office";
import { OfficeRoom } from "../office/office-room";
import { SchoolChoice } from "../office/school-choice";
import { useStaff } from "../shell/staff";
import { itWords } from "../words/it";
import { shellWords } from "../words/shell";
import { itScreens } from "./screens";

/** Where a school's IT office looks after its staff and its people's accounts. */
export default function ItRoom() {
  const words = useCatalogue(itWords);
  const { school: label } = useCatalogue(shellWords);
  const schools = useStaff().schoolsOf("IT");
  const [code, choose] = useState<string | null>(null);
  const school = schools.find((each) => each.code === code) ?? schools[0] ?? null;
  const office = useMemo(() => ({ isBureau: false, school }), [school]);
  return (
    <OfficeProvider office={office}>
      <OfficeRoom
        path="/it"
        label={words.tabs}
        screens={itScreens}
        beside={<SchoolChoice label={label} schools={schools} chosen={school} onChoose={choose} />}
      />
    </OfficeProvider>
  );
}
