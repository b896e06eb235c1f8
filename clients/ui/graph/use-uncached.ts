import type { Operation, VariablesOf } from "@campus-graph/clients/document";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Failure, failureOf } from "./failure";
import { useConnection } from "./graph-provider";
import type { Queried } from "./use-query";

/**
 * A query that no cache keeps: for answers so large that keeping each of their things would hold up the screen. What
 * was there stays in sight while other variables are asked for.
 */
export function useUncached<Data, Variables extends object>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  { pause = false, everyMs }: { pause?: boolean; everyMs?: number } = {},
): Queried<Data> {
  const connection = useConnection();
  const [data, setData] = useState<Data>();
  const [failure, setFailure] = useState<Failure>();
  const [isFetching, setFetching] = useState(!pause);
  const [round, setRound] = useState(0);
  const latest = useRef(0);
  const key = JSON.stringify(variables);
  const again = useCallback(() => setRound((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further round asks the same once more.
  useEffect(() => {
    if (pause) return;
    const request = ++latest.current;
    const isLatest = () => request === latest.current;
    setFetching(true);
    connection
      .query(operation, ...([JSON.parse(key)] as unknown as VariablesOf<Variables>))
      .then((answer) => {
        if (!isLatest()) return;
        setData(answer);
        setFailure(undefined);
      })
      .catch((error) => isLatest() && setFailure(failureOf(error)))
      .finally(() => isLatest() && setFetching(false));
    return () => {
      latest.current++;
    };
  }, [connection, operation, key, pause, round]);

  useEffect(() => {
    if (pause) return;
    window.addEventListener("online", again);
    const timer = everyMs ? setInterval(() => isSeen() && again(), everyMs) : undefined;
    return () => {
      window.removeEventListener("online", again);
      clearInterval(timer);
    };
  }, [pause, everyMs, again]);

  return { data, failure, isFetching, again };
}

function isSeen(): boolean {
  return document.visibilityState === "visible" && navigator.onLine;
}
