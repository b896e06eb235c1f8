import { ReviewNoticeDocument } from "@campus-graph/clients/generated/operations";
import { useTail } from "@campus-graph/ui/graph/use-tail";
import { useHasEnded } from "@campus-graph/ui/session/session-keeper";
import { useEffect, useRef } from "react";

/** Thirty decisions at once bring many notices: the grid is asked for once for all that come so close together. */
const togetherMs = 250;

/** Tells whenever the grid of the class has changed, as long as the session lasts. */
export function useReviewNotices(classId: string, onChanged: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const changed = useRef(onChanged);
  useEffect(() => {
    changed.current = onChanged;
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  useTail(ReviewNoticeDocument, { pause: useHasEnded() }, ({ reviewNotice: notice }) => {
    if (notice.classId === classId)
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        changed.current();
      }, togetherMs);
    return notice.cursor;
  });
}
