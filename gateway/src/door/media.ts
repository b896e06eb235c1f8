import type { GraphQLFormattedError } from "graphql";
import Negotiator from "negotiator";

const json = "application/json";
const graphqlJson = "application/graphql-response+json";
const eventStream = "text/event-stream";

/** Our types as they leave: who accepts one names it with the charset or without. */
const answers = [json, graphqlJson].map(typed);
const all = [...answers, typed(eventStream)];

interface Wishes {
  /** The type that is wanted most of those in which an answer comes whole; null: none is. */
  answerType: string | null;
  /** Whether an event stream is wanted more than any of them. */
  wantsStream: boolean;
}

/** Clients of one kind all say the same, so few wishes are worked out. */
const known = new Map<string, Wishes>();
const mostKnown = 100;

export function wishesIn(accept = "*/*"): Wishes {
  const before = known.get(accept);
  if (before) return before;
  const negotiator = new Negotiator({ headers: { accept } });
  const wishes = {
    answerType: negotiator.mediaType(answers) ?? null,
    wantsStream: negotiator.mediaType(all) === typed(eventStream),
  };
  if (known.size < mostKnown) known.set(accept, wishes);
  return wishes;
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
