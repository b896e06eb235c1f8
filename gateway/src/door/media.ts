import type { GraphQLFormattedError } from "graphql";

const json = "application/json";
const graphqlJson = "application/graphql-response+json";

/** The media type of an answer that Apollo Server has no part in, by the same rule as its own. */
export function answerType(accept: string | undefined): string {
  return `${accept?.includes(graphqlJson) ? graphqlJson : json}; charset=utf-8`;
}

/** What is wrong with the operation of a well-formed request. */
const aboutTheOperation: readonly unknown[] = [
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
];

/**
 * Who accepts `application/json` by name must be able to tell an answer of ours from one of anything between us, so the
 * HTTP specification of GraphQL wants 200 for every well-formed request there. All others get the status that fits.
 */
export function statusTo(
  accept: string | undefined,
  status: number,
  errors: readonly GraphQLFormattedError[],
): number {
  const isPlain = accept?.includes(json) && !accept.includes(graphqlJson);
  const isMistaken = errors.every(({ extensions }) => aboutTheOperation.includes(extensions?.code));
  return isPlain && status === 400 && errors.length > 0 && isMistaken ? 200 : status;
}
