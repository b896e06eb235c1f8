import { ClassGridDocument, type MyClassesQuery } from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { formatDay } from "@campus-graph/ui/format/dates";
import { useLastData } from "@campus-graph/ui/graph/use-last-data";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useHasEnded } from "@campus-graph/ui/session/session-keeper";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { ReviewGrid } from "../review/review-grid";
import { reviewWords } from "../words/review";
import { shellWords } from "../words/shell";
import { useReviewNotices } from "./use-review-notices";

/** A notice tells of every change but one that time itself makes, such as the end of a deputy's last day. */
const pollEveryMs = 60_000;
/** Who applies is identity's to tell, which may hear of a request a moment after binding. */
const pollForGuardiansEveryMs = 4_000;

export function ClassPage({
  schoolClass: { id, name, deputyUntil },
}: {
  schoolClass: MyClassesQuery["myClasses"][number];
}) {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(reviewWords);
  const { language } = useLanguage();
  const hasEnded = useHasEnded();
  const [isWhole, setWhole] = useState(true);
  const everyMs = hasEnded ? 0 : isWhole ? pollEveryMs : pollForGuardiansEveryMs;
  const grid = useLastData(useQuery(ClassGridDocument, { variables: { classId: id }, everyMs }));
  const isNowWhole = !grid.data?.classReview.some(({ pending }) => pending.some((each) => !each.guardian));
  if (isNowWhole !== isWhole) setWhole(isNowWhole);
  useReviewNotices(id, grid.again);
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
