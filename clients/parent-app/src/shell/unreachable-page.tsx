import { FailureMessage } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { shellWords } from "../words/shell";

/** Who is here is not known, because nothing answers. */
export function UnreachablePage() {
  const words = useCatalogue(shellWords);
  const { refresh } = useSession();
  return (
    <div className="frame">
      <Page title={words.app} app={words.app}>
        <FailureMessage
          failure={{ code: navigator.onLine ? "UNREACHABLE" : "OFFLINE" }}
          again={() => void refresh()}
        />
      </Page>
    </div>
  );
}
