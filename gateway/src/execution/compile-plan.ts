import type { ConditionNode, FetchNode, PlanNode, ResponsePath } from "@apollo/query-planner";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { RewrittenSupergraph } from "../planning/rewritten-supergraph.js";
import { specialiseFetch } from "../planning/specialised-fetch.js";
import type { Data } from "../subgraphs/data.js";
import type { Fetch } from "../subgraphs/fetch-body.js";
import { compileBatch, isBatchable, type Placed } from "./batched-entity-fetches.js";
import { compileEntityFetch, createEntityFetch } from "./entity-fetch.js";
import type { OnFault } from "./field-faults.js";
import { compileRootFetch } from "./root-fetch.js";
import type { UnresolvedFields } from "./unresolved-fields.js";

/** One execution of a plan. */
export interface Run {
  /** Everything fetched so far, as one tree. */
  root: Data;
  variables: Readonly<Record<string, unknown>>;
  /** Errors of subgraphs. */
  errors: GraphQLFormattedError[];
  /** What was requested of subgraphs that gave no answer. */
  unresolved: UnresolvedFields[];
  /** Unexpected failures; clients see INTERNAL. */
  failures: unknown[];
  /** The condition variables' values. */
  conditions: ReadonlyMap<string, boolean>;
  /** Sends a fetch to a subgraph, and resolves to its answer's text. */
  send(subgraph: string, fetch: Fetch): Promise<string>;
  /** Called for an answer that cannot be read. */
  onFault: OnFault | undefined;
}

/** A part of a plan, ready to run on what lies below a path. */
export type Step = (run: Run, path: ResponsePath) => Promise<void>;

export class UnsupportedPlan extends Error {}

/** What the steps of a plan need to know of their graph. */
export interface PlannedFor {
  /** With what only subgraphs know. */
  schema: GraphQLSchema;
  rewritten: RewrittenSupergraph;
}

/** Throws {@link UnsupportedPlan} for what this executor does not know. */
export function compilePlanNode(node: PlanNode, graph: PlannedFor): Step {
  switch (node.kind) {
    case "Sequence": {
      const steps = node.nodes.map((each) => compilePlanNode(each, graph));
      return async (run, path) => {
        for (const step of steps) await step(run, path);
      };
    }
    case "Parallel":
      return compileParallel(node.nodes, graph);
    case "Flatten": {
      const step = compilePlanNode(node.node, graph);
      return (run, path) => step(run, [...path, ...node.path]);
    }
    case "Condition":
      return compileCondition(node, graph);
    case "Fetch":
      return atOnce(specialiseFetch(node, graph.rewritten).map((fetch) => compileFetch(fetch, graph)));
    default:
      throw new UnsupportedPlan(node.kind);
  }
}

/** Entity fetches that start at one subgraph in the same moment are sent as one request. */
function compileParallel(nodes: readonly PlanNode[], graph: PlannedFor): Step {
  const bySubgraph = Map.groupBy(nodes, (node) => entityFetchIn(node, graph)?.fetch.serviceName ?? null);
  const steps: Step[] = [];
  for (const [subgraph, group] of bySubgraph)
    if (subgraph === null || group.length < 2)
      steps.push(...group.map((each) => compilePlanNode(each, graph)));
    else steps.push(guarded(compileBatch(placed(group, graph))));
  return atOnce(steps);
}

/** Those that ask the same ask once, about the entities below all their paths. */
function placed(nodes: readonly PlanNode[], graph: PlannedFor): Placed[] {
  const found = nodes.flatMap((node) => entityFetchIn(node, graph) ?? []);
  const alike = Map.groupBy(found, ({ fetch: { operation, requires, inputRewrites, outputRewrites } }) =>
    JSON.stringify([operation, requires, inputRewrites, outputRewrites]),
  );
  return [...alike.values()].map((group) => ({
    fetch: createEntityFetch(group[0]!.fetch, graph.schema),
    paths: group.map(({ path }) => path),
  }));
}

/** The fetch below a path that can be batched with others; null for anything else. */
function entityFetchIn(
  node: PlanNode,
  { rewritten }: PlannedFor,
): { fetch: FetchNode; path: ResponsePath } | null {
  if (node.kind !== "Flatten" || node.node.kind !== "Fetch") return null;
  const [fetch, ...apart] = specialiseFetch(node.node, rewritten);
  return fetch && apart.length === 0 && isBatchable(fetch) ? { fetch, path: node.path } : null;
}

function atOnce(steps: readonly Step[]): Step {
  const [only, ...others] = steps;
  if (only && others.length === 0) return only;
  return async (run, path) => {
    await Promise.all(steps.map((step) => step(run, path)));
  };
}

function compileFetch(node: FetchNode, { schema }: PlannedFor): Step {
  return guarded(node.requires ? compileEntityFetch(node, schema) : compileRootFetch(node, schema));
}

function compileCondition({ condition, ifClause, elseClause }: ConditionNode, graph: PlannedFor): Step {
  const [whenTrue, whenFalse] = [ifClause, elseClause].map(
    (clause) => clause && compilePlanNode(clause, graph),
  );
  return async (run, path) => {
    const step = run.conditions.get(condition) === true ? whenTrue : whenFalse;
    await step?.(run, path);
  };
}

/** A fetch that fails leaves its fields empty; the others go on. */
function guarded(fetch: Step): Step {
  return async (run, path) => {
    try {
      await fetch(run, path);
    } catch (error) {
      run.failures.push(error);
    }
  };
}
