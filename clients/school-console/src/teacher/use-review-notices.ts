import { ReviewNoticeDocument } from "@campus-graph/clients/generated/operations";
import { listen } from "@campus-graph/ui/graph/listen";
import { useHasEnded } from "@campus-graph/ui/session/session-keeper";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useEffect, useRef } from "react";
import { useClient } from "urql";

/** Thirty decisions at once bring many notices: the grid is asked for once for all that come so close together. */
const togetherMs = 250;

/** Tells whenever the grid of the class has changed, as long as the session lasts. */
export function useReviewNotices(classId: string, onChanged: () => void): void {
  const client = useClient();
  const { refresh } = useSession();
  const hasEnded = useHasEnded();
  const changed = useRef(onChanged);
  useEffect(() => {
    changed.current = onChanged;
  });
  useEffect(() => {
    if (hasEnded) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen(
      client,
      ReviewNoticeDocument,
      () => void refresh(),
      ({ reviewNotice: notice }) => {
        if (notice.classId === classId)
          timer ??= setTimeout(() => {
            timer = undefined;
            changed.current();
          }, togetherMs);
        return notice.cursor;
      },
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, classId, hasEnded, refresh]);
}
