import { join } from "node:path";
import { createGateway } from "@campus-graph/gateway/gateway";
import { readKeys } from "@campus-graph/kit/keys";
import { inject } from "vitest";
import { type Graph, startGraph } from "../harness/graph.js";
import { Subgraph, subgraphNames } from "../harness/subgraph.js";
import { supergraphAt } from "../harness/supergraph.js";
import { linkTo } from "./link.js";
import { Balancer } from "./processes/balancer.js";

export interface TwoCopies {
  graph: Graph;
  /** A gateway over the first copies of the subgraphs, and one over the second. */
  urls: readonly [string, string];
  /** For clients and databases, the second gateway and the second copy of each subgraph are gone as by kill -9. */
  killSecond(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Two copies of every subgraph over the same databases, and two of the gateway. */
export async function startTwoCopies(): Promise<TwoCopies> {
  await using stack = new AsyncDisposableStack();
  const graph = stack.use(await startGraph());
  const { city } = graph.subgraphs.binding;
  const link = stack.use(await linkTo(city.urls));
  const urls = new Map<string, string>();
  for (const name of subgraphNames)
    urls.set(name, stack.use(await Subgraph.start(name, { ...city, urls: link.urls })).url);
  const second = await createGateway({
    mode: "test",
    publicUrl: graph.publicUrl,
    supergraph: { sdl: supergraphAt(urls) },
    keys: readKeys(join(inject("keysFolder"), "gateway.json")),
    busUrl: link.urls.bus,
    logLevel: "silent",
  });
  stack.defer(() => second.stop());
  const door = stack.use(await Balancer.start([Number(new URL(second.url).port)]));
  const all = stack.move();
  return {
    graph,
    urls: [graph.urls[0]!, door.url],
    killSecond() {
      door.cut();
      link.cut();
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
