import type { FetchNode } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";
import { isData } from "../subgraphs/data.js";
import { rootFields } from "../subgraphs/requested-fields.js";
import { merge } from "./merge.js";
import { ask, opening, told, used } from "./request.js";
import { compileRewrites } from "./rewrites.js";
import type { Step } from "./steps.js";

/** A fetch from the root of a subgraph. */
export function compileRootFetch(node: FetchNode, schema: GraphQLSchema): Step {
  const { serviceName, variableUsages = [] } = node;
  const start = opening(node);
  const rewriteAnswer = compileRewrites(node.outputRewrites, schema);
  return async (run) => {
    const fetch = { opening: start, variables: used(variableUsages, run.variables) };
    const answer = await ask(run, serviceName, fetch);
    if (answer instanceof GatewayRefusal) {
      run.losses.push({ refusal: answer, known: run.root, place: [], wanted: rootFields(node.operation) });
      return;
    }
    for (const error of answer.errors ?? []) run.errors.push(told(error, serviceName, error.path));
    if (!isData(answer.data)) return;
    rewriteAnswer?.(answer.data);
    merge(run.root, answer.data, false);
  };
}
