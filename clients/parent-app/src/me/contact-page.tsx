import {
  ConfirmContactChangeDocument,
  MyAccountDocument,
  RequestContactChangeDocument,
} from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { CodeForm } from "../apply/code-form";
import { accountWords } from "../words/account";
import { shellWords } from "../words/shell";

/** Another address or number in the place of the account's own, shown to be theirs by a code that goes there. */
export function ContactPage() {
  const { contact: words } = useCatalogue(accountWords);
  const { app } = useCatalogue(shellWords);
  const { refresh } = useSession();
  const mutate = useMutate();
  const queried = useQuery(MyAccountDocument);
  const [changed, setChanged] = useState<{ email: string | null; mobile: string | null }>();
  const confirm = async (input: { challengeId: string; code: string }) => {
    const { confirmContactChange } = await mutate(ConfirmContactChangeDocument, { input });
    const { email = null, mobile = null } = confirmContactChange;
    setChanged({ email: email ?? null, mobile: mobile ?? null });
    await refresh();
  };
  return (
    <Page title={words.title} app={app} backTo="/me">
      <p className="lead">{words.lead}</p>
      <div role="status">{changed && <p className="told">{words.changed}</p>}</div>
      <Loaded of={queried}>
        {({ me }) => (
          <dl className="card person">
            <dt>{words.email}</dt>
            <dd>{changed?.email ?? me?.email}</dd>
            <dt>{words.mobile}</dt>
            <dd>{changed?.mobile ?? me?.mobile ?? words.noMobile}</dd>
          </dl>
        )}
      </Loaded>
      {!changed && (
        <section className="card">
          <h2>{words.another}</h2>
          <CodeForm
            name="contact-change"
            request={async (input) =>
              (await mutate(RequestContactChangeDocument, { input })).requestContactChange
            }
            onCode={confirm}
          />
        </section>
      )}
    </Page>
  );
}
