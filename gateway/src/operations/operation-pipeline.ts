import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import type { Log } from "@campus-graph/kit/ops/log";
import type { ExecutionResult } from "graphql";
import type { Schemas } from "../execution/assemble-executor.js";
import type { Operation } from "../execution/executor-types.js";
import type { Authenticate } from "../viewer/authenticate.js";
import type { RevocationList } from "../viewer/revocation-list.js";
import type { Sessions } from "../viewer/sessions.js";
import { createCost, type FieldWeights } from "./cost.js";
import type { DocumentStore } from "./document-store.js";
import { executorForApollo } from "./executor-for-apollo.js";
import type { Limits } from "./limits.js";
import type { Manifest } from "./manifest.js";
import { type OperationServer, startOperationServer } from "./operation-server.js";
import { prepareOperations } from "./prepare-operation.js";
import { presentsErrors } from "./present-errors.js";
import { createIsPublic, type IsPublic } from "./public-operations.js";
import { type OnAnswered, reportsAnswers } from "./report-answers.js";
import { createRunOverSocket, type RunOverSocket } from "./run-over-socket.js";
import { createWhyWithheld, type WhyWithheld } from "./why-withheld.js";

/** From what a client sent to its answer: the same for every transport. */
export interface OperationPipeline {
  /** Answers HTTP. */
  server: OperationServer;
  /** Answers sockets and event streams. */
  run: RunOverSocket;
  /** Looked at just before an answer leaves, with nothing but microtasks in between. */
  whyWithheld: WhyWithheld;
  stop(): Promise<void>;
}

interface Options {
  execute: (operation: Operation) => Promise<ExecutionResult>;
  schemas: Schemas;
  authenticate: Authenticate;
  sessions: Sessions;
  revocations: RevocationList;
  limits: Limits;
  /** See {@link FieldWeights}; left out: every object counts 1. */
  fieldWeights?: () => FieldWeights;
  /** When given, nothing but these operations runs. */
  safelist: Manifest | null;
  /** Whether introspection is on, and with it suggestions of similar names. */
  introspection: boolean;
  documentStore: DocumentStore;
  /** Apollo Server plugins of the operator's. */
  plugins: readonly ApolloServerPlugin<BaseContext>[];
  onAnswered?: OnAnswered | undefined;
  log: Log;
  /** Which operations are the same whoever asks; left out: those of public fields. */
  isPublic?: IsPublic;
  /** Whether there are no users that pages of other sites could ask as. */
  skipCsrf?: boolean;
  /** Whether clients see errors unchanged, as the subgraphs sent them. */
  exposeErrors?: boolean;
}

export async function createOperationPipeline(options: Options): Promise<OperationPipeline> {
  const { schemas, sessions, revocations, limits, log, onAnswered } = options;
  const { isPublic = createIsPublic(), skipCsrf = false, exposeErrors = false } = options;
  const costOf = createCost(schemas.current, limits, options.fieldWeights);
  const server = await startOperationServer({
    ...options,
    gateway: executorForApollo(options),
    plugins: [
      prepareOperations({ ...options, costOf, maxCost: limits.cost, isPublic, skipCsrf }),
      presentsErrors(log),
      ...(onAnswered ? [reportsAnswers(onAnswered)] : []),
      ...options.plugins,
    ],
  });
  const whyWithheld = createWhyWithheld({ sessions, revocations });
  return {
    server,
    run: createRunOverSocket({ server, whyWithheld, exposeErrors, log }),
    whyWithheld,
    stop: () => server.stop(),
  };
}
