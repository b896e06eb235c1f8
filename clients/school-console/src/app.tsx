import { Waiting } from "@campus-graph/ui/components/loaded";
import { UnreachablePage } from "@campus-graph/ui/components/unreachable-page";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { uiWords } from "@campus-graph/ui/words/ui-words";
import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { rooms } from "./rooms";
import { BackAgainPage } from "./shell/back-again-page";
import { FirstPasswordPage } from "./shell/first-password-page";
import { Frame } from "./shell/frame";
import { NoRoomPage } from "./shell/no-room-page";
import { NotFoundPage } from "./shell/not-found-page";
import { SecondFactorPage } from "./shell/second-factor-page";
import { StaffProvider, useStaff } from "./shell/staff";
import { WelcomePage } from "./shell/welcome-page";
import { shellWords } from "./words/shell";

const MePage = lazy(() => import("./me/me-page"));

/** Every room by its address, for whoever has its role. */
export function App() {
  const { session, isUnreachable } = useSession();
  const words = useCatalogue(uiWords);
  const { app } = useCatalogue(shellWords);
  if (!session) return isUnreachable && <UnreachablePage app={app} />;
  const isStaff =
    session.kind === "SIGNED_IN" && !session.mustChangePassword && session.secondFactorDue !== true;
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <Switch>
        <Route path="/signed-in" component={BackAgainPage} />
        <Route>
          {isStaff ? (
            // Another person begins with screens of their own.
            <StaffProvider key={session.subjectId}>
              <Frame>
                <Suspense fallback={<Waiting />}>
                  <Rooms />
                </Suspense>
              </Frame>
            </StaffProvider>
          ) : (
            <Frame>
              {session.mustChangePassword ? (
                <FirstPasswordPage />
              ) : session.secondFactorDue ? (
                <SecondFactorPage />
              ) : (
                <WelcomePage />
              )}
            </Frame>
          )}
        </Route>
      </Switch>
    </>
  );
}

function Rooms() {
  const { roles } = useStaff();
  const open = rooms.filter(({ role }) => roles.has(role));
  const [first] = open;
  if (!first) return <NoRoomPage />;
  return (
    <Switch>
      <Route path="/me" component={MePage} />
      {open.map(({ role, path, Room }) => (
        <Route key={role} path={`${path}/*?`} component={Room} />
      ))}
      <Route path="/">
        <Redirect to={first.path} replace />
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
