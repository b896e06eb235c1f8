import { Button } from "@campus-graph/ui/components/button";
import { Page } from "@campus-graph/ui/components/page";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useMeWords } from "../words/me";
import { useShellWords } from "../words/shell";
import { PasswordForm } from "./password-form";

/** After a sign-in with the initial password nothing else is open. */
export default function FirstPasswordPage() {
  const words = useMeWords();
  const { app } = useShellWords();
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
