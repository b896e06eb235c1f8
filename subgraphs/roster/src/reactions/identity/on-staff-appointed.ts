import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RosterContext } from "../../context.js";
import { noteTeacher } from "../../use-cases/note-teacher.js";

/** A class sheet may have named this login before it could sign in. */
export async function onStaffAppointed(
  context: RosterContext,
  { payload }: ReceivedEvent<"identity.StaffAppointed">,
): Promise<void> {
  const { role, schoolCode, subjectId, loginKey, from, until, classId } = payload;
  if (role !== "TEACHER" || schoolCode === null) return;
  await noteTeacher(context, { subjectId, schoolCode, loginKey, from, until, classId });
}
