import { Button } from "@campus-graph/ui/components/button";
import { Page } from "@campus-graph/ui/components/page";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { meWords } from "../words/me";
import { shellWords } from "../words/shell";
import { PasswordForm } from "./password-form";

/** After a sign-in with the initial password nothing else is open. */
export default function FirstPasswordPage() {
  const words = useCatalogue(meWords);
  const { app } = useCatalogue(shellWords);
  const { refresh, signOut } = useSession();
  return (
    <Page title={words.firstTitle} app={app}>
      <p className="lead">{words.firstLead}</p>
      <PasswordForm isFirst onChanged={() => void refresh()} />
      <Button kind="plain" onClick={() => void signOut()}>
        {words.signOut}
      </Button>
    </Page>
  );
}
