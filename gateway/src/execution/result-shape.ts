import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { type Conditions, isSelected } from "./conditions.js";
import { compileLeaf } from "./leaves.js";
import { type Data, isData } from "./merge.js";

/** Makes of what was fetched what was asked for: its fields, in its order, nulls where the types want them. */
export type Shape = (fetched: Data) => Data | null;

interface Compiler {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  conditions: Conditions;
  /** Under which key a field was fetched. */
  keyOf: (node: FieldNode) => string;
}

/** Null that its type does not allow, on its way to the next place that does. */
const bubbling = Symbol("a null that bubbles");

type Completed = unknown | typeof bubbling;
type Complete = (value: unknown) => Completed;

/**
 * Shaping is compiled once per operation, and per values of the variables in its `@skip` and `@include`: walking the
 * operation for every object again was a fifth of the stock gateway's time (design §6).
 */
export function compileShape(
  compiler: Compiler,
  rootType: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): Shape {
  const complete = compileFields(compiler, rootType, [selectionSet]);
  return (fetched) => {
    const shaped = complete(fetched);
    return shaped === bubbling ? null : (shaped as Data);
  };
}

/** A field of the answer, from the object that was fetched. */
interface ShapedField {
  key: string;
  read: (data: Data) => Completed;
}

/** One object of a known type. */
function compileFields(
  compiler: Compiler,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): (data: Data) => Data | typeof bubbling {
  const fields: ShapedField[] = [];
  for (const [key, nodes] of collectFields(compiler, type, selectionSets)) {
    const read = compileField(compiler, type, nodes as [FieldNode, ...FieldNode[]]);
    if (read) fields.push({ key, read });
  }
  return (data) => {
    const shaped: Data = {};
    for (let index = 0; index < fields.length; index++) {
      const { key, read } = fields[index]!;
      const completed = read(data);
      if (completed === bubbling) return bubbling;
      shaped[key] = completed;
    }
    return shaped;
  };
}

/** Undefined for a field that the type does not have. */
function compileField(
  compiler: Compiler,
  type: GraphQLCompositeType,
  nodes: readonly [FieldNode, ...FieldNode[]],
): ShapedField["read"] | undefined {
  const [first] = nodes;
  const fetched = compiler.keyOf(first);
  if (first.name.value === "__typename")
    return (data) => typeNameOf(compiler.schema, data, fetched, type) ?? bubbling;
  const fieldType = fieldTypeOf(type, first);
  if (!fieldType) return undefined;
  const selected = nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  const complete = compileType(compiler, fieldType, selected);
  return (data) => complete(data[fetched]);
}

/** A subgraph may know an interface as an object; its name is then no answer, and the object none either. */
function typeNameOf(
  schema: GraphQLSchema,
  data: Data,
  key: string,
  type: GraphQLCompositeType,
): string | null {
  for (const said of [data[key], data.__typename])
    if (typeof said === "string" && isObjectType(schema.getType(said))) return said;
  return isObjectType(type) ? type.name : null;
}

function compileType(
  compiler: Compiler,
  type: GraphQLOutputType,
  selectionSets: readonly SelectionSetNode[],
): Complete {
  if (isNonNullType(type)) {
    const complete = compileType(compiler, type.ofType, selectionSets);
    return (value) => {
      const completed = complete(value);
      return completed === null ? bubbling : completed;
    };
  }
  if (isListType(type)) return compileList(compileType(compiler, type.ofType, selectionSets));
  return isCompositeType(type) ? compileObject(compiler, type, selectionSets) : compileLeaf(type);
}

function compileList(complete: Complete): Complete {
  return (value) => {
    if (!Array.isArray(value)) return null;
    const completed = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index++) {
      const element = complete(value[index]);
      if (element === bubbling) return null;
      completed[index] = element;
    }
    return completed;
  };
}

/** An object of a type that may be known only when it comes; each type that comes is compiled when it first does. */
function compileObject(
  compiler: Compiler,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): Complete {
  const byType = new Map<string, (data: Data) => Data | typeof bubbling>();
  const shapeOf = (name: string) => {
    const known = byType.get(name);
    if (known) return known;
    const named: GraphQLNamedType | undefined = name === type.name ? type : compiler.schema.getType(name);
    // A type that clients may not know of is told as nothing.
    if (!named || !isCompositeType(named)) return undefined;
    const shape = compileFields(compiler, named, selectionSets);
    byType.set(name, shape);
    return shape;
  };
  return (value) => {
    if (!isData(value)) return null;
    const name = value.__typename;
    const shape = shapeOf(typeof name === "string" ? name : type.name);
    const shaped = shape?.(value);
    return shaped === undefined || shaped === bubbling ? null : shaped;
  };
}

/** Fields by response key, in the specification's order (CollectFields), for one type. */
function collectFields(
  { schema, fragments, conditions }: Compiler,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const applies = (condition: string): boolean => {
    if (condition === type.name) return true;
    const wanted = schema.getType(condition);
    return (
      isCompositeType(wanted) &&
      !isObjectType(wanted) &&
      "getInterfaces" in type &&
      schema.isSubType(wanted, type)
    );
  };
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isSelected(selection, conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = fields.get(key);
        if (nodes) nodes.push(selection);
        else fields.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (!selection.typeCondition || applies(selection.typeCondition.name.value))
          collect(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment && applies(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
      }
    }
  };
  for (const selectionSet of selectionSets) collect(selectionSet);
  return fields;
}

function fieldTypeOf(type: GraphQLCompositeType, node: FieldNode): GraphQLOutputType | undefined {
  return "getFields" in type ? type.getFields()[node.name.value]?.type : undefined;
}
