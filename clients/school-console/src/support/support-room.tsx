import { SupportCaseDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type FormEvent, useState } from "react";
import { shellWords } from "../words/shell";
import { supportWords } from "../words/support";
import { CaseCard } from "./case-card";

/** Somebody asks what became of theirs: looked up by a number that says nothing of them. */
export default function SupportRoom() {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(supportWords);
  const [typed, setTyped] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [asked, setAsked] = useState<{ id: string; times: number }>();
  const find = (event: FormEvent) => {
    event.preventDefault();
    const id = typed.trim().toLowerCase();
    setMissing(id === "");
    if (id !== "") setAsked(({ times } = { id, times: 0 }) => ({ id, times: times + 1 }));
  };
  return (
    <Page title={words.title} app={app}>
      <p className="lead">{words.lead}</p>
      <form className="find-account" onSubmit={find} noValidate>
        <Field
          label={words.number}
          hint={words.numberHint}
          value={typed}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          problem={isMissing ? words.missing : undefined}
          onChange={(event) => setTyped(event.target.value)}
          beside={<Button type="submit">{words.find}</Button>}
        />
      </form>
      {asked && <Found key={asked.times} id={asked.id} />}
    </Page>
  );
}

function Found({ id }: { id: string }) {
  const words = useCatalogue(supportWords);
  const found = useUncached(SupportCaseDocument, { id });
  return (
    <Loaded of={found}>
      {({ supportCase }) =>
        supportCase ? (
          <CaseCard found={supportCase} />
        ) : (
          <p className="lead" role="status">
            {words.none}
          </p>
        )
      }
    </Loaded>
  );
}
