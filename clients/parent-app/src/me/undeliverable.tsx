import type { DeliveryPreferencesQuery } from "@campus-graph/clients/generated/operations";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { messagesWords } from "../words/messages";

/** That the mailbox is no more, where its own server said so. */
export function Undeliverable({ me }: Pick<DeliveryPreferencesQuery, "me">) {
  const words = useCatalogue(messagesWords);
  if (!me?.emailUndeliverable) return null;
  return (
    <p className="alert" role="alert">
      <strong>{words.undeliverable(me.email ?? "")}</strong>
      <br />
      {words.undeliverableHint}
    </p>
  );
}
