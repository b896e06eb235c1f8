import type { Operation } from "@campus-graph/clients/document";
import { useEffect, useRef } from "react";
import { useClient } from "urql";
import { useSession } from "../session/session-provider";
import { listen } from "./listen";

/** Listens to a feed from now on, as long as a screen is there. `onNotice` answers the notice's cursor. */
export function useTail<Data>(
  operation: Operation<Data, { after?: string | null | undefined }>,
  { pause = false }: { pause?: boolean },
  onNotice: (data: Data) => string,
): void {
  const client = useClient();
  const { refresh } = useSession();
  const latest = useRef(onNotice);
  useEffect(() => {
    latest.current = onNotice;
  });
  useEffect(() => {
    if (pause) return;
    return listen(
      client,
      operation,
      () => void refresh(),
      (data) => latest.current(data),
    );
  }, [client, operation, pause, refresh]);
}
