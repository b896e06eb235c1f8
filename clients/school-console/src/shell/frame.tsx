import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { Brand, LanguageButton } from "@campus-graph/ui/components/top";
import { useAct } from "@campus-graph/ui/graph/use-act";
import { useHasEnded } from "@campus-graph/ui/session/session-keeper";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { rooms } from "../rooms";
import { shellWords } from "../words/shell";
import { EndedDialog } from "./ended-dialog";
import { useStaffIfKnown } from "./staff";

/** The name, the role switch, and who is signed in; what is beneath is covered while the session has ended. */
export function Frame({ children }: { children: ReactNode }) {
  const words = useCatalogue(shellWords);
  const hasEnded = useHasEnded();
  const staff = useStaffIfKnown();
  return (
    <>
      <div className={hasEnded ? "frame covered" : "frame"} inert={hasEnded}>
        <header className="top">
          <Brand app={words.app} />
          {staff && <RoleSwitch />}
          <div className="person">
            {staff && (
              <Link href="/me" className="name">
                {staff.displayName}
              </Link>
            )}
            <LanguageButton name={words.language} />
            {staff && <SignOut />}
          </div>
        </header>
        {children}
      </div>
      {hasEnded && <EndedDialog />}
    </>
  );
}

function RoleSwitch() {
  const words = useCatalogue(shellWords);
  const [location] = useLocation();
  const { roles } = useStaffIfKnown()!;
  return (
    <nav className="rooms" aria-label={words.rooms}>
      {rooms
        .filter(({ role }) => roles.has(role))
        .map(({ role, path }) => (
          <Link key={role} href={path} aria-current={location.startsWith(path) ? "true" : undefined}>
            {words.room[role]}
          </Link>
        ))}
    </nav>
  );
}

function SignOut() {
  const words = useCatalogue(shellWords);
  const { signOut } = useSession();
  const leave = useAct(signOut);
  return (
    <>
      <button type="button" className="plain-button" onClick={() => void leave.run()}>
        {words.signOut}
      </button>
      <FailureAlert failure={leave.failure} />
    </>
  );
}
