import { Page } from "@campus-graph/ui/components/page";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { shellWords } from "../words/shell";

export default function TeacherRoom() {
  const { app, room } = useCatalogue(shellWords);
  return (
    <Page title={room.TEACHER} app={app}>
      {null}
    </Page>
  );
}
