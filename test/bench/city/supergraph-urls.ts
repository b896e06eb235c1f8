import { parse } from "graphql";

/** The routing URLs of a composed supergraph, by subgraph, as its `join__Graph` says. */
export function subgraphUrls(supergraph: string): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const definition of parse(supergraph).definitions) {
    if (definition.kind !== "EnumTypeDefinition" || definition.name.value !== "join__Graph") continue;
    for (const { directives } of definition.values ?? []) {
      const words = new Map(
        directives?.[0]?.arguments?.map(({ name, value }) => [
          name.value,
          value.kind === "StringValue" ? value.value : "",
        ]),
      );
      urls[words.get("name")!] = words.get("url")!;
    }
  }
  return urls;
}
