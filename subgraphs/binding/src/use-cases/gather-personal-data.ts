import type { BindingContext } from "../context.js";
import { personalDataOf } from "../persistence/personal-data.js";

/** What binding gives to a person who asks for what is kept about them. */
export function gatherPersonalData(
  context: BindingContext,
  subjectId: string,
): Promise<Readonly<Record<string, unknown>>> {
  return personalDataOf(context, subjectId);
}
