import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from "graphql";
import pLimit from "p-limit";
import { presentErrors } from "../errors/present-error.js";
import { GatewayRefusal } from "../errors/refusal.js";
import type { Executor } from "../execution/executor-types.js";
import type { PreparedOperation } from "../operations/operation-context.js";
import type { Supergraph, TailedList } from "../subgraphs/supergraph.js";
import { newTraceId } from "../subgraphs/trace-id.js";
import type { Authenticated } from "../viewer/authenticate.js";
import type { RevocationList } from "../viewer/revocation-list.js";
import type { Sessions } from "../viewer/sessions.js";
import { closableGenerator } from "./closable-generator.js";
import { counted } from "./count-values.js";
import type { TailTiming } from "./subscription-limits.js";
import { type DerivedReads, deriveListReads, NotATail, type Read } from "./tails/derive-list-reads.js";
import { followList } from "./tails/tail.js";
import type { WakeUps } from "./tails/wake-ups.js";

interface Options {
  executor: Executor;
  supergraph: () => Supergraph;
  wakeUps: WakeUps;
  sessions: Sessions;
  revocations: RevocationList;
  timing: TailTiming;
  /** Serves what is no tail. */
  passthrough: Subscribe;
  /** Called with the list's name for each notice. */
  onDelivery?: ((list: string) => void) | undefined;
}

export type Subscribe = (
  operation: PreparedOperation,
) => Promise<AsyncGenerator<ExecutionResult> | ExecutionResult>;

/** Serves subscriptions as live tails of the lists that they name, and passes the others through. */
export function createSubscribe({
  executor,
  supergraph,
  wakeUps,
  sessions,
  revocations,
  timing,
  passthrough,
  onDelivery,
}: Options): Subscribe {
  // A burst of news to ten thousand sockets is read by and by.
  const limitReads = pLimit(timing.concurrentReads);
  // By the document, so that they go when it goes: by their texts, long ones would pile up.
  const derived = new WeakMap<DocumentNode, Map<string, DerivedReads & { schema: GraphQLSchema }>>();

  const readsOf = (
    operation: PreparedOperation,
    ast: OperationDefinitionNode,
    list: string,
  ): DerivedReads => {
    const ofDocument = derived.get(operation.document) ?? new Map();
    derived.set(operation.document, ofDocument);
    const name = operation.operationName ?? "";
    const known = ofDocument.get(name);
    if (known?.schema === operation.schema) return known;
    const reads = {
      ...deriveListReads(operation.document, ast, list, operation.schema),
      schema: operation.schema,
    };
    ofDocument.set(name, reads);
    return reads;
  };

  /** Each page is read as any query is: signed anew, authorized anew, its sign-in checked anew. */
  const readAs = async (
    authenticated: Authenticated,
    read: Read,
    variables: Readonly<Record<string, unknown>>,
    joins: boolean,
    signal: AbortSignal,
  ): Promise<ExecutionResult> => {
    const { viewer } = authenticated;
    const reader = { language: viewer.language, traceId: newTraceId() };
    try {
      sessions.check(authenticated);
      const caller = { viewer, traceId: reader.traceId, signal };
      const { data, errors } = await limitReads(() =>
        executor.execute({
          document: read.document,
          source: read.source,
          operationName: undefined,
          variables,
          caller,
          batches: joins,
        }),
      );
      return {
        data: data ?? null,
        ...(errors ? { errors: presentErrors(errors, reader) as GraphQLError[] } : {}),
      };
    } catch (error) {
      const known = error instanceof GraphQLError ? error : new GatewayRefusal("INTERNAL");
      return { data: null, errors: presentErrors([known], reader) as GraphQLError[] };
    }
  };

  const open: Subscribe = async (operation) => {
    const { schema, document, operationName, authenticated } = operation;
    const ast = getOperationAST(document, operationName);
    if (!ast) throw new GatewayRefusal("BAD_REQUEST");
    const tailed = tailedList(ast, supergraph(), operation);
    if (!tailed) return passthrough(operation);
    const { subject } = authenticated.viewer;
    if (subject === null) throw new GatewayRefusal("UNAUTHENTICATED");
    const variables = coercedVariables(schema, ast, operation.variables);
    const reads = readsOf(operation, ast, tailed.list);
    const after = afterOf(schema, reads, variables);
    const leaving = new AbortController();
    const newsSignal = wakeUps.signalFor(tailed, subject);
    const tail = followList({
      list: tailed.list,
      reads,
      after,
      known: () => revocations.of(subject),
      newsSignal,
      timing,
      signal: leaving.signal,
      read: (read, ours, joins) =>
        readAs(authenticated, read, { ...operation.variables, ...ours }, joins, leaving.signal),
    });
    const notices = onDelivery ? counted(tail, () => onDelivery(tailed.list)) : tail;
    return closableGenerator(notices, () => {
      leaving.abort();
      newsSignal.drop();
    });
  };

  return async (operation) => {
    try {
      return await open(operation);
    } catch (error) {
      const { language } = operation.authenticated.viewer;
      const known =
        error instanceof NotATail
          ? new GraphQLError(error.message, { extensions: { code: "GRAPHQL_VALIDATION_FAILED" } })
          : error;
      if (!(known instanceof GraphQLError)) throw error;
      return { errors: presentErrors([known], { language, traceId: newTraceId() }) as GraphQLError[] };
    }
  };
}

function tailedList(
  ast: OperationDefinitionNode,
  { tails }: Supergraph,
  operation: PreparedOperation,
): TailedList | undefined {
  const names = fieldNames(ast, operation);
  return names.map((name) => tails.get(name)).find((found) => found !== undefined);
}

/** Validation has seen to it that a subscription has one root field, directly or through a fragment. */
function fieldNames(ast: OperationDefinitionNode, { document }: PreparedOperation): string[] {
  const names: string[] = [];
  const collect = ({ selections }: OperationDefinitionNode["selectionSet"]): void => {
    for (const each of selections) {
      if (each.kind === "Field") names.push(each.name.value);
      else if (each.kind === "InlineFragment") collect(each.selectionSet);
      else
        for (const fragment of document.definitions)
          if (fragment.kind === "FragmentDefinition" && fragment.name.value === each.name.value)
            collect(fragment.selectionSet);
    }
  };
  collect(ast.selectionSet);
  return names;
}

function coercedVariables(
  schema: GraphQLSchema,
  ast: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
) {
  const { coerced, errors } = getVariableValues(schema, ast.variableDefinitions ?? [], given, {
    maxErrors: 1,
  });
  if (coerced) return coerced;
  throw new GraphQLError(errors?.[0]?.message ?? "", { extensions: { code: "BAD_USER_INPUT" } });
}

function afterOf(
  schema: GraphQLSchema,
  { field }: DerivedReads,
  variables: Record<string, unknown>,
): string | null {
  const definition = schema.getSubscriptionType()?.getFields()[field.name.value];
  if (!definition) return null;
  const { after } = getArgumentValues(definition, field, variables);
  return typeof after === "string" ? after : null;
}
