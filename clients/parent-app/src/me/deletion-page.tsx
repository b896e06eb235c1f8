import { RequestDeletionDocument } from "@campus-graph/clients/generated/operations";
import { Page } from "@campus-graph/ui/components/page";
import { failureOf } from "@campus-graph/ui/graph/failure";
import { useMutate } from "@campus-graph/ui/graph/use-act";
import { readSession } from "@campus-graph/ui/session/session";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useId, useState } from "react";
import { deletionWords } from "../words/deletion";
import { shellWords } from "../words/shell";
import { type Proof, ProveOneself } from "./prove-oneself";

/** The end of an account: what it means stands before the button. */
export function DeletionPage() {
  const words = useCatalogue(deletionWords);
  const { app } = useCatalogue(shellWords);
  const mutate = useMutate();
  const { signOut } = useSession();
  const { language } = useLanguage();
  const [isUnderstood, setUnderstood] = useState(false);
  const id = useId();
  const end = async (proof: Proof) => {
    await mutate(RequestDeletionDocument, { input: { ...proof } }).catch(async (error: unknown) => {
      // The bindings' end may have come before the answer, which is withheld then: that nobody is signed in any more says it.
      if (failureOf(error).code !== "SUBGRAPH_UNAVAILABLE") throw error;
      if ((await readSession(language)).kind === "SIGNED_IN") throw error;
    });
    // The session is over already; this browser forgets it, and what it kept.
    await signOut().catch(() => undefined);
    window.location.assign("/parent/?closed");
  };
  return (
    <Page title={words.title} app={app} backTo="/me">
      <p className="lead">{words.lead}</p>
      <Part title={words.atOnceTitle} lines={words.atOnce} />
      <Part title={words.laterTitle} lines={words.later} />
      <Part title={words.staysTitle} lines={words.stays} />
      <label className="check" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={isUnderstood}
          onChange={({ target }) => setUnderstood(target.checked)}
        />
        <span>{words.understood}</span>
      </label>
      {isUnderstood ? (
        <ProveOneself name="deletion" label={words.delete} why={words.prove} kind="danger" act={end} />
      ) : (
        <p className="hint">{words.missing}</p>
      )}
    </Page>
  );
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
