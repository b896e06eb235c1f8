import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { useLanguage } from "../words/language";
import { belongTo, forgetDevice } from "./device";
import { endSession, goToSignIn, openApplicantSession, readSession, type Session } from "./session";

export interface SessionState {
  /** Undefined while it is not known, because the first answer is on its way or nothing answers. */
  session: Session | undefined;
  isUnreachable: boolean;
  /** Whether it is over because somebody signed out in this browser, here or in another tab. */
  wasLeft: boolean;
  refresh(): Promise<void>;
  signIn(returnTo?: string): void;
  signOut(): Promise<void>;
  /** Has the browser's other tabs look who is signed in now. */
  notifyTabs(): void;
  confirmCode(answer: { challengeId: string; code: string }): Promise<void>;
}

const Context = createContext<SessionState | undefined>(undefined);

/** Tabs tell each other that the session has changed, and each asks anew. */
const tabs = new BroadcastChannel("campus-session");
type SessionChange = "changed" | "left";
const notifyTabs = (change: SessionChange) => tabs.postMessage(change);

export function SessionProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const [session, setSession] = useState<Session>();
  const [isUnreachable, setUnreachable] = useState(false);
  const [wasLeft, setLeft] = useState(false);

  const take = useCallback((next: Session) => {
    setUnreachable(false);
    if (next.kind !== "ANONYMOUS") setLeft(false);
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
    const back = () => void refresh();
    const onChange = ({ data }: MessageEvent<SessionChange>) => {
      if (data === "left") {
        setLeft(true);
        forgetDevice();
      }
      void refresh();
    };
    tabs.addEventListener("message", onChange);
    window.addEventListener("online", back);
    window.addEventListener("pageshow", back);
    document.addEventListener("visibilitychange", seen);
    return () => {
      tabs.removeEventListener("message", onChange);
      window.removeEventListener("online", back);
      window.removeEventListener("pageshow", back);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [refresh]);

  const state = useMemo<SessionState>(
    () => ({
      session,
      isUnreachable,
      wasLeft,
      refresh,
      notifyTabs: () => notifyTabs("changed"),
      signIn: (returnTo = window.location.pathname) => goToSignIn(returnTo, language),
      async signOut() {
        const next = await endSession(language);
        setLeft(true);
        take(next);
        forgetDevice();
        notifyTabs("left");
      },
      async confirmCode(answer) {
        take(await openApplicantSession(answer, language));
        notifyTabs("changed");
      },
    }),
    [session, isUnreachable, wasLeft, refresh, take, language],
  );
  return <Context value={state}>{children}</Context>;
}

/** The session as somebody above wants it seen. */
export function SessionAs({ state, children }: { state: SessionState; children: ReactNode }) {
  return <Context value={state}>{children}</Context>;
}

export function useSession(): SessionState {
  const state = useContext(Context);
  if (!state) throw new Error("useSession needs a SessionProvider above it.");
  return state;
}
