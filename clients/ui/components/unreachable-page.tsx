import { useSession } from "../session/session-provider";
import { FailureMessage } from "./loaded";
import { Page } from "./page";

/** Who is here is not known, because nothing answers. */
export function UnreachablePage({ app }: { app: string }) {
  const { refresh } = useSession();
  return (
    <div className="frame">
      <Page title={app} app={app}>
        <FailureMessage
          failure={{ code: navigator.onLine ? "UNREACHABLE" : "OFFLINE" }}
          again={() => void refresh()}
        />
      </Page>
    </div>
  );
}
