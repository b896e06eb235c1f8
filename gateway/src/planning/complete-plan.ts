import type { Schema } from "@apollo/federation-internals";
import type { QueryPlan } from "@apollo/query-planner";
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";
import { inlineFragments } from "./inline-fragments.js";
import { fetchesOf, mapFetches, type PlannedFetch, selectionSetOf, withAdded } from "./planned-fetches.js";
import {
  declaredType,
  type Graph,
  resolvableField,
  sharedTypes,
  subgraphOf,
  typesOf,
} from "./resolvable-fields.js";
import { withoutNeverSelected } from "./skip-include.js";

/**
 * The planner drops a field without a word where, of several subgraphs that it might choose, one cannot have the type that
 * the field belongs to; the one that it chooses can, and the field would be null. To each fetch are therefore added the
 * fields of the operation that its own subgraph can resolve there and no fetch requests. Throws OPERATION_NOT_ANSWERABLE where
 * even that leaves a field out that may be needed. Objects of a type that not all subgraphs can give which share a field
 * are left as planned: by Federation nobody answers such a field with one.
 */
export function completePlan(
  plan: QueryPlan["node"],
  ast: OperationDefinitionNode,
  document: DocumentNode,
  graph: Graph,
): QueryPlan["node"] {
  const fetches = plan && plan.kind !== "Subscription" ? fetchesOf(plan, []) : [];
  const rootType = graph.schema.getRootType(ast.operation);
  if (!rootType) return plan;
  const completing = new Completing(fetches, graph);
  completing.visit(
    [],
    fetches.flatMap(rootSource),
    [withoutNeverSelected(inlineFragments(ast.selectionSet, document))],
    [rootType.name],
  );
  if (completing.missing.length > 0) throw new GatewayRefusal("OPERATION_NOT_ANSWERABLE");
  if (completing.added.size === 0 || !plan || plan.kind === "Subscription") return plan;
  const completed = new Map(
    fetches.map((fetch) => [fetch.node, withAdded(fetch, completing.added, ast.variableDefinitions ?? [])]),
  );
  return mapFetches(plan, (node) => completed.get(node) ?? node);
}

/** What a fetch asks of the objects at one place. */
interface Source {
  subgraph: string;
  /** Their type as that subgraph declares it; null for entities, whose types stand in the selections. */
  type: string | null;
  selectionSet: SelectionSetNode;
}

const rootTypes = { query: "Query", mutation: "Mutation", subscription: "Subscription" } as const;

function rootSource(fetch: PlannedFetch): Source[] {
  if (fetch.node.requires) return [];
  const { operationKind, serviceName } = fetch.node;
  const type = rootTypes[operationKind];
  return [{ subgraph: serviceName, type, selectionSet: selectionSetOf(fetch) }];
}

function entitySource(fetch: PlannedFetch): Source[] {
  if (!fetch.node.requires) return [];
  return selectionSetOf(fetch).selections.flatMap((entities) =>
    entities.kind === Kind.FIELD && entities.selectionSet
      ? [{ subgraph: fetch.node.serviceName, type: null, selectionSet: entities.selectionSet }]
      : [],
  );
}

/** A field as a fetch requests it, with the innermost type on which it is selected. */
interface Found {
  field: FieldNode;
  of: string | null;
  source: Source;
}

/** So many places are looked at; an operation with more is left as it was planned. */
const mostVisits = 20_000;

class Completing {
  /** Fields to be requested in addition, by the selection set in which they belong. */
  readonly added = new Map<SelectionSetNode, SelectionNode[]>();
  /** Fields that no fetch requests. */
  readonly missing: FieldNode[] = [];
  #visits = 0;

  constructor(
    readonly fetches: readonly PlannedFetch[],
    readonly graph: Graph,
  ) {}

  visit(
    place: readonly string[],
    sources: readonly Source[],
    requested: readonly SelectionSetNode[],
    types: readonly string[],
  ): void {
    for (const type of types) {
      this.#visits += 1;
      if (this.#visits > mostVisits) return;
      const known = this.graph.schema.getType(type);
      // Objects of types that are hidden from clients show nothing.
      if (!isCompositeType(known)) continue;
      for (const [key, fields] of this.#fieldsFor(known, requested)) {
        const found = sources.flatMap((source) => this.#found(source, type, key));
        if (found.length === 0) this.#complete(sources, type, fields);
        else this.#visitBelow([...place, key], found, type, fields);
      }
    }
  }

  #visitBelow(
    place: readonly string[],
    found: readonly Found[],
    type: string,
    fields: readonly FieldNode[],
  ): void {
    const requested = fields.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    if (requested.length === 0) return;
    const sources: Source[] = [];
    const types = new Set<string>();
    for (const { field, of, source } of found) {
      const schema = this.#schemaOf(source);
      const declared = declaredType(schema, [of, source.type, type], field.name.value);
      if (!declared || !field.selectionSet) return;
      sources.push({ subgraph: source.subgraph, type: declared, selectionSet: field.selectionSet });
      for (const possible of typesOf(schema, declared)) types.add(possible);
    }
    const shared = sharedTypes(this.graph, type, fields[0]!.name.value);
    const entities = this.fetches.filter((fetch) => samePlace(fetch.place, place)).flatMap(entitySource);
    const resolvable = [...types].filter((each) => !shared || shared.has(each));
    this.visit(place, [...sources, ...entities], requested, resolvable);
  }

  #complete(sources: readonly Source[], type: string, fields: readonly FieldNode[]): void {
    for (const source of sources) {
      const schema = this.#schemaOf(source);
      if (source.type === null || !typesOf(schema, source.type).includes(type)) continue;
      const answered = fields.map((field) => resolvableField(this.graph, source.subgraph, type, field));
      if (answered.includes(null)) continue;
      const added: SelectionNode = {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
        selectionSet: { kind: Kind.SELECTION_SET, selections: answered.filter((field) => field !== null) },
      };
      this.added.set(source.selectionSet, [...(this.added.get(source.selectionSet) ?? []), added]);
      return;
    }
    this.missing.push(...fields);
  }

  #fieldsFor(type: GraphQLCompositeType, requested: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) {
          if (selection.name.value === "__typename") continue;
          const key = (selection.alias ?? selection.name).value;
          fields.set(key, [...(fields.get(key) ?? []), selection]);
        } else if (
          selection.kind === Kind.INLINE_FRAGMENT &&
          this.#applies(selection.typeCondition?.name.value, type.name)
        )
          collect(selection.selectionSet);
      }
    };
    for (const selectionSet of requested) collect(selectionSet);
    return fields;
  }

  #found(source: Source, type: string, key: string): Found[] {
    const within = ({ selections }: SelectionSetNode, of: string | null): Found[] =>
      selections.flatMap((selection): Found[] => {
        if (selection.kind === Kind.FIELD)
          return keyOf(selection) === key ? [{ field: selection, of, source }] : [];
        if (selection.kind !== Kind.INLINE_FRAGMENT) return [];
        const condition = selection.typeCondition?.name.value;
        return this.#applies(condition, type) ? within(selection.selectionSet, condition ?? of) : [];
      });
    return within(source.selectionSet, source.type);
  }

  #applies(condition: string | undefined, type: string): boolean {
    if (condition === undefined || condition === type) return true;
    const { supergraphSchema } = this.graph;
    const [requested, known] = [supergraphSchema.getType(condition), supergraphSchema.getType(type)];
    return (
      isCompositeType(requested) &&
      !isObjectType(requested) &&
      isCompositeType(known) &&
      "getInterfaces" in known &&
      supergraphSchema.isSubType(requested, known)
    );
  }

  #schemaOf({ subgraph }: Source): Schema {
    return subgraphOf(this.graph, subgraph).schema;
  }
}

/** Under which key a field stands in the answer, once the planner's own aliases are taken back. */
function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value.replace(/__alias_\d+$/, "");
}

function samePlace(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}
