import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { RosterContext } from "../../context.js";
import { grantGuardianVisibility } from "../../use-cases/grant-guardian-visibility.js";

/** The guardian sees the student. */
export async function onBindingOpened(
  context: RosterContext,
  { payload }: ReceivedEvent<"binding.BindingOpened">,
): Promise<void> {
  await grantGuardianVisibility(context, payload);
}
