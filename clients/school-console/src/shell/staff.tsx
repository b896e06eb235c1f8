import { StaffDocument, type StaffQuery } from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { RoomRole } from "../rooms";

export interface School {
  code: string;
  name: string;
}

export interface Staff {
  displayName: string;
  /** The roles that the person holds, be it at one school or several. */
  roles: ReadonlySet<string>;
  /** Where they hold one of them. */
  schoolsOf(role: RoomRole): readonly School[];
}

const Context = createContext<Staff | undefined>(undefined);

/** Who works here, once that is known. What was known stays while it is asked for anew, and so do the screens. */
export function StaffProvider({ children }: { children: ReactNode }) {
  const staff = useQuery(StaffDocument);
  const [last, setLast] = useState<StaffQuery>();
  if (staff.data?.me && staff.data !== last) setLast(staff.data);
  const data = staff.data?.me ? staff.data : last;
  return (
    <Loaded of={{ ...staff, data, failure: data ? undefined : staff.failure }}>
      {(known) => <Known data={known}>{children}</Known>}
    </Loaded>
  );
}

function Known({ data: { me }, children }: { data: StaffQuery; children: ReactNode }) {
  const staff = useMemo<Staff>(() => {
    const held = me?.staffRoles ?? [];
    return {
      displayName: me?.displayName ?? "",
      roles: new Set(held.map(({ role }) => role)),
      schoolsOf: (role) =>
        held.flatMap(({ role: each, school }) => (each === role && school ? [school] : [])),
    };
  }, [me]);
  return <Context value={staff}>{children}</Context>;
}

export function useStaff(): Staff {
  const staff = useContext(Context);
  if (!staff) throw new Error("useStaff needs a StaffProvider above it.");
  return staff;
}

/** The same for what stands also around the first page, where nobody is known. */
export function useStaffIfKnown(): Staff | undefined {
  return useContext(Context);
}
