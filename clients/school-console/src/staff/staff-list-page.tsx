import { SchoolStaffDocument } from "@campus-graph/clients/generated/operations";
import { Button, ButtonLink } from "@campus-graph/ui/components/button";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { Select } from "@campus-graph/ui/components/select";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { useOffice } from "../office/office";
import { shellWords } from "../words/shell";
import { staffWords } from "../words/staff";
import { AppointForm } from "./appoint-form";
import { everyRole, type RoleName, rolesAt } from "./roles";
import { StaffTable } from "./staff-table";

interface Narrowing {
  role: RoleName | null;
  onlyAwaiting: boolean;
  withPast: boolean;
  after: string | null;
}

/** Who is what, from when until when; and the way to appoint, approve and end. */
export function StaffListPage({ room }: { room: string }) {
  const words = useCatalogue(staffWords);
  const { app, room: roleWords } = useCatalogue(shellWords);
  const office = useOffice();
  const [narrowing, setNarrowing] = useState<Narrowing>({
    role: null,
    onlyAwaiting: false,
    withPast: false,
    after: null,
  });
  const narrow = (change: Partial<Narrowing>) => setNarrowing({ ...narrowing, after: null, ...change });
  const [isAppointing, setAppointing] = useState(false);
  const [told, setTold] = useState<string>();
  const listed = useUncached(SchoolStaffDocument, { schoolCode: office.school?.code ?? null, ...narrowing });
  const changed = (what: string) => {
    setTold(what);
    setAppointing(false);
    listed.again();
  };
  return (
    <Page title={words.title} app={app}>
      <p className="lead">{office.isBureau ? words.bureauLead : words.lead}</p>
      <div className="bulk">
        <Button aria-expanded={isAppointing} onClick={() => setAppointing(!isAppointing)}>
          {words.appointNew}
        </Button>
        {office.school && (
          <ButtonLink kind="quiet" to={`${room}/staff/import`}>
            {words.importSheet}
          </ButtonLink>
        )}
      </div>
      <div role="status">{told && <p className="told">{told}</p>}</div>
      {isAppointing && <AppointForm onDone={changed} onLeave={() => setAppointing(false)} />}
      <div className="staff-narrowing">
        <Select
          label={words.onlyRole}
          value={narrowing.role ?? ""}
          options={[
            { value: "", label: words.everyRole },
            ...(office.school ? rolesAt(office) : everyRole).map((role) => ({
              value: role,
              label: roleWords[role],
            })),
          ]}
          onChoose={(role) => narrow({ role: role === "" ? null : (role as RoleName) })}
        />
        <Check
          label={words.onlyAwaiting}
          isOn={narrowing.onlyAwaiting}
          onChange={(onlyAwaiting) => narrow({ onlyAwaiting })}
        />
        <Check
          label={words.withPast}
          isOn={narrowing.withPast}
          onChange={(withPast) => narrow({ withPast })}
        />
      </div>
      <Loaded of={listed}>
        {({ staff: { edges, pageInfo } }) => (
          <>
            {edges.length === 0 ? (
              <p className="lead">{words.none}</p>
            ) : (
              <StaffTable roles={edges.map(({ node }) => node)} onChanged={changed} />
            )}
            <div className="bulk">
              {narrowing.after !== null && (
                <Button kind="quiet" onClick={() => narrow({ after: null })}>
                  {words.first}
                </Button>
              )}
              {pageInfo.hasNextPage && (
                <Button kind="quiet" onClick={() => narrow({ after: pageInfo.endCursor })}>
                  {words.next}
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Check({ label, isOn, onChange }: { label: string; isOn: boolean; onChange(isOn: boolean): void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
