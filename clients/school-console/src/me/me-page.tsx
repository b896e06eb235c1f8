import {
  DeliveryPreferencesDocument,
  SetDeliveryPreferenceDocument,
} from "@campus-graph/clients/generated/operations";
import { FailureAlert, Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { useStaff } from "../shell/staff";
import { meWords } from "../words/me";
import { shellWords } from "../words/shell";

/** What somebody of a school is written to about, and the way to their account. */
export default function MePage() {
  const words = useCatalogue(meWords);
  const { app } = useCatalogue(shellWords);
  const { roles } = useStaff();
  const queried = useQuery(DeliveryPreferencesDocument);
  return (
    <Page title={words.title} app={app}>
      <p className="lead">{words.lead}</p>
      <section className="me-card">
        <h2>{words.messages}</h2>
        <Loaded of={queried}>
          {({ me, deliveryPreferences }) => (
            <>
              {me?.emailUndeliverable && (
                <p className="alert" role="alert">
                  <strong>{words.undeliverable(me.email ?? "")}</strong> {words.undeliverableHint}
                </p>
              )}
              {roles.has("TEACHER") ? (
                <Digest
                  isWanted={deliveryPreferences.find(({ kind }) => kind === "REVIEWS")?.email ?? false}
                />
              ) : (
                <p>{words.none}</p>
              )}
            </>
          )}
        </Loaded>
        <p className="hint">{words.always}</p>
      </section>
      <section className="me-card">
        <h2>
          <a href="/sso">{words.account}</a>
        </h2>
        <p className="hint">{words.accountHint}</p>
      </section>
    </Page>
  );
}

/** A box that is ticked is kept at once, and keeps what it was where that could not be kept. */
function Digest({ isWanted }: { isWanted: boolean }) {
  const words = useCatalogue(meWords);
  const mutate = useMutate();
  const [chosen, setChosen] = useState<boolean>();
  const [hasSaved, setSaved] = useState(false);
  const choose = useAct(async (wanted: boolean) => {
    setSaved(false);
    setChosen(wanted);
    try {
      const input = { kind: "REVIEWS", channel: "EMAIL", wanted } as const;
      await mutate(SetDeliveryPreferenceDocument, { input });
    } catch (error) {
      setChosen(undefined);
      throw error;
    }
    setSaved(true);
  });
  return (
    <fieldset className="me-choice">
      <legend>{words.REVIEWS}</legend>
      <p className="hint">{words.reviewsHint}</p>
      <FailureAlert failure={choose.failure} />
      <label className="check">
        <input
          type="checkbox"
          checked={chosen ?? isWanted}
          disabled={choose.isRunning}
          onChange={({ target }) => void choose.run(target.checked)}
        />
        <span>{words.email}</span>
      </label>
      <p role="status">{hasSaved && words.saved}</p>
    </fieldset>
  );
}
