import { useCatalogue } from "@campus-graph/ui/words/language";
import { shellWords } from "../words/shell";
import { staffWords } from "../words/staff";
import type { RoleName, StaffRole } from "./roles";

/** A role as buttons, dialogs and notices name it: whose it is, and what. */
export function useWhose(): (role: Pick<StaffRole, "name" | "role">) => string {
  const words = useCatalogue(staffWords);
  const { room } = useCatalogue(shellWords);
  return ({ name, role }) => words.whose(name, room[role as RoleName]);
}
