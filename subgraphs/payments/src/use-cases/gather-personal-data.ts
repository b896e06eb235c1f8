import type { PaymentsContext } from "../context.js";
import { personalDataOf } from "../persistence/personal-data.js";

/** What payments gives to a person who asks for what is kept about them. */
export function gatherPersonalData(
  context: PaymentsContext,
  subjectId: string,
): Promise<Readonly<Record<string, unknown>>> {
  return personalDataOf(context, subjectId);
}
