import { Page } from "@campus-graph/ui/components/page";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useEffect } from "react";
import { shellWords } from "../words/shell";

/** Where a sign-in from a covered screen leads: it tells the other tabs, and is done. */
export function BackAgainPage() {
  const { app, backAgain } = useCatalogue(shellWords);
  const { notifyTabs } = useSession();
  useEffect(() => {
    notifyTabs();
    window.close();
  }, [notifyTabs]);
  return (
    <div className="frame">
      <Page title={backAgain.title} app={app}>
        <p className="lead">{backAgain.lead}</p>
      </Page>
    </div>
  );
}
