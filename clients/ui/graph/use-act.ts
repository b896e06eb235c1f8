import type { Operation } from "@campus-graph/clients/document";
import { useCallback, useRef, useState } from "react";
import { type AnyVariables, useClient } from "urql";
import { type Failure, failureOf } from "./failure";
import { useWithSecondFactor } from "./second-factor";

/** Something that a person does. While it runs, doing it again does nothing. */
export interface Act<Input extends unknown[], Result> {
  /** What came of it; undefined when it failed, or was under way already. */
  run(...input: Input): Promise<Result | undefined>;
  isRunning: boolean;
  failure: Failure | undefined;
  clear(): void;
}

export function useAct<Input extends unknown[], Result>(
  act: (...input: Input) => Promise<Result>,
): Act<Input, Result> {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const underWay = useRef(false);
  const run = async (...input: Input) => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setRunning(true);
    setFailure(undefined);
    try {
      return await act(...input);
    } catch (error) {
      setFailure(failureOf(error));
      return undefined;
    } finally {
      underWay.current = false;
      setRunning(false);
    }
  };
  return { run, isRunning, failure, clear: () => setFailure(undefined) };
}

/**
 * A mutation through the cache, which then reads anew what it changed. Where it wants a second factor anew its person is
 * asked, and it runs again with what was typed. Throws what `failureOf` reads.
 */
export function useMutate(): <Data, Variables extends object>(
  operation: Operation<Data, Variables>,
  variables: Variables,
) => Promise<Data> {
  const client = useClient();
  const withSecondFactor = useWithSecondFactor();
  return useCallback(
    (operation, variables) =>
      withSecondFactor(async () => {
        const { data, error } = await client
          .mutation(operation.toString(), variables as AnyVariables)
          .toPromise();
        if (error) throw error;
        return data;
      }),
    [client, withSecondFactor],
  );
}
