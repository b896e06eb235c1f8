import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Session } from "./session";
import { SessionAs, useSession } from "./session-provider";

const Ended = createContext(false);

/**
 * Somebody whose session ends by itself stays who they were for the screens beneath, so that what was typed is still
 * there once they have signed in again. It is kept in memory alone, and not when somebody signs out or another comes.
 */
export function SessionKeeper({ children }: { children: ReactNode }) {
  const state = useSession();
  const { session, wasLeft } = state;
  const [last, setLast] = useState<Session>();
  const present = session?.kind === "SIGNED_IN" ? session : wasLeft ? undefined : last;
  if (session && present !== last) setLast(present);
  const hasEnded = session?.kind === "ANONYMOUS" && present !== undefined;
  const shown = useMemo(
    () => (hasEnded ? { ...state, session: present } : state),
    [state, present, hasEnded],
  );
  return (
    <Ended value={hasEnded}>
      <SessionAs state={shown}>{children}</SessionAs>
    </Ended>
  );
}

/** Whether the session has ended, and its screens wait for their owner to sign in again. */
export function useHasEnded(): boolean {
  return useContext(Ended);
}
