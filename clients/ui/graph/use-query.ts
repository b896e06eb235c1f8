import type { Operation } from "@campus-graph/clients/document";
import { useEffect } from "react";
import { type AnyVariables, useQuery as useUrqlQuery } from "urql";
import { type Failure, failureOf } from "./failure";

/** A query as a screen sees it. Data may stand beside a failure: what could be had is shown all the same. */
export interface Queried<Data> {
  data: Data | undefined;
  failure: Failure | undefined;
  isFetching: boolean;
  again(): void;
}

interface QueryOptions<Variables> {
  variables?: Variables;
  pause?: boolean;
  /** How often to ask again while somebody looks, for what no notice tells. */
  everyMs?: number;
}

export function useQuery<Data, Variables extends object>(
  operation: Operation<Data, Variables>,
  { variables, pause = false, everyMs }: QueryOptions<Variables> = {},
): Queried<Data> {
  const [{ data, error, fetching, stale }, execute] = useUrqlQuery<Data, AnyVariables>({
    query: operation.toString(),
    variables: (variables ?? {}) as AnyVariables,
    pause,
  });
  useEffect(() => {
    if (pause) return;
    const back = () => execute({ requestPolicy: "network-only" });
    window.addEventListener("online", back);
    return () => window.removeEventListener("online", back);
  }, [pause, execute]);
  useEffect(() => {
    if (pause || !everyMs) return;
    const look = () => {
      if (document.visibilityState === "visible" && navigator.onLine)
        execute({ requestPolicy: "network-only" });
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [pause, everyMs, execute]);
  return {
    data,
    failure: error ? failureOf(error) : undefined,
    isFetching: fetching || stale,
    again: () => execute({ requestPolicy: "network-only" }),
  };
}
