import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import { getOperationAST, OperationTypeNode } from "graphql";
import type { OperationContext } from "./operation-context.js";

/** One operation that was answered. It holds nothing about the viewer or the data. */
export interface Answered {
  transport: "http" | "socket";
  /** As the client named it. */
  operation: string | undefined;
  traceId: string;
  tookMs: number;
  /** Codes of the answer's errors. */
  codes: readonly unknown[];
}

/** Called for every answer to a query or mutation. */
export type OnAnswered = (answered: Answered) => void;

/** Reports every operation that could be parsed, but for subscriptions, which are counted by their events. */
export function reportsAnswers(onAnswered: OnAnswered): ApolloServerPlugin<OperationContext> {
  const listener: GraphQLRequestListener<OperationContext> = {
    async willSendResponse({ contextValue: { call }, document, operation, request, response: { body } }) {
      const operationNode = operation ?? (document && getOperationAST(document, request.operationName));
      if (call.prepared?.kind === OperationTypeNode.SUBSCRIPTION || body.kind !== "single") return;
      onAnswered({
        transport: call.transport,
        operation: operationNode?.name?.value,
        traceId: call.reader.traceId,
        tookMs: performance.now() - call.began,
        codes: (body.singleResult.errors ?? []).map(({ extensions }) => extensions?.code),
      });
    },
  };
  return { requestDidStart: async () => listener };
}
