import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { IdentityContext } from "../context.js";
import { noteDisclosure } from "../use-cases/note-disclosure.js";

/** Which ring identity shares with whoever tells. */
const sharedRing = { "roster.Disclosed": "staff", "binding.Disclosed": "declaration" } as const;

/** Another subgraph has shown somebody what screens hide: the person whom it concerns reads it here. */
export function onDisclosed(
  context: IdentityContext,
  { type, payload, occurredAt }: ReceivedEvent<keyof typeof sharedRing>,
): Promise<void> {
  return noteDisclosure(context, payload, { ring: sharedRing[type], at: occurredAt });
}
