import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./subgraphs.js";

/** The printed supergraph of a checkout, with the addresses at which the subgraphs of one test listen. */
export function supergraphAt(urls: ReadonlyMap<string, string>, root = checkout): string {
  const printed = readFileSync(join(root, "schema", "supergraph.graphql"), "utf8");
  return printed.replace(/@join__graph\(name: "(\w+)", url: "[^"]*"\)/g, (_, name: string) => {
    const url = urls.get(name);
    if (!url) throw new Error(`The supergraph names the subgraph ${name}, which this graph has not started.`);
    return `@join__graph(name: "${name}", url: "${url}/graphql")`;
  });
}
