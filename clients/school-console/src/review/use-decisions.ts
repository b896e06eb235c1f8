import { ApproveRequestsDocument, ReturnRequestDocument } from "@campus-graph/clients/generated/operations";
import { type Failure, failureOf } from "@campus-graph/ui/graph/failure";
import { useMutate } from "@campus-graph/ui/graph/use-act";
import { useRef, useState } from "react";
import type { Request } from "./rows";

/** What became of a decision: it stays on its line. */
export type Outcome =
  | { act: "approved" }
  | { act: "returned"; reason: string }
  | { act: "refused"; why: Failure };

export interface Decisions {
  busy: ReadonlySet<string>;
  /** By the version that was decided about: one that has come again has none. */
  outcomeOf(request: Decided): Outcome | undefined;
  outcomes: readonly Outcome[];
  /** In the version that was shown, each with a result of its own. */
  approve(requests: readonly Request[], confirmed: ReadonlySet<string>): Promise<void>;
  giveBack(requests: readonly Request[], reason: string): Promise<void>;
}

type Decided = Pick<Request, "id" | "version">;
const keyOf = ({ id, version }: Decided) => `${id} ${version}`;

/** Decides, and reads anew once nothing is under way any more. Further decisions need not wait for those before. */
export function useDecisions(readAnew: () => void): Decisions {
  const mutate = useMutate();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const underWay = useRef(new Set<string>());

  const settle = (request: Decided, outcome: Outcome) => {
    underWay.current.delete(request.id);
    setBusy(new Set(underWay.current));
    setOutcomes((now) => new Map(now).set(keyOf(request), outcome));
  };
  const begin = (requests: readonly Request[]) => {
    const begun = requests.filter(({ id }) => !underWay.current.has(id));
    for (const { id } of begun) underWay.current.add(id);
    setBusy(new Set(underWay.current));
    return begun;
  };
  const end = () => {
    if (underWay.current.size === 0) readAnew();
  };

  return {
    busy,
    outcomeOf: (request) => outcomes.get(keyOf(request)),
    outcomes: [...outcomes.values()],
    async approve(requests, confirmed) {
      const begun = begin(requests);
      if (begun.length === 0) return;
      try {
        const input = {
          requests: begun.map(({ id, version }) => ({ id, version, confirmIdChange: confirmed.has(id) })),
        };
        const { approveRequests } = await mutate(ApproveRequestsDocument, { input });
        for (const [at, { refusal }] of approveRequests.results.entries())
          settle(
            begun[at]!,
            refusal
              ? { act: "refused", why: { code: refusal.code, sentence: refusal.message } }
              : { act: "approved" },
          );
      } catch (error) {
        for (const each of begun) settle(each, { act: "refused", why: failureOf(error) });
      }
      end();
    },
    async giveBack(requests, reason) {
      for (const each of begin(requests))
        try {
          const { id: requestId, version } = each;
          await mutate(ReturnRequestDocument, { input: { requestId, reason, version } });
          settle(each, { act: "returned", reason });
        } catch (error) {
          settle(each, { act: "refused", why: failureOf(error) });
        }
      end();
    },
  };
}
