import { grantVisibility, revokeVisibility } from "@campus-graph/kit/auth/visibility";
import type { Context } from "@campus-graph/kit/context";
import type { Reactions, ReceivedEvent } from "@campus-graph/kit/events/event";
import { giveCard, sightOf } from "../cards.js";

/** What the library does when an event arrives. */
export const reactions: Reactions<unknown> = {
  "binding.BindingOpened": [onBindingOpened],
  "binding.BindingRevoked": [onBindingRevoked],
};

async function onBindingOpened(
  context: Context,
  { payload }: ReceivedEvent<"binding.BindingOpened">,
): Promise<void> {
  await giveCard(context, payload.studentId);
  await grantVisibility(context.em, sightOf(payload));
}

async function onBindingRevoked(
  { em }: Context,
  { payload }: ReceivedEvent<"binding.BindingRevoked">,
): Promise<void> {
  await revokeVisibility(em, sightOf(payload));
}
