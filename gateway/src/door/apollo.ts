import { ApolloServer, type ApolloServerOptions } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { Mode } from "@campus-graph/kit/config";
import type { Log } from "@campus-graph/kit/log";
import { isUnknown } from "../errors.js";
import { quietLogger } from "../execution/quiet-logger.js";
import type { GraphQLContext } from "./graphql.js";

interface Options {
  mode: Mode;
  /** Whether a page of another site could make a browser ask in its user's name; open mode knows no users. */
  csrfPrevention?: boolean;
  gateway: NonNullable<ApolloServerOptions<GraphQLContext>["gateway"]>;
  log: Log;
}

/** Apollo Server answers HTTP as its specification wants: methods, media types, forged posts. */
export function createApolloServer({
  mode,
  gateway,
  log,
  csrfPrevention = true,
}: Options): ApolloServer<GraphQLContext> {
  const isOpen = mode !== "production";
  return new ApolloServer<GraphQLContext>({
    gateway,
    introspection: isOpen,
    hideSchemaDetailsFromClientErrors: !isOpen,
    includeStacktraceInErrorResponses: false,
    csrfPrevention,
    allowBatchedHttpRequests: false,
    // Texts are looked up by their hash before the limits, alike for every transport.
    persistedQueries: false,
    stopOnTerminationSignals: false,
    nodeEnv: "production",
    logger: quietLogger(log),
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
    stringifyResult: (result) => JSON.stringify(result),
    formatError(formatted, error) {
      if (isUnknown(formatted) && formatted.extensions?.fromSubgraph !== true)
        log.error({ err: error }, "an operation failed");
      return formatted;
    },
  });
}
