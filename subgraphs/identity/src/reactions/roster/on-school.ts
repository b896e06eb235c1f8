import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../../context.js";
import { keepSchool, removeSchool } from "../../persistence/schools.js";

/** From now on people can be appointed there. */
export function onSchoolEntered(
  context: IdentityContext,
  { payload }: ReceivedEvent<"roster.SchoolEntered">,
): Promise<void> {
  return keepSchool(context, payload.schoolCode);
}

/** Nobody is appointed there any more; who is, stays. */
export function onSchoolRemoved(
  context: IdentityContext,
  { payload }: ReceivedEvent<"roster.SchoolRemoved">,
): Promise<void> {
  return removeSchool(context, payload.schoolCode);
}
