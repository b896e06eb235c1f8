import { createContext, type ReactNode, useContext, useState } from "react";

const Context = createContext<readonly [string, (typed: string) => void]>(["", () => undefined]);

/** What was typed to find somebody stays while the room's screens change, in memory alone: it is a child's name. */
export function FindProvider({ children }: { children: ReactNode }) {
  const typed = useState("");
  return <Context value={typed}>{children}</Context>;
}

export function useFind() {
  return useContext(Context);
}
