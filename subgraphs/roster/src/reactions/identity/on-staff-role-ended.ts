import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RosterContext } from "../../context.js";
import { endHomerooms } from "../../use-cases/end-homerooms.js";

/** A homeroom ends with the role by which it was held. */
export async function onStaffRoleEnded(
  context: RosterContext,
  { payload: { role, schoolCode, subjectId } }: ReceivedEvent<"identity.StaffRoleEnded">,
): Promise<void> {
  if (role === "TEACHER" && schoolCode !== null) await endHomerooms(context, { subjectId, schoolCode });
}
