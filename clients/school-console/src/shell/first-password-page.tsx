import { Page } from "@campus-graph/ui/components/page";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { shellWords } from "../words/shell";

/** After a sign-in with an initial password nothing else is open. */
export function FirstPasswordPage() {
  const { app, firstPassword } = useCatalogue(shellWords);
  return (
    <Page title={firstPassword.title} app={app}>
      <p className="lead">{firstPassword.lead}</p>
      <a className="button main" href="/parent/">
        {firstPassword.go}
      </a>
    </Page>
  );
}
