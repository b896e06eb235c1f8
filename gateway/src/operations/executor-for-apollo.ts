import type { ApolloServerOptionsWithGateway, BaseContext } from "@apollo/server";
import type { Log } from "@campus-graph/kit/ops/log";
import { type ExecutionResult, GraphQLError } from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";
import type { Schemas } from "../execution/assemble-executor.js";
import type { Operation } from "../execution/executor-types.js";
import type { RevocationList } from "../viewer/revocation-list.js";
import type { Sessions } from "../viewer/sessions.js";
import type { OperationContext } from "./operation-context.js";

type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>["gateway"];

interface Options {
  execute: (operation: Operation) => Promise<ExecutionResult>;
  /** Says which schema clients see, and when it changes. */
  schemas: Pick<Schemas, "follow">;
  revocations: RevocationList;
  sessions: Pick<Sessions, "hasEnded">;
  log: Log;
}

/** Our executor as Apollo Server's gateway. Never throws: a thrown error's message would reach the client. */
export function executorForApollo({
  execute,
  schemas,
  revocations,
  sessions,
  log,
}: Options): GatewayInterface {
  const run = async (operation: Operation): Promise<ExecutionResult> => {
    try {
      return await execute(operation);
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      log.error({ err: error, traceId: operation.caller.traceId }, "an operation failed");
      return { errors: [new GatewayRefusal("INTERNAL")] };
    }
  };
  return {
    onSchemaLoadOrUpdate: (listener) => schemas.follow(listener),
    async load() {
      return {
        async executor({ document, source, request, context }) {
          const { call } = context as OperationContext;
          const { viewer, reader, disconnected, headers } = call;
          if (!viewer) throw new Error("An operation was to be run that nobody had prepared.");
          // Between authentication and here its document was read: an end that came meanwhile is acknowledged already.
          if (call.kind === "mutation" && call.authenticated && sessions.hasEnded(call.authenticated))
            return { errors: [new GatewayRefusal("SUBGRAPH_UNAVAILABLE")] };
          const done =
            call.kind === "mutation" && viewer.subject !== null
              ? revocations.mutations.begin(viewer.subject)
              : undefined;
          const result = await run({
            document,
            source,
            operationName: request.operationName,
            variables: request.variables ?? {},
            caller: { viewer, traceId: reader.traceId, signal: disconnected, headers },
          }).finally(done);
          if (viewer.subject !== null) call.revocations = revocations.of(viewer.subject);
          return result;
        },
      };
    },
    async stop() {},
  };
}
