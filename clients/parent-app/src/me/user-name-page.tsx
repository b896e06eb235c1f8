import { MyAccountDocument, SetUserNameDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert, Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type FormEvent, useState } from "react";
import { accountWords } from "../words/account";
import { shellWords } from "../words/shell";

/** A name of one's own to sign in by, beside the e-mail address. */
export function UserNamePage() {
  const { userName: words } = useCatalogue(accountWords);
  const { app } = useCatalogue(shellWords);
  const queried = useQuery(MyAccountDocument);
  return (
    <Page title={words.title} app={app} backTo="/me">
      <p className="lead">{words.lead}</p>
      <Loaded of={queried}>{({ me }) => me && <Form now={me.userName ?? ""} />}</Loaded>
    </Page>
  );
}

function Form({ now }: { now: string }) {
  const { userName: words } = useCatalogue(accountWords);
  const mutate = useMutate();
  const [typed, setTyped] = useState(now);
  const [isMissing, setMissing] = useState(false);
  const [message, setMessage] = useState<string>();
  const save = useAct(async (userName: string | null) => {
    const { setUserName } = await mutate(SetUserNameDocument, { input: { userName } });
    setTyped(setUserName.userName ?? "");
    setMessage(setUserName.userName === null ? words.gone : words.saved(setUserName.userName ?? ""));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMessage(undefined);
    setMissing(typed.trim() === "");
    if (typed.trim() !== "") void save.run(typed);
  };
  return (
    <form noValidate onSubmit={submit}>
      <div role="status">{message && <p className="told">{message}</p>}</div>
      <Field
        label={words.name}
        hint={words.hint}
        value={typed}
        maxLength={60}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        problem={isMissing ? words.missing : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <FailureAlert failure={save.failure} />
      <Button type="submit" isBusy={save.isRunning}>
        {words.save}
      </Button>
      {now !== "" && (
        <Button kind="plain" isBusy={save.isRunning} onClick={() => void save.run(null)}>
          {words.remove}
        </Button>
      )}
    </form>
  );
}
