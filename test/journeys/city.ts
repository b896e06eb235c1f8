import type { City } from "../../clients/demo/city.js";
import { Narrator } from "../../clients/demo/narrator.js";
import { Stage } from "../../clients/demo/stage.js";
import { walletOf } from "../harness/as.js";
import type { Graph } from "../harness/graph.js";

/** The graph of a test, as the demo's clients know a city. */
export function cityOf(graph: Graph): City {
  return { url: graph.publicUrl, copies: graph.urls, password: graph.password, wallet: walletOf(graph) };
}

/** A stage on which the demo's acts play without anyone telling them. */
export function stageOn(graph: Graph): Stage {
  return new Stage(cityOf(graph), new Narrator(() => undefined));
}
