import { ClassGridDocument, type MyClassesQuery } from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { formatDay } from "@campus-graph/ui/format/dates";
import { useLastData } from "@campus-graph/ui/graph/use-last-data";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useHasEnded } from "@campus-graph/ui/session/session-keeper";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { ReviewGrid } from "../review/review-grid";
import { reviewWords } from "../words/review";
import { shellWords } from "../words/shell";

/** No notice tells a reviewer of a new request, so an open grid asks. */
const pollEveryMs = 4_000;

export function ClassPage({
  schoolClass: { id, name, deputyUntil },
}: {
  schoolClass: MyClassesQuery["myClasses"][number];
}) {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(reviewWords);
  const everyMs = useHasEnded() ? 0 : pollEveryMs;
  const { language } = useLanguage();
  const grid = useLastData(useQuery(ClassGridDocument, { variables: { classId: id }, everyMs }));
  return (
    <Page title={name} app={app}>
      <Loaded of={grid}>
        {({ classReview }) =>
          classReview.length === 0 ? (
            // Whose time is over sees nobody any more.
            <p className="lead">{deputyUntil === null ? words.nobody : words.deputyOver}</p>
          ) : (
            <>
              {deputyUntil !== null && (
                <p className="lead">{words.deputy(formatDay(deputyUntil, language))}</p>
              )}
              <ReviewGrid rows={classReview} readAnew={grid.again} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
