import { Page } from "@campus-graph/ui/components/page";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { shellWords } from "../words/shell";

export default function CashierRoom() {
  const { app, room } = useCatalogue(shellWords);
  return (
    <Page title={room.CASHIER} app={app}>
      {null}
    </Page>
  );
}
