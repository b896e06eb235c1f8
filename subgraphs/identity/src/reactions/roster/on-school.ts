import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../../context.js";
import { forgetSchool, noteSchool } from "../../use-cases/note-school.js";

export function onSchoolEntered(
  context: IdentityContext,
  { payload }: ReceivedEvent<"roster.SchoolEntered">,
): Promise<void> {
  return noteSchool(context, payload.schoolCode);
}

export function onSchoolRemoved(
  context: IdentityContext,
  { payload }: ReceivedEvent<"roster.SchoolRemoved">,
): Promise<void> {
  return forgetSchool(context, payload.schoolCode);
}
