import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import { type Data, isData } from "../subgraphs/data.js";
import { merge } from "./merge.js";
import { isOfType } from "./rewrites.js";

/** Picks from an entity what another subgraph needs to know it by; null when something of it is missing. */
export type Represent = (entity: Data) => Data | null;

export function compileRepresentation(
  selections: readonly QueryPlanSelectionNode[],
  schema: GraphQLSchema,
): Represent {
  const parts = selections.map((selection) => compilePart(selection, schema));
  return (entity) => {
    const representation: Data = {};
    for (const part of parts) if (!part(entity, representation)) return null;
    return representation;
  };
}

/** Adds its part; false when the entity lacks it, so that this entity cannot be fetched. */
type Part = (entity: Data, into: Data) => boolean;

function compilePart(selection: QueryPlanSelectionNode, schema: GraphQLSchema): Part {
  if (selection.kind === "InlineFragment") {
    const { typeCondition } = selection;
    if (typeCondition === undefined) return () => true;
    const represent = compileRepresentation(selection.selections, schema);
    return (entity, into) => {
      if (!isOfType(schema, entity, typeCondition)) return true;
      // A field that is missing here may come under another type condition; otherwise a key without its type is left.
      merge(into, represent(entity) ?? {}, false);
      return true;
    };
  }
  const key = selection.alias ?? selection.name;
  const represent = selection.selections && compileRepresentation(selection.selections, schema);
  return (entity, into) => {
    const value = Object.hasOwn(entity, key) ? entity[key] : undefined;
    if (value === undefined) return false;
    // Its subgraph knows it by its name, whatever it was fetched under.
    into[selection.name] = represent ? representIn(value, represent) : value;
    return true;
  };
}

function representIn(value: unknown, represent: Represent): unknown {
  if (Array.isArray(value)) return value.map((element) => representIn(element, represent));
  return isData(value) ? represent(value) : value;
}
