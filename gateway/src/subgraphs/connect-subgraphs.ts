import type { Log } from "@campus-graph/kit/ops/log";
import { createSubgraphClient, type SubgraphClient } from "./client.js";
import { followSupergraph, type SupergraphFollower, type SupergraphSource } from "./follow-supergraph.js";
import type { Signer } from "./sign.js";

/** How subgraphs are reached, for requests of every kind. */
export interface Connecting {
  /** Routing URLs at this moment, by subgraph. */
  subgraphs: () => ReadonlyMap<string, string>;
  sign: Signer;
  /** Whether subgraphs answer nothing but what is signed; otherwise a 401 is an answer as any other. */
  isSigned: boolean;
  /** How long one fetch may take. */
  timeoutMs: number;
  /** What of an answer is read at most; a longer one is none. */
  maxAnswerBytes: number;
  /** Called for each request that got no answer. */
  onFailure: (subgraph: string, error: unknown) => void;
}

/** The subgraphs of the supergraph that is served now, and the connections to them. */
export interface ConnectedSubgraphs extends AsyncDisposable {
  supergraph: SupergraphFollower;
  client: SubgraphClient;
  connecting: Connecting;
}

interface Options extends Omit<Connecting, "subgraphs" | "onFailure"> {
  source: SupergraphSource;
  /** While everything starts some subgraphs are slower than others, and nothing is wrong. */
  isStarting?: () => boolean;
  log: Log;
}

export function connectSubgraphs({
  source,
  isStarting = () => false,
  log,
  ...rest
}: Options): ConnectedSubgraphs {
  const supergraph = followSupergraph(source, log);
  const connecting: Connecting = {
    ...rest,
    subgraphs: () => supergraph.current().subgraphs,
    onFailure: (subgraph, err) =>
      log[isStarting() ? "debug" : "warn"]({ subgraph, err }, "a subgraph gives no answer"),
  };
  const client = createSubgraphClient(connecting);
  return {
    supergraph,
    client,
    connecting,
    async [Symbol.asyncDispose]() {
      supergraph.stop();
      await client.close();
    },
  };
}
