import type { Log } from "@campus-graph/kit/ops/log";
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from "graphql";
import { presentErrors, type Reader } from "../../errors/present-error.js";
import { GatewayRefusal } from "../../errors/refusal.js";
import type { PlannedSubscription } from "../../execution/compile-passthrough.js";
import type { OwnExecutor } from "../../execution/own-executor.js";
import type { PreparedOperation } from "../../operations/operation-context.js";
import type { Supergraph } from "../../subgraphs/supergraph.js";
import { newTraceId } from "../../subgraphs/trace-id.js";
import type { Authenticated } from "../../viewer/authenticate.js";
import { RenewedViewer } from "../../viewer/renewed-viewer.js";
import type { RevocationList } from "../../viewer/revocation-list.js";
import type { Sessions } from "../../viewer/sessions.js";
import { closableGenerator } from "../closable-generator.js";
import type { Subscribe } from "../subscribe.js";
import type { TailTiming } from "../subscription-limits.js";
import { type Deliveries, SharedUpstream, type StreamEnd } from "./shared-upstream.js";
import type { Upstreams } from "./upstreams.js";

interface Options {
  executor: Pick<OwnExecutor, "planSubscription">;
  upstreams: Upstreams;
  supergraph: () => Supergraph;
  sessions: Sessions;
  revocations: RevocationList;
  timing: Pick<TailTiming, "retryMs" | "slowIntervalMs">;
  log: Log;
  /** Open mode knows nobody, so that nobody there is the same as another. */
  shares: boolean;
  /** See {@link Reader}. */
  exposeErrors: boolean;
  /** Called with the subgraph's name for each event that goes out to a subscriber. */
  onStreamed?: ((subgraph: string) => void) | undefined;
}

/** Ordinary subscriptions of any subgraph. Who asks for the same as the same viewer shares one subscription upstream. */
export function createPassthrough(options: Options): Subscribe {
  const { executor, supergraph, sessions, log, shares, exposeErrors, onStreamed } = options;
  // By the supergraph, so that nobody joins what was planned over the one before.
  const open = new WeakMap<Supergraph, Map<string, SharedUpstream>>();
  const readerOf = ({ viewer: { language } }: Pick<Authenticated, "viewer">): Reader => ({
    language,
    traceId: newTraceId(),
    exposeErrors,
  });

  const answering =
    (planned: PlannedSubscription, reader: Reader): SharedUpstream["options"]["answer"] =>
    async (event, caller) => {
      const { traceId } = caller;
      try {
        return presented(await planned.complete(event, caller), { ...reader, traceId });
      } catch (err) {
        log.error({ err, traceId }, "an event could not be completed");
        return refused([new GatewayRefusal("INTERNAL")], { ...reader, traceId });
      }
    };

  const streamFor = (operation: PreparedOperation, planned: PlannedSubscription): SharedUpstream => {
    const { authenticated } = operation;
    const current = supergraph();
    const streams = open.get(current) ?? new Map<string, SharedUpstream>();
    open.set(current, streams);
    const key = keyOf(operation);
    const known = shares ? streams.get(key) : undefined;
    if (known) return known;
    const made: SharedUpstream = new SharedUpstream({
      ...options,
      planned,
      viewer: authenticated.viewer,
      headers: operation.headers,
      answer: answering(planned, readerOf(authenticated)),
      onOver() {
        if (streams.get(key) === made) streams.delete(key);
      },
    });
    if (shares) streams.set(key, made);
    return made;
  };

  /** True: to be joined anew, since its viewer may see other things from now on. */
  async function* deliver(
    deliveries: Deliveries,
    authenticated: Authenticated,
    subgraph: string,
  ): AsyncGenerator<ExecutionResult, boolean, void> {
    for (;;) {
      const taken = await deliveries.take();
      try {
        sessions.check(authenticated);
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        yield refused([error], readerOf(authenticated));
        return false;
      }
      if ("end" in taken) {
        if (taken.end === "renewed") return true;
        const errors = errorsOf(taken.end, subgraph);
        if (errors.length > 0) yield refused(errors, readerOf(authenticated));
        return false;
      }
      // From here to the socket lie only microtasks, in which no message of the bus can arrive.
      if (!taken.value.isCurrent()) continue;
      onStreamed?.(subgraph);
      yield taken.value.result;
    }
  }

  return async (operation) => {
    const { authenticated } = operation;
    try {
      const planned = executor.planSubscription(operation);
      const join = () => {
        const stream = streamFor(operation, planned);
        return { stream, deliveries: stream.join() };
      };
      let joined = join();
      const unsubscribe = () => joined.stream.unsubscribe(joined.deliveries);
      // What was asked for as a cashier is not sent on to who is none any more.
      const stopWatching = onAccessChange(authenticated, () => joined.deliveries.cut("renewed"));
      async function* delivered(): AsyncGenerator<ExecutionResult, void, void> {
        while (yield* deliver(joined.deliveries, authenticated, planned.subgraph)) {
          unsubscribe();
          joined = join();
        }
      }
      return closableGenerator(delivered(), () => {
        stopWatching();
        unsubscribe();
      });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return presented({ errors: [error] }, readerOf(authenticated));
    }
  };
}

/** Only who holds a socket by a cookie is renewed. */
function onAccessChange(authenticated: Authenticated, listener: () => void): () => void {
  return authenticated instanceof RenewedViewer ? authenticated.onAccessChange(listener) : () => {};
}

/** All that a subgraph can know of who asks, and what for; the trace id aside. */
function keyOf({ source, operationName, variables, authenticated }: PreparedOperation): string {
  return JSON.stringify([source, operationName ?? null, variables, authenticated.viewer]);
}

function errorsOf(end: StreamEnd, serviceName: string): (GraphQLError | GraphQLFormattedError)[] {
  if (typeof end === "object") return end.refused;
  switch (end) {
    case "complete":
      return [];
    case "lost":
      return [new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName })];
    case "uncertain":
      return [new GatewayRefusal("SESSION_UNCERTAIN")];
    case "overrun":
      return [new GatewayRefusal("SUBSCRIPTION_OVERRUN")];
  }
}

function presented({ data, errors }: ExecutionResult, reader: Reader): ExecutionResult {
  return {
    ...(errors && { errors: presentErrors(errors, reader) as GraphQLError[] }),
    ...(data !== undefined && { data }),
  };
}

function refused(errors: readonly (GraphQLError | GraphQLFormattedError)[], reader: Reader): ExecutionResult {
  return { data: null, errors: presentErrors(errors, reader) as GraphQLError[] };
}
