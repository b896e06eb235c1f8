import { Page } from "@campus-graph/ui/components/page";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { shellWords } from "../words/shell";

/** Somebody signed in who works at no school. */
export function NoRoomPage() {
  const { app, noRoom, welcome } = useCatalogue(shellWords);
  return (
    <Page title={noRoom.title} app={app}>
      <p className="lead">{noRoom.lead}</p>
      <p>
        <a href="/parent/">{welcome.parents}</a>
      </p>
    </Page>
  );
}
