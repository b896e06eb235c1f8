import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";

const json = "application/json";
const graphqlJson = "application/graphql-response+json";
const eventStream = "text/event-stream";

/** Our types as they leave: who accepts one names it with the charset or without. */
const answers = [json, graphqlJson].map(typed);
const all = [...answers, typed(eventStream)];

interface Negotiated {
  /** The type that is wanted most of those in which an answer comes whole; null: none is. */
  answerType: string | null;
  /** Whether an event stream is wanted more than any of them. */
  wantsStream: boolean;
}

/** Clients of one kind all send the same header, so it is seldom worked out. */
const known = new LRUCache<string, Negotiated>({ max: 100 });

export function negotiate(accept = "*/*"): Negotiated {
  const before = known.get(accept);
  if (before) return before;
  const negotiator = new Negotiator({ headers: { accept } });
  const negotiated = {
    answerType: negotiator.mediaType(answers) ?? null,
    wantsStream: negotiator.mediaType(all) === typed(eventStream),
  };
  known.set(accept, negotiated);
  return negotiated;
}

function typed(mediaType: string): string {
  return `${mediaType}; charset=utf-8`;
}
