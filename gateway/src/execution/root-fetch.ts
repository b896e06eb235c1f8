import type { FetchNode } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";
import { isData } from "../subgraphs/data.js";
import { rootFields } from "../subgraphs/requested-fields.js";
import type { Step } from "./compile-plan.js";
import { merge } from "./merge.js";
import { queryPrefix, requestSubgraph, serialiseVariables, toGraphQLError } from "./request-subgraph.js";
import { compileRewrites } from "./rewrites.js";

/** A fetch from the root of a subgraph. */
export function compileRootFetch(node: FetchNode, schema: GraphQLSchema): Step {
  const { serviceName, variableUsages = [] } = node;
  const prefix = queryPrefix(node);
  const rewriteAnswer = compileRewrites(node.outputRewrites, schema);
  return async (run) => {
    const fetch = { queryPrefix: prefix, variables: serialiseVariables(variableUsages, run.variables) };
    const answer = await requestSubgraph(run, serviceName, fetch);
    if (answer instanceof GatewayRefusal) {
      run.unresolved.push({
        refusal: answer,
        known: run.root,
        place: [],
        requested: rootFields(node.operation),
      });
      return;
    }
    for (const error of answer.errors ?? []) run.errors.push(toGraphQLError(error, serviceName, error.path));
    if (!isData(answer.data)) return;
    rewriteAnswer?.(answer.data);
    merge(run.root, answer.data, false);
  };
}
