import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const committed = fileURLToPath(new URL("../../schema/supergraph.graphql", import.meta.url));

/** The committed supergraph, with the addresses at which the subgraphs of one test listen. */
export function supergraphAt(urls: ReadonlyMap<string, string>): string {
  const printed = readFileSync(committed, "utf8");
  return printed.replace(/@join__graph\(name: "(\w+)", url: "[^"]*"\)/g, (_, name: string) => {
    const url = urls.get(name);
    if (!url) throw new Error(`The supergraph names the subgraph ${name}, which this graph has not started.`);
    return `@join__graph(name: "${name}", url: "${url}/graphql")`;
  });
}
