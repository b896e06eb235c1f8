import { Button } from "@campus-graph/ui/components/button";
import { Page } from "@campus-graph/ui/components/page";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useSearch } from "wouter";
import { shellWords } from "../words/shell";

/** For somebody who is not known yet. A link from a mail leads on once its reader has signed in. */
export function WelcomePage() {
  const { app, welcome } = useCatalogue(shellWords);
  const { signIn } = useSession();
  const hasFailed = new URLSearchParams(useSearch()).has("signIn");
  return (
    <Page title={welcome.title} app={app}>
      <p className="lead">{welcome.lead}</p>
      {hasFailed && (
        <p className="alert" role="alert">
          {welcome.failed}
        </p>
      )}
      <div className="enter">
        <Button onClick={() => signIn()}>{welcome.signIn}</Button>
        <p className="hint">{welcome.hint}</p>
      </div>
      <p>
        <a href="/parent/">{welcome.parents}</a>
      </p>
    </Page>
  );
}
