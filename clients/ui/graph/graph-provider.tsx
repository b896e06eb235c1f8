import type { Connection } from "@campus-graph/clients/connect";
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { Provider } from "urql";
import { useSession } from "../session/session-provider";
import { useLanguage } from "../words/language";
import { createGraph } from "./client";

const Context = createContext<Connection | undefined>(undefined);

/** The graph as the present session sees it. Another person, or another language, begins with an empty cache. */
export function GraphProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const { session, refresh } = useSession();
  const viewer = `${session?.kind} ${session?.subjectId} ${session?.mustChangePassword}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the viewer is what a new graph is made for.
  const graph = useMemo(() => createGraph(language, () => void refresh()), [language, viewer, refresh]);
  useEffect(() => () => void graph.connection.close(), [graph]);
  return (
    <Context value={graph.connection}>
      <Provider value={graph.client}>{children}</Provider>
    </Context>
  );
}

/** The connection itself, for answers that no cache may keep. */
export function useConnection(): Connection {
  const connection = useContext(Context);
  if (!connection) throw new Error("useConnection needs a GraphProvider above it.");
  return connection;
}
