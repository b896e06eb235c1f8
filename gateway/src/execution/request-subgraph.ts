import type { GraphQLFormattedError } from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";
import type { Fetch } from "../subgraphs/fetch-body.js";
import { readAnswer, type SubgraphAnswer } from "../subgraphs/read-answer.js";
import type { Run } from "./compile-plan.js";
import type { AnswerFault } from "./field-faults.js";

export type Place = readonly (string | number)[];

interface Text {
  operation: string;
  operationName?: string | undefined;
}

/** See {@link Fetch}. */
export function queryPrefix({ operation, operationName }: Text): string {
  const named = operationName ? `,"operationName":${JSON.stringify(operationName)}` : "";
  return `{"query":${JSON.stringify(operation)}${named}`;
}

/**
 * The variables that the fetch uses, and further members, as a JSON object; those left out keep their defaults, though
 * they be called `constructor`.
 */
export function serialiseVariables(
  names: readonly string[],
  variables: Readonly<Record<string, unknown>>,
  ...further: string[]
): string {
  const members = names
    .filter((name) => Object.hasOwn(variables, name))
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(variables[name])}`);
  return `{${[...members, ...further].join(",")}}`;
}

export async function requestSubgraph(
  run: Run,
  subgraph: string,
  fetch: Fetch,
): Promise<SubgraphAnswer | GatewayRefusal> {
  try {
    const answer = readAnswer(JSON.parse(await run.send(subgraph, fetch)));
    return answer ?? unreadable(run, subgraph, "not-graphql");
  } catch (error) {
    if (error instanceof GatewayRefusal) return error;
    if (error instanceof SyntaxError) return unreadable(run, subgraph, "not-json");
    throw error;
  }
}

function unreadable(run: Run, subgraph: string, kind: AnswerFault["kind"]): GatewayRefusal {
  run.onFault?.({ subgraph, kind });
  return new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName: subgraph });
}

/** A subgraph's error, as it is kept until the answer leaves. */
export function toGraphQLError(
  error: GraphQLFormattedError,
  serviceName: string,
  path: Place | undefined,
): GraphQLFormattedError {
  const { message, extensions } = error;
  const code = extensions?.code ?? "DOWNSTREAM_SERVICE_ERROR";
  return {
    message,
    ...(path && { path }),
    extensions: { ...extensions, code, serviceName, fromSubgraph: true },
  };
}
