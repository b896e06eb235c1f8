import { createContext, type ReactNode, useContext } from "react";
import type { School } from "../shell/staff";

/** Which office works here, and for which school just now. */
export interface Office {
  /** Whether it is the city's bureau, or a school's own IT office. */
  isBureau: boolean;
  /** Null: for the whole city. */
  school: School | null;
}

const Context = createContext<Office | undefined>(undefined);

export function OfficeProvider({ office, children }: { office: Office; children: ReactNode }) {
  return <Context value={office}>{children}</Context>;
}

export function useOffice(): Office {
  const office = useContext(Context);
  if (!office) throw new Error("useOffice needs an OfficeProvider above it.");
  return office;
}
