import type { ConditionNode, PlanNode, ResponsePath } from "@apollo/query-planner";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import { compileEntityFetch, compileRootFetch } from "./fetch-step.js";
import type { Data } from "./merge.js";
import type { Loss } from "./missing-fields.js";

/** One execution of a plan. */
export interface Run {
  /** Everything fetched so far, as one tree. */
  root: Data;
  variables: Readonly<Record<string, unknown>>;
  /** What subgraphs told. */
  errors: GraphQLFormattedError[];
  /** What was asked of subgraphs that gave no answer. */
  losses: Loss[];
  /** What nobody expected; told as INTERNAL. */
  failures: unknown[];
  /** The condition variables' values. */
  conditions: ReadonlyMap<string, boolean>;
  /** Sends a fetch to a subgraph, and resolves to its answer's text. */
  ask(subgraph: string, fetch: Fetch): Promise<string>;
}

/** What is fetched: JSON in two parts. */
export interface Fetch {
  /** An object left open, with the query's text and name: the same each time. */
  opening: string;
  variables: string;
}

/** A part of a plan, ready to run on what lies below a path. */
export type Step = (run: Run, path: ResponsePath) => Promise<void>;

export class NotOurs extends Error {}

/** Throws {@link NotOurs} for what this executor does not know. */
export function compileStep(node: PlanNode, schema: GraphQLSchema): Step {
  switch (node.kind) {
    case "Sequence": {
      const steps = node.nodes.map((each) => compileStep(each, schema));
      return async (run, path) => {
        for (const step of steps) await step(run, path);
      };
    }
    case "Parallel": {
      const steps = node.nodes.map((each) => compileStep(each, schema));
      return async (run, path) => {
        await Promise.all(steps.map((step) => step(run, path)));
      };
    }
    case "Flatten": {
      const step = compileStep(node.node, schema);
      return (run, path) => step(run, [...path, ...node.path]);
    }
    case "Condition":
      return compileCondition(node, schema);
    case "Fetch":
      if (node.contextRewrites?.length) throw new NotOurs("@fromContext");
      return guarded(node.requires ? compileEntityFetch(node, schema) : compileRootFetch(node, schema));
    default:
      throw new NotOurs(node.kind);
  }
}

function compileCondition({ condition, ifClause, elseClause }: ConditionNode, schema: GraphQLSchema): Step {
  const [whenTrue, whenFalse] = [ifClause, elseClause].map((clause) => clause && compileStep(clause, schema));
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
