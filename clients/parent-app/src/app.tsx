import { Waiting } from "@campus-graph/ui/components/loaded";
import { UnreachablePage } from "@campus-graph/ui/components/unreachable-page";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { uiWords } from "@campus-graph/ui/words/ui-words";
import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { BillPage } from "./bills/bill-page";
import { BillsPage } from "./bills/bills-page";
import { LiveProvider } from "./notices/live";
import { NoticesPage } from "./notices/notices-page";
import { PushKeeper } from "./push/use-push";
import { Frame } from "./shell/frame";
import { NotFoundPage } from "./shell/not-found-page";
import { WelcomePage } from "./shell/welcome-page";
import { shellWords } from "./words/shell";

// Whoever only pays never loads the forms.
const ApplyPages = lazy(() => import("./apply/apply-pages"));
const MePage = lazy(() => import("./me/me-page"));
const FirstPasswordPage = lazy(() => import("./me/first-password-page"));

/** Every screen by its address, and who may be there. */
export function App() {
  const { session, isUnreachable } = useSession();
  const words = useCatalogue(uiWords);
  const { app } = useCatalogue(shellWords);
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      {session ? (
        <LiveProvider>
          <PushKeeper />
          <Frame>
            <Suspense fallback={<Waiting />}>
              <Screens />
            </Suspense>
          </Frame>
        </LiveProvider>
      ) : (
        isUnreachable && <UnreachablePage app={app} />
      )}
    </>
  );
}

function Screens() {
  const { session } = useSession();
  if (session?.mustChangePassword) return <FirstPasswordPage />;
  if (session?.kind === "SIGNED_IN")
    return (
      <Switch>
        <Route path="/" component={BillsPage} />
        <Route path="/bills/:id">{({ id }) => <BillPage key={id} id={id} />}</Route>
        <Route path="/notices" component={NoticesPage} />
        <Route path="/me/*?" component={MePage} />
        <Route path="/apply/*?" component={ApplyPages} />
        <Route path="/applications/*?" component={ApplyPages} />
        <Route component={NotFoundPage} />
      </Switch>
    );
  return (
    <Switch>
      <Route path="/apply/*?" component={ApplyPages} />
      <Route path="/applications/*?" component={ApplyPages} />
      {session?.kind === "APPLICANT" && <Route path="/notices" component={NoticesPage} />}
      {session?.kind === "APPLICANT" && <Route path="/me/*?" component={MePage} />}
      <Route path="/">
        {session?.kind === "APPLICANT" ? <Redirect to="/applications" /> : <WelcomePage />}
      </Route>
      <Route path="/*">
        {/* A link from a mail leads on once its reader has signed in. */}
        <WelcomePage />
      </Route>
    </Switch>
  );
}
