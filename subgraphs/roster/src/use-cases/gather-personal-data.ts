import type { RosterContext } from "../context.js";
import { personalDataOf } from "../persistence/personal-data.js";

/** What roster gives to a person who asks for what is kept about them. */
export function gatherPersonalData(
  context: RosterContext,
  subjectId: string,
): Promise<Readonly<Record<string, unknown>>> {
  return personalDataOf(context, subjectId);
}
