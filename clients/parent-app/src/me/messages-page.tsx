import {
  DeliveryPreferencesDocument,
  type DeliveryPreferencesQuery,
  PushServiceDocument,
  SetDeliveryPreferenceDocument,
} from "@campus-graph/clients/generated/operations";
import { FailureAlert, Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { messagesWords } from "../words/messages";
import { pushWords } from "../words/push";
import { shellWords } from "../words/shell";
import { PushSwitch } from "./push-switch";
import { Undeliverable } from "./undeliverable";

type Preference = DeliveryPreferencesQuery["deliveryPreferences"][number];
type Channel = "EMAIL" | "SMS" | "PUSH";

/** What one is written to about. A box that is ticked is kept at once. */
export function MessagesPage() {
  const words = useCatalogue(messagesWords);
  const { app } = useCatalogue(shellWords);
  const queried = useQuery(DeliveryPreferencesDocument);
  const { data: pushed } = useQuery(PushServiceDocument);
  const isPushed = Boolean(pushed?.pushService);
  return (
    <Page title={words.title} app={app} backTo="/me">
      <p className="lead">{words.lead}</p>
      <Loaded of={queried}>
        {({ me, deliveryPreferences }) => (
          <>
            <Undeliverable me={me} />
            <PushSwitch />
            {/* Those of teachers are in the school console. */}
            {deliveryPreferences
              .filter(({ kind }) => kind === "BINDING" || kind === "BILLS")
              .map((preference) => (
                <Choice key={preference.kind} preference={preference} isPushed={isPushed} />
              ))}
          </>
        )}
      </Loaded>
      <p className="hint">{words.always}</p>
    </Page>
  );
}

function Choice({ preference, isPushed }: { preference: Preference; isPushed: boolean }) {
  const words = useCatalogue(messagesWords);
  const { session } = useSession();
  const mutate = useMutate();
  const [hasSaved, setSaved] = useState(false);
  const { kind, email, sms, push } = preference;
  const { kind: pushLabel } = useCatalogue(pushWords);
  // A box is ticked at once, and keeps what it was where that could not be kept.
  const [chosen, setChosen] = useState<Partial<Record<Channel, boolean>>>({});
  const choose = useAct(async (channel: Channel, wanted: boolean) => {
    setSaved(false);
    setChosen((before) => ({ ...before, [channel]: wanted }));
    try {
      await mutate(SetDeliveryPreferenceDocument, { input: { kind, channel, wanted } });
    } catch (error) {
      setChosen((before) => ({ ...before, [channel]: undefined }));
      throw error;
    }
    setSaved(true);
  });
  const box = (channel: Channel, label: string, checked: boolean) => (
    <label className="check">
      <input
        type="checkbox"
        checked={chosen[channel] ?? checked}
        disabled={choose.isRunning}
        onChange={({ target }) => void choose.run(channel, target.checked)}
      />
      <span>{label}</span>
    </label>
  );
  const isBills = kind === "BILLS";
  return (
    <fieldset className="card messages-choice">
      <legend>{isBills ? words.BILLS : words.BINDING}</legend>
      <p className="hint">{isBills ? words.billsHint : words.bindingHint}</p>
      <FailureAlert failure={choose.failure} />
      {box("EMAIL", words.email, email)}
      {session?.codesBySms && (
        <>
          {box("SMS", words.sms, sms)}
          <p className="hint">{words.smsHint}</p>
        </>
      )}
      {isPushed && box("PUSH", pushLabel, push)}
      <p className="saved" role="status">
        {hasSaved && words.saved}
      </p>
    </fieldset>
  );
}
