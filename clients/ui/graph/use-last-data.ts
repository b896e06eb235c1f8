import { useState } from "react";
import type { Queried } from "./use-query";

/** A query that goes on showing what it had while it fails or waits, so that what stands on it is not taken away. */
export function useLastData<Data>(queried: Queried<Data>): Queried<Data> {
  const [last, setLast] = useState(queried.data);
  // A refusal comes with no data at all, which is null.
  if (queried.data && queried.data !== last) setLast(queried.data);
  return { ...queried, data: queried.data ?? last };
}
