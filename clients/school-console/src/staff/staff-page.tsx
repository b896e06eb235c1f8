import { Route, Switch } from "wouter";
import { useOffice } from "../office/office";
import { StaffImportPage } from "./staff-import-page";
import { StaffListPage } from "./staff-list-page";

/** Who is what, at the school that is worked for; and the sheet by which many are appointed. Another school begins anew. */
export function StaffPage() {
  const { school, isBureau } = useOffice();
  const room = isBureau ? "/bureau" : "/it";
  return (
    <Switch>
      <Route path={`${room}/staff/import`}>
        <StaffImportPage key={school?.code} room={room} />
      </Route>
      <Route>
        <StaffListPage key={school?.code} room={room} />
      </Route>
    </Switch>
  );
}
