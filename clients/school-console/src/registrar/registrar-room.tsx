import { Page } from "@campus-graph/ui/components/page";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { shellWords } from "../words/shell";

export default function RegistrarRoom() {
  const { app, room } = useCatalogue(shellWords);
  return (
    <Page title={room.REGISTRAR} app={app}>
      {null}
    </Page>
  );
}
