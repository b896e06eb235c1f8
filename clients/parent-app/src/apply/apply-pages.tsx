import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { Redirect, Route, Switch } from "wouter";
import { ApplicationsPage } from "../applications/applications-page";
import { CorrectPage } from "../applications/correct-page";
import { applyWords } from "../words/apply";
import { shellWords } from "../words/shell";
import { CodePage } from "./code-page";
import { ConsentPage } from "./consent-page";
import { GuardianPage } from "./guardian-page";
import { SignPage } from "./sign-page";
import { StudentsPage } from "./students-page";
import { type Application, useDraft } from "./use-draft";

/** Everything about applying; whoever is not known yet begins with a code, wherever they wanted to go. */
export default function ApplyPages() {
  const { session } = useSession();
  if (session?.kind === "ANONYMOUS")
    return (
      <Switch>
        <Route path="/applications/*?">
          <CodePage isNew={false} />
        </Route>
        <Route>
          <CodePage isNew />
        </Route>
      </Switch>
    );
  return (
    <Switch>
      <Route path="/applications" component={ApplicationsPage} />
      <Route path="/applications/:id/correct">{({ id }) => <CorrectPage key={id} id={id} />}</Route>
      <Route path="/apply/*?" component={Draft} />
      <Route>
        <Redirect to="/applications" />
      </Route>
    </Switch>
  );
}

function Draft() {
  const draft = useDraft();
  const words = useCatalogue(applyWords);
  const { app } = useCatalogue(shellWords);
  if (!draft.data)
    return (
      <Page title={words.title} app={app}>
        <Loaded of={draft}>{() => null}</Loaded>
      </Page>
    );
  return <Steps draft={draft.data} />;
}

const addresses: Record<number, string> = { 2: "/apply/students", 3: "/apply/consent", 4: "/apply/guardian" };

/** Each step at its own address; nobody gets ahead of what the draft holds. */
function Steps({ draft }: { draft: Application }) {
  const reached = draft.requests.length === 0 ? 2 : draft.step;
  const furthest = addresses[reached] ?? "/apply/students";
  return (
    <Switch>
      <Route path="/apply/students">
        <StudentsPage draft={draft} />
      </Route>
      {reached >= 3 && (
        <Route path="/apply/consent">
          <ConsentPage draft={draft} />
        </Route>
      )}
      {reached >= 4 && (
        <Route path="/apply/guardian">
          <GuardianPage draft={draft} />
        </Route>
      )}
      {reached >= 4 && (
        <Route path="/apply/sign">
          <SignPage draft={draft} />
        </Route>
      )}
      <Route>
        <Redirect to={furthest} replace />
      </Route>
    </Switch>
  );
}
