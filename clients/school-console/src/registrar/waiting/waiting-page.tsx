import { RegistrarReviewDocument } from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useLastData } from "@campus-graph/ui/graph/use-last-data";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useHasEnded } from "@campus-graph/ui/session/session-keeper";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { ReviewGrid } from "../../review/review-grid";
import { registrarWords } from "../../words/registrar";
import { shellWords } from "../../words/shell";

/** As rarely as fits: few classes have no homeroom teacher. */
const pollEveryMs = 10_000;

/** Requests that no homeroom teacher can decide, in the teacher's own grid. */
export function WaitingPage({ schoolCode }: { schoolCode: string }) {
  const { app } = useCatalogue(shellWords);
  const { waiting } = useCatalogue(registrarWords);
  const everyMs = useHasEnded() ? 0 : pollEveryMs;
  const queue = useLastData(useQuery(RegistrarReviewDocument, { variables: { schoolCode }, everyMs }));
  return (
    <Page title={waiting.title} app={app}>
      <p className="lead">{waiting.lead}</p>
      <Loaded of={queue}>
        {({ registrarReview }) => <ReviewGrid rows={registrarReview} readAnew={queue.again} showsClass />}
      </Loaded>
    </Page>
  );
}
