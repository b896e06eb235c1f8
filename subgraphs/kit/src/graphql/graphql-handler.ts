import { firstUse } from "../auth/nonces.js";
import type { Verified, Viewer } from "../auth/viewer.js";
import type { Context } from "../context.js";
import type { SignedHandler } from "../http/signed-server.js";
import type { createExecutor, GraphQLRequest } from "./executor.js";

type ContextFor<S> = (viewer: Viewer, traceId: string) => Context<S>;

/** Answers a signed `POST /graphql`. */
export function graphqlHandler<S>(
  executor: ReturnType<typeof createExecutor>,
  contextFor: ContextFor<S>,
): SignedHandler {
  return async ({ verified, body }) => {
    const request = JSON.parse(body) as GraphQLRequest;
    const context = contextFor(verified.viewer, verified.traceId);
    if (executor.isMutation(request) && !(await isFirst(context, verified)))
      return { status: 401, body: { error: "REPLAYED" } };
    return { status: 200, body: await executor.run(request, context) };
  };
}

/** A signed mutation is good for one sending, as is what belongs to a socket: whoever caught it on the wire cannot send it again. */
export function isFirst(context: Context, { nonce }: Verified): Promise<boolean> {
  return firstUse(context.em, nonce, new Date());
}
