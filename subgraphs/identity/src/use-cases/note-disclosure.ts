import { openToken } from "@campus-graph/kit/auth/crypto";
import type { DisclosureFacts } from "@campus-graph/schema/events";
import type { IdentityContext } from "../context.js";
import { keepDisclosureElsewhere } from "../persistence/disclosures.js";

/** Another subgraph has shown somebody what screens hide. `ring`: which one identity shares with it. */
export async function noteDisclosure(
  context: IdentityContext,
  { disclosureId, sealedReason, ...disclosed }: DisclosureFacts,
  { ring, at }: { ring: "staff" | "declaration"; at: Date },
): Promise<void> {
  await keepDisclosureElsewhere(context, {
    ...disclosed,
    id: disclosureId,
    at,
    reason:
      sealedReason === null
        ? null
        : // Opened as of when it was said: an event that was long under way is as good as a fresh one.
          openToken<{ reason: string }>(context.keys.ring(ring), "disclosure", sealedReason, at).reason,
  });
}
