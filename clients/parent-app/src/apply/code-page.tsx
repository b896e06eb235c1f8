import { Button } from "@campus-graph/ui/components/button";
import { Page } from "@campus-graph/ui/components/page";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { codeWords } from "../words/code";
import { shellWords } from "../words/shell";
import { CodeForm } from "./code-form";
import { ShortNotice } from "./short-notice";
import { Stepper } from "./stepper";

/** Step 1, for whoever is not known yet. Where the code leads is what was asked for: to apply, or to see how it stands. */
export function CodePage({ isNew }: { isNew: boolean }) {
  const words = useCatalogue(codeWords);
  const { app } = useCatalogue(shellWords);
  const { confirmCode, signIn } = useSession();
  return (
    <Page title={words.title} app={app} backTo="/">
      {isNew && <Stepper step={1} />}
      <p className="lead">{words.lead}</p>
      <CodeForm name="code" onCode={confirmCode} />
      {isNew && <ShortNotice />}
      <Button kind="plain" onClick={() => signIn()}>
        {words.signIn}
      </Button>
    </Page>
  );
}
