import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { openBinding } from "../../use-cases/open-binding.js";
import { renewPerson } from "../../use-cases/renew-person.js";

export async function onAccountProvisioned(
  context: BindingContext,
  { payload }: ReceivedEvent<"identity.AccountProvisioned">,
): Promise<void> {
  const { personKey, formerPersonKey: formerKey } = payload;
  if (personKey && formerKey) await renewPerson(context, { formerKey, personKey });
  await openBinding(context, payload);
}
