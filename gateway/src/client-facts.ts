import { kitRefusals } from "@campus-graph/kit/graphql/kit-refusals";
import { buildSchema, parse } from "graphql";
import { refusals } from "./errors/codes.js";
import { libraryCodes } from "./errors/library-codes.js";
import { createCost } from "./operations/cost.js";
import { defaultLimits } from "./operations/limits.js";
import { defaultBusSilenceMs, defaultFetchTimeoutMs, defaultMaxAnswerBytes } from "./settings.js";
import { readSupergraph } from "./subgraphs/supergraph.js";
import { defaultSockets, defaultTails } from "./subscriptions/subscription-limits.js";

/** An operation of a client, with the page sizes that clients send with it. */
interface ClientOperation {
  name: string;
  text: string;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * What of the gateway a client has to reckon with, for the schema folder to print and the documentation to tell.
 * @public It is loaded by its path, since the schema folder imports nobody.
 */
export function clientFacts(supergraphSdl: string, apiSdl: string, operations: readonly ClientOperation[]) {
  const api = buildSchema(apiSdl);
  const { fieldWeights } = readSupergraph(supergraphSdl);
  const cost = createCost(
    () => api,
    defaultLimits,
    () => fieldWeights,
  );
  return {
    refusals: { ...refusals, ...libraryCodes },
    kitRefusals,
    limits: defaultLimits,
    sockets: defaultSockets,
    tails: { slowIntervalMs: defaultTails.slowIntervalMs, pageSize: defaultTails.pageSize },
    times: { fetchTimeoutMs: defaultFetchTimeoutMs, busSilenceMs: defaultBusSilenceMs },
    sizes: { maxAnswerBytes: defaultMaxAnswerBytes },
    weights: Object.fromEntries([...fieldWeights].sort(([one], [other]) => (one < other ? -1 : 1))),
    costs: Object.fromEntries(
      operations.map(({ name, text, variables }) => [
        name,
        cost(parse(text), { operationName: undefined, variables }),
      ]),
    ),
  };
}
