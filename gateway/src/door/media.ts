import type { GraphQLFormattedError } from "graphql";
import Negotiator from "negotiator";

const json = "application/json";
const graphqlJson = "application/graphql-response+json";

/** Clients of one kind all say the same, so few answers are worked out. */
const chosen = new Map<string, string | null>();
const mostChosen = 100;

/** The media type that a client wants most of the two in which we answer; null when it takes neither. */
export function answerType(accept: string | undefined): string | null {
  if (accept === undefined) return typed(json);
  const known = chosen.get(accept);
  if (known !== undefined) return known;
  const wanted = new Negotiator({ headers: { accept } }).mediaType([json, graphqlJson]);
  const type = wanted === undefined ? null : typed(wanted);
  if (chosen.size < mostChosen) chosen.set(accept, type);
  return type;
}

function typed(mediaType: string): string {
  return `${mediaType}; charset=utf-8`;
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
  if (status !== 400 || errors.length === 0) return status;
  const isPlain = accept?.includes(json) && !accept.includes(graphqlJson);
  const isMistaken = errors.every(({ extensions }) => aboutTheOperation.includes(extensions?.code));
  return isPlain && isMistaken ? 200 : status;
}
