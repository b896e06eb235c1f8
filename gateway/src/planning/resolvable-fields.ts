import {
  baseType,
  type InterfaceType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type ObjectType,
  possibleRuntimeTypes,
  type Schema,
  type Subgraphs,
} from "@apollo/federation-internals";
import {
  type FieldNode,
  type GraphQLSchema,
  isObjectType as isObject,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

export interface Graph {
  /** What clients know. */
  schema: GraphQLSchema;
  /** With what only subgraphs know. */
  supergraphSchema: GraphQLSchema;
  subgraphs: Subgraphs;
}

/** The field as its subgraph can answer it by itself; null when it cannot. */
export function resolvableField(
  graph: Graph,
  subgraph: string,
  type: string,
  field: FieldNode,
): FieldNode | null {
  if (field.name.value === "__typename") return field;
  const { schema, metadata } = subgraphOf(graph, subgraph);
  const owner = schema.type(type);
  if (!owner || !(isObjectType(owner) || isInterfaceType(owner))) return null;
  const owners: readonly (ObjectType | InterfaceType)[] = isInterfaceType(owner)
    ? [owner, ...owner.possibleRuntimeTypes()]
    : [owner];
  for (const each of owners) {
    const definition = each.field(field.name.value);
    if (!definition || metadata.isFieldExternal(definition)) return null;
    if (definition.hasAppliedDirective(metadata.requiresDirective())) return null;
  }
  if (!field.selectionSet) return field;
  const declared = declaredType(schema, [type], field.name.value);
  const selections = declared && resolvableSelections(graph, subgraph, declared, field.selectionSet);
  return selections ? { ...field, selectionSet: { ...field.selectionSet, selections } } : null;
}

function resolvableSelections(
  graph: Graph,
  subgraph: string,
  type: string,
  { selections }: SelectionSetNode,
): SelectionNode[] | null {
  const answered: SelectionNode[] = [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } }];
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const field = resolvableField(graph, subgraph, type, selection);
      if (!field) return null;
      answered.push(field);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? type;
      const { schema } = subgraphOf(graph, subgraph);
      // A subgraph that does not know a type has no object of it.
      if (!schema.type(condition) && isObject(graph.supergraphSchema.getType(condition))) continue;
      const within = resolvableSelections(graph, subgraph, condition, selection.selectionSet);
      if (!within) return null;
      answered.push({ ...selection, selectionSet: { ...selection.selectionSet, selections: within } });
    } else return null;
  }
  return answered;
}

/** A subgraph by its name, with its schema. */
export function subgraphOf(graph: Graph, name: string) {
  const subgraph = graph.subgraphs.get(name);
  if (!subgraph) throw new Error(`The plan asks ${name}, which is no subgraph.`);
  return { schema: subgraph.schema, metadata: subgraph.metadata() };
}

/** The type of a field, as the first of its owners declares it that a subgraph knows. */
export function declaredType(
  schema: Schema,
  owners: readonly (string | null)[],
  field: string,
): string | undefined {
  for (const owner of owners) {
    const type = owner === null ? undefined : schema.type(owner);
    const definition = type && (isObjectType(type) || isInterfaceType(type)) ? type.field(field) : undefined;
    if (definition?.type) return baseType(definition.type).name;
  }
  return undefined;
}

/** Types that an object may have which a subgraph declares to be of this one. */
export function typesOf(schema: Schema, declared: string): string[] {
  const type = schema.type(declared);
  if (type && isAbstractType(type)) return possibleRuntimeTypes(type).map(({ name }) => name);
  return [declared];
}

/**
 * The types of objects that a field may be answered with by each subgraph that has it: what one gives, all give, so an
 * object of another type is never there. Null where one subgraph alone has the field.
 */
export function sharedTypes({ subgraphs }: Graph, owner: string, field: string): ReadonlySet<string> | null {
  let shared: Set<string> | null = null;
  let count = 0;
  for (const subgraph of subgraphs) {
    const type = subgraph.schema.type(owner);
    const definition = type && (isObjectType(type) || isInterfaceType(type)) ? type.field(field) : undefined;
    if (!definition?.type || subgraph.metadata().isFieldExternal(definition)) continue;
    const types = new Set(typesOf(subgraph.schema, baseType(definition.type).name));
    shared = new Set([...types].filter((each) => !shared || shared.has(each)));
    count += 1;
  }
  return count > 1 ? shared : null;
}
