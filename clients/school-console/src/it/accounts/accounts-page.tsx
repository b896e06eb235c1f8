import type { FindAccountsQueryVariables } from "@campus-graph/clients/generated/operations";
import { FindAccountsDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Choices, Field } from "@campus-graph/ui/components/field";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type FormEvent, useState } from "react";
import { useOffice } from "../../office/office";
import { itWords } from "../../words/it";
import { shellWords } from "../../words/shell";
import { AccountCard } from "./account-card";

const kinds = ["email", "mobile", "nationalId", "userName"] as const;
type Kind = (typeof kinds)[number];
type Input = FindAccountsQueryVariables["input"];

/** Somebody asks for help: whose account it is, and what it is in. What was typed stands in no address, and no cache. */
export function AccountsPage() {
  const { app } = useCatalogue(shellWords);
  const { accounts: words } = useCatalogue(itWords);
  const { isBureau } = useOffice();
  const [kind, setKind] = useState<Kind>("email");
  const [typed, setTyped] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [asked, setAsked] = useState<{ input: Input; times: number }>();
  const find = (event: FormEvent) => {
    event.preventDefault();
    setMissing(typed.trim() === "");
    if (typed.trim() !== "")
      setAsked(({ times } = { input: {}, times: 0 }) => ({ input: { [kind]: typed }, times: times + 1 }));
  };
  return (
    <Page title={words.title} app={app}>
      <p className="lead">{isBureau ? words.bureauLead : words.lead}</p>
      <form className="find-account" onSubmit={find} noValidate>
        <Choices<Kind>
          legend={words.by}
          name="by"
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChoose={setKind}
        />
        <Field
          label={words.kinds[kind]}
          hint={words.hints[kind]}
          value={typed}
          maxLength={320}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          problem={isMissing ? words.missing : undefined}
          onChange={(event) => setTyped(event.target.value)}
          beside={<Button type="submit">{words.find}</Button>}
        />
      </form>
      {asked && <Found key={asked.times} input={asked.input} />}
    </Page>
  );
}

function Found({ input }: { input: Input }) {
  const { accounts: words } = useCatalogue(itWords);
  const { isBureau } = useOffice();
  const found = useUncached(FindAccountsDocument, { input });
  return (
    <Loaded of={found}>
      {({ accounts: { edges } }) => (
        <>
          {edges.length === 0 && (
            <p className="lead" role="status">
              {isBureau ? words.bureauNone : words.none}
            </p>
          )}
          {edges.map(({ node }) => (
            <AccountCard key={node.id} account={node} />
          ))}
        </>
      )}
    </Loaded>
  );
}
