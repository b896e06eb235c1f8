import { MyClassesDocument } from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useLastData } from "@campus-graph/ui/graph/use-last-data";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { Link, Redirect, Route, Switch, useRoute } from "wouter";
import { NotFoundPage } from "../shell/not-found-page";
import { reviewWords } from "../words/review";
import { shellWords } from "../words/shell";
import { ClassPage } from "./class-page";

/** The classes of a homeroom teacher, and of who stands in for one, each a grid. */
export default function TeacherRoom() {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(reviewWords);
  const classes = useLastData(useQuery(MyClassesDocument));
  return (
    <Loaded of={classes}>
      {({ myClasses }) => {
        const own = myClasses.filter(({ isHomeroom }) => isHomeroom);
        const [first] = own;
        if (!first)
          return (
            <Page title={words.noClass.title} app={app}>
              <p className="lead">{words.noClass.lead}</p>
            </Page>
          );
        return (
          <>
            {own.length > 1 && (
              <nav className="tabs under" aria-label={words.classes}>
                {own.map(({ id, name }) => (
                  <ClassLink key={id} to={`/teacher/${id}`}>
                    {name}
                  </ClassLink>
                ))}
              </nav>
            )}
            <Switch>
              <Route path="/teacher">
                <Redirect to={`/teacher/${first.id}`} replace />
              </Route>
              <Route path="/teacher/:id">
                {({ id }) => {
                  const found = own.find((each) => each.id === id);
                  return found ? <ClassPage key={id} schoolClass={found} /> : <NotFoundPage />;
                }}
              </Route>
              <Route component={NotFoundPage} />
            </Switch>
          </>
        );
      }}
    </Loaded>
  );
}

function ClassLink({ to, children }: { to: string; children: string }) {
  const [isHere] = useRoute(to);
  return (
    <Link href={to} aria-current={isHere ? "page" : undefined}>
      {children}
    </Link>
  );
}
