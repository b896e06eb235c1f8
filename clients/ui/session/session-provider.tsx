import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { useLanguage } from "../words/language";
import { belongTo, forgetDevice } from "./device";
import { endSession, goToSignIn, openApplicantSession, readSession, type Session } from "./session";

interface SessionState {
  /** Undefined while it is not known, because the first answer is on its way or nothing answers. */
  session: Session | undefined;
  isUnreachable: boolean;
  refresh(): Promise<void>;
  signIn(returnTo?: string): void;
  signOut(): Promise<void>;
  confirmCode(answer: { challengeId: string; code: string }): Promise<void>;
}

const Context = createContext<SessionState | undefined>(undefined);

/** Tabs tell each other that the session has changed, and each asks anew. */
const tabs = new BroadcastChannel("campus-session");

export function SessionProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const [session, setSession] = useState<Session>();
  const [isUnreachable, setUnreachable] = useState(false);

  const take = useCallback((next: Session) => {
    setUnreachable(false);
    belongTo(next.subjectId);
    setSession((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  }, []);

  const refresh = useCallback(async () => {
    try {
      take(await readSession(language));
    } catch {
      setUnreachable(true);
    }
  }, [language, take]);

  useEffect(() => {
    void refresh();
    const seen = () => document.visibilityState === "visible" && void refresh();
    const heard = () => void refresh();
    tabs.addEventListener("message", heard);
    window.addEventListener("online", heard);
    document.addEventListener("visibilitychange", seen);
    return () => {
      tabs.removeEventListener("message", heard);
      window.removeEventListener("online", heard);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [refresh]);

  const state = useMemo<SessionState>(
    () => ({
      session,
      isUnreachable,
      refresh,
      signIn: (returnTo = window.location.pathname) => goToSignIn(returnTo, language),
      async signOut() {
        take(await endSession(language));
        forgetDevice();
        tabs.postMessage("changed");
      },
      async confirmCode(answer) {
        take(await openApplicantSession(answer, language));
        tabs.postMessage("changed");
      },
    }),
    [session, isUnreachable, refresh, take, language],
  );
  return <Context value={state}>{children}</Context>;
}

export function useSession(): SessionState {
  const state = useContext(Context);
  if (!state) throw new Error("useSession needs a SessionProvider above it.");
  return state;
}
