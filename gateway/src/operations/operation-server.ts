import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { Log } from "@campus-graph/kit/ops/log";
import { quietLogger } from "../execution/quiet-logger.js";
import type { DocumentStore } from "./document-store.js";
import type { Limits } from "./limits.js";
import type { Manifest } from "./manifest.js";
import type { OperationContext } from "./operation-context.js";
import { createScreeningRule } from "./screen-document.js";
import { textsByHash } from "./texts-by-hash.js";

export type OperationServer = ApolloServer<OperationContext>;

interface Options {
  gateway: NonNullable<ConstructorParameters<typeof ApolloServer<OperationContext>>[0]["gateway"]>;
  documentStore: DocumentStore;
  limits: Limits;
  /** When given, nothing but these operations runs. */
  safelist: Manifest | null;
  /** Whether introspection is on, and with it suggestions of similar names. */
  introspection: boolean;
  /** In the order in which their hooks are called. */
  plugins: readonly ApolloServerPlugin<OperationContext>[];
  log: Log;
}

/**
 * Apollo Server as every transport uses it: parsing, validation, persisted operations, and the hooks of its plugins.
 * What sends anything to its vendor stays off, whatever stands in the environment.
 */
export async function startOperationServer(options: Options): Promise<OperationServer> {
  const { limits, safelist, introspection } = options;
  const server = new ApolloServer<OperationContext>({
    gateway: options.gateway,
    documentStore: options.documentStore,
    ...(safelist && { persistedQueries: textsByHash(safelist) }),
    parseOptions: Number.isFinite(limits.tokens) ? { maxTokens: limits.tokens } : {},
    validationRules: [createScreeningRule(limits, safelist)],
    validationOptions: { maxErrors: 1, hideSuggestions: !introspection },
    introspection,
    // See `csrf.ts`.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: "production",
    stringifyResult: JSON.stringify,
    logger: quietLogger(options.log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ...options.plugins,
    ],
  });
  await server.start();
  return server;
}
