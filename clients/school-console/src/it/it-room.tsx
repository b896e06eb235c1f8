import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { NotFoundPage } from "../shell/not-found-page";
import { useStaff } from "../shell/staff";
import { itWords } from "../words/it";
import { itScreens } from "./screens";

/** Where a school's IT office looks after its people's accounts. */
export default function ItRoom() {
  const words = useCatalogue(itWords);
  const { language } = useLanguage();
  const schools = useStaff().schoolsOf("IT");
  const [location] = useLocation();
  const [first] = itScreens;
  return (
    <>
      <nav className="tabs under-top" aria-label={words.tabs}>
        {itScreens.map(({ path, tab }) => (
          <Link
            key={path}
            href={`/it/${path}`}
            aria-current={location.startsWith(`/it/${path}`) ? "page" : undefined}
          >
            {tab[language]}
          </Link>
        ))}
        <span className="school-name">{schools.map(({ name }) => name).join(" · ")}</span>
      </nav>
      <Switch>
        {first && (
          <Route path="/it">
            <Redirect to={`/it/${first.path}`} replace />
          </Route>
        )}
        {itScreens.map(({ path, Screen }) => (
          <Route key={path} path={`/it/${path}/*?`} component={Screen} />
        ))}
        <Route component={NotFoundPage} />
      </Switch>
    </>
  );
}
