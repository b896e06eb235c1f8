import { sealForReader } from "@campus-graph/kit/auth/reader";
import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { BindingContext } from "../../context.js";
import { gatherPersonalData } from "../../use-cases/gather-personal-data.js";

/** A person wishes to have what is kept about them: here is binding's part, for identity's eyes alone. */
export async function onDataRequested(
  context: BindingContext,
  { payload }: ReceivedEvent<"identity.DataRequested">,
): Promise<void> {
  const { requestId, subjectId, publicKey } = payload;
  const part = await gatherPersonalData(context, subjectId);
  recordEvent(context.em, {
    type: "binding.DataGathered",
    key: subjectId,
    payload: { requestId, sealedPart: await sealForReader(publicKey, part) },
  });
}
