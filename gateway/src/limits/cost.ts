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
  type SelectionSetNode,
} from "graphql";
import type { Limits } from "./limits.js";
import type { Asked } from "./screen.js";

/** How many objects the answer may hold: each list counts as often as its `first` or `last` says. */
export function costOf(document: DocumentNode, asked: Asked, schema: GraphQLSchema, limits: Limits): number {
  if (!Number.isFinite(limits.cost)) return 0;
  const operation = getOperationAST(document, asked.operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  const reckoner: Reckoner = {
    schema,
    variables: asked.variables ?? {},
    unnamedListSize: limits.unnamedListSize,
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
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Cost of a fragment at a page size, so that fragments which spread each other are reckoned once. */
  known: Map<string, number>;
}

/** `pageSize`: the size that the field above was asked for, which is that of the list right beneath it. */
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
  if (!field || !isCompositeType(type) || !node.selectionSet) return 0;
  const named = namedSize(reckoner, node, field);
  const isList = isListType(getNullableType(field.type));
  const size = isList ? (named ?? pageSize ?? reckoner.unnamedListSize) : 1;
  return size * (1 + costOfSelections(reckoner, node.selectionSet, type, isList ? null : named));
}

/** What `first` or `last` says: as written, by variable, or by default. */
function namedSize(
  { variables }: Reckoner,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
): number | null {
  const sizes = ["first", "last"].flatMap((name) => {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.INT) return [Number(value.value)];
    if (value?.kind === Kind.VARIABLE) return [Number(variables[value.name.value])];
    return value === undefined
      ? [Number(field.args.find((argument) => argument.name === name)?.defaultValue)]
      : [];
  });
  const known = sizes.filter((size) => Number.isFinite(size) && size >= 0);
  return known.length > 0 ? Math.max(...known) : null;
}
