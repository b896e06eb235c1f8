import {
  ChangePartnerDocument,
  type Channel,
  RegisterPartnerDocument,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type FormEvent, useState } from "react";
import { cashierWords } from "../words/cashier";
import { type PartnerScope, partnersWords } from "../words/partners";
import { LongText } from "./long-text";
import type { Partner } from "./partners-page";
import { PublicKeyField } from "./public-key-field";
import { Ticks } from "./ticks";

export const longestReason = 500;

/** A partner that is registered, or changed: what it is called, may do, and where guardians come back to. */
export function PartnerForm({
  partner,
  onDone,
  onLeave,
}: {
  /** Absent: a new one. */
  partner?: Partner;
  onDone(done: string): void;
  onLeave(): void;
}) {
  const words = useCatalogue(partnersWords);
  const { channels: channelNames } = useCatalogue(cashierWords);
  const mutate = useMutate();
  const [id, setId] = useState(partner?.id ?? "");
  const [name, setName] = useState(partner?.name ?? "");
  const [channels, setChannels] = useState<readonly Channel[]>(partner?.channels ?? []);
  const [scopes, setScopes] = useState<readonly string[]>(
    partner?.scopes ?? ["bills:read", "payments:notify"],
  );
  const [redirects, setRedirects] = useState(partner?.redirectUris.join("\n") ?? "");
  const [key, setKey] = useState("");
  const [reason, setReason] = useState("");
  const [isShown, setShown] = useState(false);
  const empty = (value: string) => (isShown && value.trim() === "" ? words.missing : undefined);
  const isWhole =
    [id, name, reason, partner ? "its own" : key].every((value) => value.trim() !== "") &&
    channels.length > 0 &&
    scopes.length > 0;
  const { title, lead, act, done } = partner ? words.change : words.register;
  const saving = useAct(async () => {
    setShown(true);
    if (!isWhole) return;
    const redirectUris = redirects.split(/\s+/).filter((uri) => uri !== "");
    const input = { id, name, channels: [...channels], scopes: [...scopes], redirectUris, reason };
    if (partner) await mutate(ChangePartnerDocument, { input });
    else await mutate(RegisterPartnerDocument, { input: { ...input, key } });
    onDone(done(name));
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    void saving.run();
  };
  return (
    <form className="partner-form" aria-label={title(name)} onSubmit={save} noValidate>
      {partner ? <h3>{title(name)}</h3> : <h2>{title(name)}</h2>}
      <p>{lead}</p>
      {!partner && (
        <Field
          label={words.id}
          hint={words.idHint}
          value={id}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          problem={empty(id)}
          onChange={(event) => setId(event.target.value)}
        />
      )}
      <Field
        label={words.name}
        value={name}
        maxLength={60}
        autoComplete="off"
        problem={empty(name)}
        onChange={(event) => setName(event.target.value)}
      />
      <Ticks<Channel>
        legend={words.channels}
        options={Object.entries(channelNames).map(([value, label]) => ({ value: value as Channel, label }))}
        ticked={channels}
        problem={isShown && channels.length === 0 ? words.missing : undefined}
        onChange={setChannels}
      />
      <Ticks<string>
        legend={words.scopes}
        options={Object.entries(words.scope).map(([value, label]) => ({
          value: value as PartnerScope,
          label,
        }))}
        ticked={scopes}
        problem={isShown && scopes.length === 0 ? words.missing : undefined}
        onChange={setScopes}
      />
      <LongText
        label={words.redirects}
        hint={words.redirectsHint}
        value={redirects}
        onChange={setRedirects}
      />
      {!partner && <PublicKeyField value={key} problem={empty(key)} onChange={setKey} />}
      <Field
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        maxLength={longestReason}
        autoComplete="off"
        problem={empty(reason)}
        onChange={(event) => setReason(event.target.value)}
      />
      <FailureAlert failure={saving.failure} />
      <div className="actions-line">
        <Button type="submit" isBusy={saving.isRunning}>
          {partner ? words.save : act}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {words.leave}
        </Button>
      </div>
    </form>
  );
}
