import type { Log } from "@campus-graph/kit/ops/log";
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
} from "graphql";
import { notThatOperation } from "../errors/operation-resolution.js";
import { GatewayRefusal } from "../errors/refusal.js";
import type { Planning } from "../planning/planning-by-supergraph.js";
import { createPlanningBySupergraph, type PlanningBySupergraph } from "../planning/planning-by-supergraph.js";
import { createBatchedReads } from "../subgraphs/batched-reads.js";
import type { SubgraphClient } from "../subgraphs/client.js";
import { bodyOf, type SendFetch } from "../subgraphs/fetch-body.js";
import { badVariables } from "./bad-variables.js";
import { type CompiledOperation, compileOperation } from "./compile-operation.js";
import {
  type CompiledPassthrough,
  compilePassthrough,
  type PlannedSubscription,
} from "./compile-passthrough.js";
import type { Run } from "./compile-plan.js";
import type { Executor, Operation } from "./executor-types.js";
import { errorOf, type OnFault, unexplained } from "./field-faults.js";
import { introspect, isIntrospection } from "./introspection.js";
import { errorsOfUnresolved, isAnswered } from "./unresolved-fields.js";

interface Options {
  client: SubgraphClient;
  /** The supergraph's text at this moment. */
  sdl: () => string;
  /** Left out: made when the first operation comes. */
  plannings?: PlanningBySupergraph;
  /** Runs what is left to it. */
  stock: Pick<Executor, "execute">;
  log: Log;
  onPlanned?: ((outcome: Planned) => void) | undefined;
  /** Called for each answer, and each field of one, that is not what the schema says. */
  onFault?: OnFault | undefined;
}

/** Runs subscriptions too: each event stands for the first fetch, and the other fetches of the plan complete it. */
export interface OwnExecutor extends Executor {
  /** Throws a GraphQLError for what cannot be run, also for a bad variable. */
  planSubscription(operation: Omit<Operation, "caller">): PlannedSubscription;
}

/** Whether an operation's plan had to be made. */
export type Planned = "made" | "kept";

/**
 * Runs plans of Apollo's planner: compiled once per operation, equal entities fetched once, equal fetches of one
 * query sent once. Introspection is answered from the schema. What it does not know is the stock executor's from the start.
 */
export function createOwnExecutor({
  client,
  sdl,
  plannings = createPlanningBySupergraph(),
  stock,
  log,
  onPlanned,
  onFault,
}: Options): OwnExecutor {
  const sendBatched = createBatchedReads(client);
  const send =
    (repeatable: boolean): SendFetch =>
    (subgraph, fetch, caller) =>
      client.postForText({ subgraph, body: bodyOf(fetch), repeatable }, caller);
  const sendRead = send(true);
  const sendMutation = send(false);
  let known:
    | {
        sdl: string;
        planning: Planning;
        compiled: WeakMap<DocumentNode, Map<string, Compiled>>;
        subscriptions: WeakMap<DocumentNode, Map<string, CompiledPassthrough>>;
      }
    | undefined;

  const current = () => {
    const text = sdl();
    if (known?.sdl !== text)
      known = {
        sdl: text,
        planning: plannings.of(text),
        compiled: new WeakMap(),
        subscriptions: new WeakMap(),
      };
    return known;
  };

  const compiledOf = ({ document, operationName }: Operation): Compiled => {
    const { planning, compiled } = current();
    const byName = compiled.get(document) ?? new Map<string, Compiled>();
    compiled.set(document, byName);
    const name = operationName ?? "";
    const before = byName.get(name);
    onPlanned?.(before === undefined ? "made" : "kept");
    if (before !== undefined) return before;
    const made = compiledOrRefused(document, operationName, planning);
    byName.set(name, made);
    return made;
  };

  const subscriptionOf = ({ document, operationName }: Omit<Operation, "caller">): CompiledPassthrough => {
    const { planning, subscriptions } = current();
    const byName = subscriptions.get(document) ?? new Map<string, CompiledPassthrough>();
    subscriptions.set(document, byName);
    const before = byName.get(operationName ?? "");
    onPlanned?.(before === undefined ? "made" : "kept");
    const compiled = before ?? compilePassthrough(document, operationName, planning);
    byName.set(operationName ?? "", compiled);
    return compiled;
  };

  return {
    schema: () => current().planning.clientSchema,
    planSubscription(operation) {
      const compiled = subscriptionOf(operation);
      const [problem] =
        badVariables(compiled.ast, current().planning.clientSchema, operation.variables) ?? [];
      if (problem) throw problem;
      const { subgraph, requestFor, first } = compiled;
      return {
        subgraph,
        request: requestFor(operation.variables),
        complete: (event, caller) =>
          run(compiled, { ...operation, caller }, sendRead, { log, onFault }, (run) =>
            first({ ...run, send: async () => event }, []),
          ),
      };
    },
    async execute(operation) {
      const ast = getOperationAST(operation.document, operation.operationName);
      if (!ast) return { errors: [notThatOperation(operation.document, operation.operationName)] };
      const compiled = compiledOf(operation);
      if (compiled instanceof GraphQLError) return { errors: [compiled] };
      const problems = operation.batches
        ? undefined
        : badVariables(ast, current().planning.clientSchema, operation.variables);
      if (problems) return { errors: problems };
      if (compiled === "introspection") return introspect(current().planning.clientSchema, operation);
      if (compiled === "stock") return stock.execute(operation);
      if (compiled.isMutation) return run(compiled, operation, sendMutation, { log, onFault });
      return run(compiled, operation, operation.batches ? sendBatched : sendRead, { log, onFault });
    },
  };
}

/** Who answers: our steps, the schema, or the stock executor. An error: nobody. */
type Compiled = CompiledOperation | "introspection" | "stock" | GraphQLError;

function compiledOrRefused(
  document: DocumentNode,
  operationName: string | undefined,
  planning: Planning,
): Compiled {
  try {
    const compiled = compileOperation(document, operationName, planning);
    return compiled ?? (isIntrospection(document, operationName) ? "introspection" : "stock");
  } catch (error) {
    if (error instanceof GatewayRefusal) return error;
    throw error;
  }
}

/** A fetch of this run; an equal one waits for its answer. Two of one text are rare, so longer texts are rarely compared. */
interface RunningFetch {
  subgraph: string;
  variables: string;
  answer: Promise<string>;
}

async function run(
  compiled: CompiledOperation,
  { variables, caller }: Operation,
  send: SendFetch,
  { log, onFault }: Pick<Options, "log" | "onFault">,
  /** What is there before anything is fetched. */
  begin?: (run: Run) => Promise<void>,
): Promise<ExecutionResult> {
  const underWay = new Map<string, RunningFetch[]>();
  const conditions = compiled.conditionsOf(variables);
  const current: Run = {
    root: {},
    variables,
    conditions,
    errors: [],
    unresolved: [],
    failures: [],
    onFault,
    send(subgraph, fetch) {
      if (compiled.isMutation) return send(subgraph, fetch, caller);
      const { queryPrefix, variables: serialised } = fetch;
      const withSamePrefix = underWay.get(queryPrefix) ?? [];
      const same = withSamePrefix.find(
        (begun) => begun.variables === serialised && begun.subgraph === subgraph,
      );
      if (same) return same.answer;
      const answer = send(subgraph, fetch, caller);
      underWay.set(queryPrefix, [...withSamePrefix, { subgraph, variables: serialised, answer }]);
      return answer;
    },
  };
  await begin?.(current);
  await compiled.step?.(current, []);
  const { data, faults } = compiled.projectionFor(conditions)(current.root);
  for (const err of current.failures) log.error({ err, traceId: caller.traceId }, "a fetch failed");
  const errors = [
    ...current.errors.map((error) => asError(error, compiled)),
    ...current.unresolved
      .flatMap(errorsOfUnresolved)
      .map((error) => asError(error, compiled))
      .filter(({ path = [] }) => !isAnswered(data, path)),
    ...current.failures.map(() => new GatewayRefusal("INTERNAL")),
  ];
  for (const fault of faults.length > 0 ? unexplained(faults, errors) : []) {
    const subgraph = compiled.subgraphOf(fault.path);
    errors.push(errorOf(fault, subgraph));
    onFault?.({ subgraph, kind: fault.kind, at: fault.at });
  }
  return errors.length === 0 ? { data } : { errors, data };
}

function asError(
  { message, path, extensions }: GraphQLFormattedError,
  compiled: CompiledOperation,
): GraphQLError {
  const renamed = path?.map((step) => (typeof step === "string" ? compiled.responseKeyOf(step) : step));
  return new GraphQLError(message, { ...(renamed && { path: renamed }), ...(extensions && { extensions }) });
}
