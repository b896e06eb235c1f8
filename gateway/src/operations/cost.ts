import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from "graphql";
import type { Limits } from "./limits.js";

/** What of a request the cost of its document depends on. */
interface CostedRequest {
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
}

/** How many objects the answer may hold: each list counts as often as its `first` or `last` says. */
export type Cost = (document: DocumentNode, request: CostedRequest) => number;

/** `Type.field` → what it counts instead of 1 for an object and nothing for a leaf. */
export type FieldWeights = ReadonlyMap<string, number>;

/** What an operation costs at each choice of sizes that it came with. */
interface Reckoned {
  schema: GraphQLSchema;
  /** The variables in which sizes stand. */
  sizes: readonly string[];
  costs: Map<string, number>;
}

/** Choices of sizes that are remembered for one document. */
const choicesKept = 50;

/** Clients ask for the same sizes again and again, so an operation is walked once for each choice of them. */
export function createCost(
  schema: () => GraphQLSchema,
  limits: Limits,
  fieldWeights: () => FieldWeights = () => new Map(),
): Cost {
  if (!Number.isFinite(limits.cost)) return () => 0;
  const known = new WeakMap<DocumentNode, Reckoned>();

  const reckonedOf = (document: DocumentNode): Reckoned => {
    const current = schema();
    const before = known.get(document);
    if (before?.schema === current) return before;
    const reckoned = { schema: current, sizes: sizeVariables(document), costs: new Map<string, number>() };
    known.set(document, reckoned);
    return reckoned;
  };

  return (document, request) => {
    const { schema: current, sizes, costs } = reckonedOf(document);
    const choice = choiceOf(request, sizes);
    const before = costs.get(choice);
    if (before !== undefined) return before;
    const cost = costOf(document, request, current, limits, fieldWeights());
    if (costs.size < choicesKept) costs.set(choice, cost);
    return cost;
  };
}

/**
 * All that the cost of a document depends on. The name counts, since `""` selects no operation and
 * a missing name selects the only one; a size given as null is not the same as one left out, which takes its default.
 */
function choiceOf({ operationName, variables }: CostedRequest, sizes: readonly string[]): string {
  const given = sizes.map((name) => (Object.hasOwn(variables, name) ? sizeIn(variables[name]) : "left out"));
  return JSON.stringify([operationName ?? null, ...given]);
}

/** Nothing is validated yet: whatever is no number is no size, and must not be made one. */
function sizeIn(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}

function sizeVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Argument: ({ name, value }) => {
      if (sizeArguments.includes(name.value) && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

const sizeArguments: readonly string[] = ["first", "last"];

function costOf(
  document: DocumentNode,
  request: CostedRequest,
  schema: GraphQLSchema,
  limits: Limits,
  weights: FieldWeights,
): number {
  const operation = getOperationAST(document, request.operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  const reckoner: Reckoner = {
    schema,
    variables: { ...defaultsOf(operation), ...request.variables },
    unnamedListSize: limits.unnamedListSize,
    weights,
    fragments: new Map(
      document.definitions
        .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
        .map((each) => [each.name.value, each]),
    ),
    known: new Map(),
  };
  return costOfSelections(reckoner, operation.selectionSet, root, null);
}

interface Reckoner {
  schema: GraphQLSchema;
  variables: Readonly<Record<string, unknown>>;
  unnamedListSize: number;
  weights: FieldWeights;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Cost of a fragment at a page size, so that fragments which spread each other are reckoned once. */
  known: Map<string, number>;
}

/** `pageSize`: the page size given to the field above, which is the length of the list right beneath it. */
function costOfSelections(
  reckoner: Reckoner,
  { selections }: SelectionSetNode,
  type: GraphQLNamedType,
  pageSize: number | null,
): number {
  let cost = 0;
  for (const each of selections) {
    if (each.kind === Kind.FIELD) cost += costOfField(reckoner, each, type, pageSize);
    else if (each.kind === Kind.FRAGMENT_SPREAD) cost += costOfFragment(reckoner, each.name.value, pageSize);
    else {
      const condition = each.typeCondition && reckoner.schema.getType(each.typeCondition.name.value);
      cost += costOfSelections(reckoner, each.selectionSet, condition ?? type, pageSize);
    }
  }
  return cost;
}

function costOfFragment(reckoner: Reckoner, name: string, pageSize: number | null): number {
  const key = `${name} ${pageSize}`;
  const known = reckoner.known.get(key);
  if (known !== undefined) return known;
  reckoner.known.set(key, 0);
  const fragment = reckoner.fragments.get(name);
  const type = fragment && reckoner.schema.getType(fragment.typeCondition.name.value);
  const cost = type ? costOfSelections(reckoner, fragment.selectionSet, type, pageSize) : 0;
  reckoner.known.set(key, cost);
  return cost;
}

function costOfField(
  reckoner: Reckoner,
  node: FieldNode,
  parent: GraphQLNamedType,
  pageSize: number | null,
): number {
  const field =
    isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
  const type = field && getNamedType(field.type);
  const weight = reckoner.weights.get(`${parent.name}.${node.name.value}`);
  if (!field || !isCompositeType(type) || !node.selectionSet) return weight ?? 0;
  const named = namedSize(reckoner, node, field);
  const isList = isListType(getNullableType(field.type));
  const size = isList ? (named ?? pageSize ?? reckoner.unnamedListSize) : 1;
  return size * ((weight ?? 1) + costOfSelections(reckoner, node.selectionSet, type, isList ? null : named));
}

/** Sizes that the operation itself gives to variables which its request leaves out. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, number> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );
}

/** What `first` or `last` says: as written, by variable, or by default. */
function namedSize(
  { variables }: Reckoner,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
): number | null {
  const sizes = sizeArguments.flatMap((name) => {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    const size = sizeIn((value && givenValue(value, variables)) ?? defaultOf(field, name));
    return size === null ? [] : [size];
  });
  return sizes.length > 0 ? Math.max(...sizes) : null;
}

function givenValue(value: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
}

function defaultOf({ args }: GraphQLField<unknown, unknown>, name: string): unknown {
  return args.find((argument) => argument.name === name)?.defaultValue;
}
