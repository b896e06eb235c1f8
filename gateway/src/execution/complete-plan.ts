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
import type { FetchNode, PlanNode, QueryPlan } from "@apollo/query-planner";
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isCompositeType,
  isObjectType as isObject,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from "graphql";
import { GatewayRefusal } from "../errors.js";
import { withoutNeverSelected } from "./conditions.js";
import { inlineFragments } from "./inline-fragments.js";

interface Graph {
  /** What clients know. */
  schema: GraphQLSchema;
  /** With what only subgraphs know. */
  supergraphSchema: GraphQLSchema;
  subgraphs: Subgraphs;
}

/**
 * The planner drops a field without a word where, of several subgraphs that it might ask, one cannot have the type that
 * the field belongs to; another that it then does ask can, and the field would be null. Each fetch is therefore asked
 * for what of the operation its own subgraph can answer there and no fetch brings. Throws OPERATION_NOT_ANSWERABLE where
 * even that leaves a field out that may be needed.
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

interface PlannedFetch {
  node: FetchNode;
  document: DocumentNode;
  /** Response keys down to the objects that it is about. */
  place: readonly string[];
}

function fetchesOf(node: PlanNode, place: readonly string[]): PlannedFetch[] {
  switch (node.kind) {
    case "Fetch":
      return [{ node, document: parse(node.operation, { noLocation: true }), place }];
    case "Flatten":
      return fetchesOf(node.node, [...place, ...node.path.map(String).filter((step) => step !== "@")]);
    case "Sequence":
    case "Parallel":
      return node.nodes.flatMap((each) => fetchesOf(each, place));
    case "Condition":
      return [node.ifClause, node.elseClause].flatMap((clause) => (clause ? fetchesOf(clause, place) : []));
    default:
      return [];
  }
}

/** What a fetch asks of the objects at one place. */
interface Source {
  subgraph: string;
  /** Their type as that subgraph declares it; null for entities, whose types stand in the selections. */
  type: string | null;
  selectionSet: SelectionSetNode;
}

function selectionSetOf({ document }: PlannedFetch): SelectionSetNode {
  const [operation] = document.definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION
    ? operation.selectionSet
    : { kind: Kind.SELECTION_SET, selections: [] };
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

/** A field as a fetch asks for it, with the innermost type that it is asked of. */
interface Found {
  field: FieldNode;
  of: string | null;
  source: Source;
}

/** So many places are looked at; an operation with more is left as it was planned. */
const mostVisits = 20_000;

class Completing {
  /** What is asked for besides, by the selection set in which it belongs. */
  readonly added = new Map<SelectionSetNode, SelectionNode[]>();
  /** Fields that nobody is asked for. */
  readonly missing: FieldNode[] = [];
  #visits = 0;

  constructor(
    readonly fetches: readonly PlannedFetch[],
    readonly graph: Graph,
  ) {}

  visit(
    place: readonly string[],
    sources: readonly Source[],
    wanted: readonly SelectionSetNode[],
    types: readonly string[],
  ): void {
    for (const type of types) {
      this.#visits += 1;
      if (this.#visits > mostVisits) return;
      const known = this.graph.schema.getType(type);
      // Of types that clients may not know, nothing is told.
      if (!isCompositeType(known)) continue;
      for (const [key, fields] of this.#fieldsFor(known, wanted)) {
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
    const wanted = fields.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    if (wanted.length === 0) return;
    const sources: Source[] = [];
    const types = new Set<string>();
    for (const { field, of, source } of found) {
      const schema = this.#schemaOf(source);
      const declared = declaredType(schema, [of, source.type, type], field.name.value);
      if (!declared || !field.selectionSet) return;
      sources.push({ subgraph: source.subgraph, type: declared, selectionSet: field.selectionSet });
      for (const possible of typesOf(schema, declared)) types.add(possible);
    }
    const entities = this.fetches.filter((fetch) => samePlace(fetch.place, place)).flatMap(entitySource);
    this.visit(place, [...sources, ...entities], wanted, [...types]);
  }

  #complete(sources: readonly Source[], type: string, fields: readonly FieldNode[]): void {
    for (const source of sources) {
      const schema = this.#schemaOf(source);
      if (source.type === null || !typesOf(schema, source.type).includes(type)) continue;
      const answerable = fields.map((field) => this.#answerable(source.subgraph, type, field));
      if (answerable.includes(null)) continue;
      const added: SelectionNode = {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
        selectionSet: { kind: Kind.SELECTION_SET, selections: answerable.filter((field) => field !== null) },
      };
      this.added.set(source.selectionSet, [...(this.added.get(source.selectionSet) ?? []), added]);
      return;
    }
    this.missing.push(...fields);
  }

  /** The field as its subgraph can answer it by itself; null when it cannot. */
  #answerable(subgraph: string, type: string, field: FieldNode): FieldNode | null {
    if (field.name.value === "__typename") return field;
    const { schema, metadata } = this.#subgraph(subgraph);
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
    const selections = declared && this.#answerableSelections(subgraph, declared, field.selectionSet);
    return selections ? { ...field, selectionSet: { ...field.selectionSet, selections } } : null;
  }

  #answerableSelections(
    subgraph: string,
    type: string,
    { selections }: SelectionSetNode,
  ): SelectionNode[] | null {
    const answerable: SelectionNode[] = [
      { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } },
    ];
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const field = this.#answerable(subgraph, type, selection);
        if (!field) return null;
        answerable.push(field);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value ?? type;
        const { schema } = this.#subgraph(subgraph);
        // A subgraph that does not know a type has no object of it.
        if (!schema.type(condition) && isObject(this.graph.supergraphSchema.getType(condition))) continue;
        const within = this.#answerableSelections(subgraph, condition, selection.selectionSet);
        if (!within) return null;
        answerable.push({ ...selection, selectionSet: { ...selection.selectionSet, selections: within } });
      } else return null;
    }
    return answerable;
  }

  #fieldsFor(type: GraphQLCompositeType, wanted: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
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
    for (const selectionSet of wanted) collect(selectionSet);
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
    const [wanted, known] = [supergraphSchema.getType(condition), supergraphSchema.getType(type)];
    return (
      isCompositeType(wanted) &&
      !isObject(wanted) &&
      isCompositeType(known) &&
      "getInterfaces" in known &&
      supergraphSchema.isSubType(wanted, known)
    );
  }

  #schemaOf({ subgraph }: Source): Schema {
    return this.#subgraph(subgraph).schema;
  }

  #subgraph(name: string) {
    const subgraph = this.graph.subgraphs.get(name);
    if (!subgraph) throw new Error(`The plan asks ${name}, which is no subgraph.`);
    return { schema: subgraph.schema, metadata: subgraph.metadata() };
  }
}

/** Under which key a field stands in the answer, once the planner's own aliases are taken back. */
function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value.replace(/__alias_\d+$/, "");
}

function declaredType(schema: Schema, owners: readonly (string | null)[], field: string): string | undefined {
  for (const owner of owners) {
    const type = owner === null ? undefined : schema.type(owner);
    const definition = type && (isObjectType(type) || isInterfaceType(type)) ? type.field(field) : undefined;
    if (definition?.type) return baseType(definition.type).name;
  }
  return undefined;
}

/** Types that an object may have which a subgraph declares to be of this one. */
function typesOf(schema: Schema, declared: string): string[] {
  const type = schema.type(declared);
  if (type && isAbstractType(type)) return possibleRuntimeTypes(type).map(({ name }) => name);
  return [declared];
}

function samePlace(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}

function withAdded(
  { node, document }: PlannedFetch,
  added: ReadonlyMap<SelectionSetNode, readonly SelectionNode[]>,
  variables: NonNullable<OperationDefinitionNode["variableDefinitions"]>,
): FetchNode {
  const used = new Set<string>();
  const completed: DocumentNode = visit(document, {
    SelectionSet: {
      enter: (selectionSet) => {
        const more = added.get(selectionSet);
        if (!more) return undefined;
        for (const each of more) visit(each, { Variable: ({ name }) => void used.add(name.value) });
        return { ...selectionSet, selections: [...selectionSet.selections, ...more] };
      },
    },
  });
  if (completed === document) return node;
  const [operation] = completed.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return node;
  const declared = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  const further = variables.filter(
    ({ variable: { name } }) => used.has(name.value) && !declared.has(name.value),
  );
  const whole: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...further],
  };
  return {
    ...node,
    operation: stripIgnoredCharacters(print(whole)),
    variableUsages: [...new Set([...(node.variableUsages ?? []), ...used])],
  };
}

function mapFetches(node: PlanNode, change: (node: FetchNode) => FetchNode): PlanNode {
  switch (node.kind) {
    case "Fetch":
      return change(node);
    case "Flatten":
      return { ...node, node: mapFetches(node.node, change) as typeof node.node };
    case "Sequence":
    case "Parallel":
      return { ...node, nodes: node.nodes.map((each) => mapFetches(each, change)) };
    case "Condition":
      return {
        ...node,
        ...(node.ifClause && { ifClause: mapFetches(node.ifClause, change) }),
        ...(node.elseClause && { elseClause: mapFetches(node.elseClause, change) }),
      };
    default:
      return node;
  }
}
