import {
  ApplicationsDocument,
  type ApplicationsQuery,
  StartApplicationDocument,
} from "@campus-graph/clients/generated/operations";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { type Queried, useQuery } from "@campus-graph/ui/graph/use-query";
import { useEffect, useRef } from "react";

export type Application = ApplicationsQuery["myApplications"][number];

/** The open draft as the server keeps it, on whatever device it was begun; one is opened where there is none. */
export function useDraft(): Queried<Application> {
  const mutate = useMutate();
  const list = useQuery(ApplicationsDocument);
  const start = useAct(() => mutate(StartApplicationDocument, {}));
  const draft = list.data?.myApplications.find(({ status }) => status === "DRAFT");
  // A draft that was here and is gone was sent in, or left: no other is opened behind its back.
  const wasHere = useRef(false);
  if (draft) wasHere.current = true;
  const isWanted = list.data !== undefined && !wasHere.current && !list.isFetching && !start.failure;
  const { run } = start;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking twice answers the same draft.
  useEffect(() => {
    if (isWanted) void run();
  }, [isWanted]);
  return {
    data: draft,
    failure: start.failure ?? list.failure,
    isFetching: list.isFetching || start.isRunning || isWanted,
    again() {
      start.clear();
      list.again();
    },
  };
}
