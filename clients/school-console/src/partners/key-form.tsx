import { AddPartnerKeyDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type FormEvent, useState } from "react";
import { partnersWords } from "../words/partners";
import { longestReason } from "./partner-form";
import type { Partner } from "./partners-page";
import { PublicKeyField } from "./public-key-field";

/** A further key, which counts beside the one there is. */
export function KeyForm({
  partner: { id, name },
  onDone,
  onLeave,
}: {
  partner: Partner;
  onDone(done: string): void;
  onLeave(): void;
}) {
  const words = useCatalogue(partnersWords);
  const { title, lead, act, done } = words.addKey;
  const mutate = useMutate();
  const [key, setKey] = useState("");
  const [reason, setReason] = useState("");
  const [isShown, setShown] = useState(false);
  const empty = (value: string) => (isShown && value.trim() === "" ? words.missing : undefined);
  const adding = useAct(async () => {
    setShown(true);
    if (key.trim() === "" || reason.trim() === "") return;
    await mutate(AddPartnerKeyDocument, { input: { id, key, reason } });
    onDone(done(name));
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    void adding.run();
  };
  return (
    <form className="partner-form" aria-label={title(name)} onSubmit={add} noValidate>
      <h3>{title(name)}</h3>
      <p>{lead}</p>
      <PublicKeyField value={key} problem={empty(key)} onChange={setKey} />
      <Field
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        maxLength={longestReason}
        autoComplete="off"
        problem={empty(reason)}
        onChange={(event) => setReason(event.target.value)}
      />
      <FailureAlert failure={adding.failure} />
      <div className="actions-line">
        <Button type="submit" isBusy={adding.isRunning}>
          {act}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {words.leave}
        </Button>
      </div>
    </form>
  );
}
