import type { City } from "../../clients/demo/city.js";
import { DemoContext } from "../../clients/demo/context.js";
import { Narrator } from "../../clients/demo/narrator.js";
import { walletOf } from "../harness/as.js";
import type { Graph } from "../harness/graph.js";

/** The graph of a test, as the demo's clients know a city. */
export function cityOf(graph: Graph): City {
  return { url: graph.publicUrl, copies: graph.urls, password: graph.password, wallet: walletOf(graph) };
}

/** The demo's context, in which its steps are taken without anyone narrating them. */
export function contextOn(graph: Graph): DemoContext {
  return new DemoContext(cityOf(graph), new Narrator(() => undefined));
}
