import {
  type ConstDirectiveNode,
  type DefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from "graphql";
import { exposeClientDirectives } from "./clients-directives.js";

/** The list that a subscription follows, and the subgraph that owns it. */
export interface TailedList {
  list: string;
  subgraph: string;
}

/** What the gateway itself must know of a composed supergraph; the rest is the planner's. */
export interface Supergraph {
  sdl: string;
  /** Subgraph name → routing URL. */
  subgraphs: ReadonlyMap<string, string>;
  /** Subscription field → the list of which it is the live tail (`@tail(of:)`). */
  tails: ReadonlyMap<string, TailedList>;
  /** `Type.field` → its cost, where the schema gives one (`@cost(weight:)` of the cost specification). */
  fieldWeights: ReadonlyMap<string, number>;
}

export function readSupergraph(text: string): Supergraph {
  const composed = parse(text, { noLocation: true });
  const document = exposeClientDirectives(composed);
  const sdl = document === composed ? text : print(document);
  const { definitions } = document;
  const graphs = readGraphs(definitions);
  const ownerOf = new Map(
    fieldsOf(definitions, "Query").map((field) => [
      field.name.value,
      joinedGraph(field.directives ?? []) ?? [...graphs.keys()][0],
    ]),
  );
  const tails = new Map<string, TailedList>();
  for (const field of fieldsOf(definitions, "Subscription")) {
    const list = argument(field.directives ?? [], "tail", "of");
    if (list === undefined) continue;
    const owner = graphs.get(ownerOf.get(list) ?? "");
    if (!owner)
      throw new Error(
        `Subscription.${field.name.value} is the tail of “${list}”, which is no list of Query.`,
      );
    tails.set(field.name.value, { list, subgraph: owner.name });
  }
  return {
    sdl,
    subgraphs: new Map([...graphs.values()].map(({ name, url }) => [name, url])),
    tails,
    fieldWeights: readFieldWeights(definitions),
  };
}

function readGraphs(definitions: readonly DefinitionNode[]): Map<string, { name: string; url: string }> {
  const graphs = new Map<string, { name: string; url: string }>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== "join__Graph") continue;
    for (const value of definition.values ?? [])
      graphs.set(value.name.value, {
        name: argument(value.directives ?? [], "join__graph", "name") ?? value.name.value,
        url: argument(value.directives ?? [], "join__graph", "url") ?? "",
      });
  }
  return graphs;
}

function readFieldWeights(definitions: readonly DefinitionNode[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    for (const { name, directives = [] } of definition.fields ?? []) {
      const weight = argumentValue(directives, "cost", "weight");
      if (weight?.kind === Kind.INT)
        weights.set(`${definition.name.value}.${name.value}`, Number(weight.value));
    }
  }
  return weights;
}

function fieldsOf(definitions: readonly DefinitionNode[], type: string) {
  return definitions
    .filter((each): each is ObjectTypeDefinitionNode => each.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter((each) => each.name.value === type)
    .flatMap((each) => each.fields ?? []);
}

function joinedGraph(directives: readonly ConstDirectiveNode[]): string | undefined {
  return argument(directives, "join__field", "graph");
}

function argument(
  directives: readonly ConstDirectiveNode[],
  directive: string,
  name: string,
): string | undefined {
  const value = argumentValue(directives, directive, name);
  if (value?.kind === Kind.STRING || value?.kind === Kind.ENUM) return value.value;
  return undefined;
}

function argumentValue(directives: readonly ConstDirectiveNode[], directive: string, name: string) {
  return directives
    .find((each) => each.name.value === directive)
    ?.arguments?.find((each) => each.name.value === name)?.value;
}
