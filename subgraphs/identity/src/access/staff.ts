import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { isId } from "@campus-graph/kit/sql/id";
import type { IdentityContext } from "../context.js";
import { mayAppointAt } from "../domain/appointing.js";
import { OwnRole } from "../domain/refusals.js";
import { type HeldRole, lockStaffRole } from "../persistence/staff.js";
import { withRolesOfNow } from "./roles-of-now.js";

/**
 * A role that the viewer may change, with its account's row locked. One at another school answers as a missing one
 * (NOT_FOUND); nobody changes their own (OWN_ROLE).
 */
export async function staffRoleToChange(context: IdentityContext, roleId: string): Promise<HeldRole> {
  const { viewer } = await withRolesOfNow(context);
  const held = isId(roleId) ? await lockStaffRole(context, roleId) : null;
  if (!held || !mayAppointAt(viewer, held.role.schoolCode ?? null)) throw new NotFound();
  if (held.account.id === viewer.subject) throw new OwnRole();
  return held;
}
