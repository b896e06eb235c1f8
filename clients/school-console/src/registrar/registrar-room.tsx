import { useCatalogue } from "@campus-graph/ui/words/language";
import { useId, useState } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { NotFoundPage } from "../shell/not-found-page";
import { useStaff } from "../shell/staff";
import { registrarWords } from "../words/registrar";
import { ClassesPage } from "./classes/classes-page";
import { ImportPage } from "./import/import-page";
import { WaitingPage } from "./waiting/waiting-page";

/** What a registrar keeps: sheets, classes, and the requests that wait for them. Of several schools one at a time. */
export default function RegistrarRoom() {
  const words = useCatalogue(registrarWords);
  const schools = useStaff().schoolsOf("REGISTRAR");
  const [chosen, choose] = useState(schools[0]?.code);
  const [location] = useLocation();
  const id = useId();
  const school = schools.find(({ code }) => code === chosen) ?? schools[0];
  if (!school) return null;
  const { code } = school;
  return (
    <>
      <nav className="tabs under-top" aria-label={words.tabs.label}>
        {(["import", "classes", "waiting"] as const).map((tab) => (
          <Link
            key={tab}
            href={`/registrar/${tab}`}
            aria-current={location.startsWith(`/registrar/${tab}`) ? "page" : undefined}
          >
            {words.tabs[tab]}
          </Link>
        ))}
        <span className="school-name">
          {schools.length < 2 ? (
            school.name
          ) : (
            <>
              <label htmlFor={id}>{words.school}</label>{" "}
              <select id={id} value={code} onChange={({ target }) => choose(target.value)}>
                {schools.map((each) => (
                  <option key={each.code} value={each.code}>
                    {each.name}
                  </option>
                ))}
              </select>
            </>
          )}
        </span>
      </nav>
      <Switch>
        <Route path="/registrar">
          <Redirect to="/registrar/import" replace />
        </Route>
        <Route path="/registrar/import">
          <ImportPage key={code} schoolCode={code} />
        </Route>
        <Route path="/registrar/classes/:id?">
          {({ id: classId }) => <ClassesPage key={code} schoolCode={code} classId={classId} />}
        </Route>
        <Route path="/registrar/waiting">
          <WaitingPage key={code} schoolCode={code} />
        </Route>
        <Route component={NotFoundPage} />
      </Switch>
    </>
  );
}
