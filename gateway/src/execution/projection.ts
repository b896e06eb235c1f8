import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  GraphQLNonNull,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { type Data, isData } from "../subgraphs/data.js";
import { compileLeafCheck } from "./check-leaf-values.js";
import { type Collecting, collectFields } from "./collect-fields.js";
import type { FieldFault, FieldFaultKind } from "./field-faults.js";

/** Shapes what was fetched into the operation's answer: its fields, in its order, null where the types require it. */
export interface Projected {
  data: Data | null;
  /** Where what was fetched does not fit the schema; empty mostly. */
  faults: readonly FieldFault[];
}

export type Projection = (fetched: Data) => Projected;

interface Compiler extends Collecting {
  /** With types that are hidden from clients: objects of these are left empty, which is no fault. */
  supergraphSchema: GraphQLSchema;
  /** Under which key a field was fetched. */
  keyOf: (node: FieldNode) => string;
}

/** A null that its type does not allow, on its way up to the next nullable place; its fault is recorded. */
const bubbling = Symbol("a null that bubbles");

type Completed = unknown | typeof bubbling;
type Complete = (value: unknown, walk: Walk) => Completed;

/** One walk over what was fetched. */
interface Walk {
  /** How many faults were met. */
  count: number;
  /** Where it is; null: nobody wants to know. */
  path: (string | number)[] | null;
  /** The field that it is in, as the schema calls it. */
  coordinate: string;
  faults: FieldFault[];
}

/**
 * A projection is compiled once per operation, and per values of the variables in its `@skip` and `@include`: walking
 * the operation for every object again was a fifth of the stock gateway's time. Where each fault is, is
 * found by a second walk, since nearly no answer has one.
 */
export function compileProjection(
  compiler: Compiler,
  rootType: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): Projection {
  const complete = compileFields(compiler, rootType, [selectionSet]);
  return (fetched) => {
    const walk: Walk = { count: 0, path: null, coordinate: "", faults: [] };
    const projected = complete(fetched, walk);
    if (walk.count > 0) complete(fetched, { ...walk, path: [] });
    return { data: projected === bubbling ? null : (projected as Data), faults: walk.faults };
  };
}

function fault(walk: Walk, kind: FieldFaultKind, expected: GraphQLOutputType): typeof bubbling {
  walk.count += 1;
  if (walk.path) walk.faults.push({ kind, path: [...walk.path], at: `${walk.coordinate}: ${expected}` });
  return bubbling;
}

/** A field of the answer, from the object that was fetched. */
interface ProjectedField {
  key: string;
  coordinate: string;
  read: (data: Data, walk: Walk) => Completed;
}

type CompleteFields = (data: Data, walk: Walk) => Data | typeof bubbling;

/** One object of a known type. */
function compileFields(
  compiler: Compiler,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): CompleteFields {
  const fields: ProjectedField[] = [];
  for (const [key, nodes] of collectFields(compiler, type, selectionSets)) {
    const read = compileField(compiler, type, nodes as [FieldNode, ...FieldNode[]]);
    if (read) fields.push({ key, coordinate: `${type.name}.${nodes[0]!.name.value}`, read });
  }
  return (data, walk) => {
    const projected: Data = {};
    for (let index = 0; index < fields.length; index++) {
      const { key, coordinate, read } = fields[index]!;
      if (walk.path) {
        walk.path.push(key);
        walk.coordinate = coordinate;
      }
      const completed = read(data, walk);
      walk.path?.pop();
      if (completed === bubbling) return bubbling;
      projected[key] = completed;
    }
    return projected;
  };
}

/** Undefined for a field that the type does not have. */
function compileField(
  compiler: Compiler,
  type: GraphQLCompositeType,
  nodes: readonly [FieldNode, ...FieldNode[]],
): ProjectedField["read"] | undefined {
  const [first] = nodes;
  const fetched = compiler.keyOf(first);
  const fieldType = fieldTypeOf(type, first);
  if (first.name.value === "__typename")
    return (data, walk) =>
      typeNameOf(compiler.schema, data, fetched, type) ??
      fault(walk, "missing", new GraphQLNonNull(GraphQLString));
  if (!fieldType) return undefined;
  const selected = nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  const complete = compileType(compiler, fieldType, selected);
  return (data, walk) => complete(data[fetched], walk);
}

/** A subgraph may know an interface as an object; its name is then no answer, and the object none either. */
function typeNameOf(
  schema: GraphQLSchema,
  data: Data,
  key: string,
  type: GraphQLCompositeType,
): string | null {
  for (const name of [data[key], data.__typename])
    if (typeof name === "string" && isObjectType(schema.getType(name))) return name;
  return isObjectType(type) ? type.name : null;
}

/** Results are completed as the specification has it (§6.4.3). */
function compileType(
  compiler: Compiler,
  type: GraphQLOutputType,
  selectionSets: readonly SelectionSetNode[],
): Complete {
  if (isNonNullType(type)) {
    const complete = compileNamed(compiler, type.ofType, selectionSets);
    return (value, walk) => {
      const completed = complete(value, walk);
      return completed === null ? fault(walk, value === undefined ? "missing" : "null", type) : completed;
    };
  }
  const complete = compileNamed(compiler, type, selectionSets);
  return (value, walk) => {
    const completed = complete(value, walk);
    return completed === bubbling ? null : completed;
  };
}

function compileNamed(
  compiler: Compiler,
  type: GraphQLOutputType,
  selectionSets: readonly SelectionSetNode[],
): Complete {
  if (isListType(type)) return compileList(type, compileType(compiler, type.ofType, selectionSets));
  if (isCompositeType(type)) return compileObject(compiler, type, selectionSets);
  const check = compileLeafCheck(getNamedType(type) as GraphQLLeafType, compiler.supergraphSchema);
  return (value, walk) => {
    if (value === null || value === undefined) return null;
    const isValid = check(value);
    if (isValid === true) return value;
    return isValid === "hidden" ? null : fault(walk, "type", type);
  };
}

function compileList(type: GraphQLOutputType, complete: Complete): Complete {
  return (value, walk) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return fault(walk, "type", type);
    const completed = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index++) {
      walk.path?.push(index);
      const element = complete(value[index], walk);
      walk.path?.pop();
      if (element === bubbling) return bubbling;
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
  const { schema, supergraphSchema } = compiler;
  /** Null: a type that clients may not know of. */
  const byType = new Map<string, CompleteFields | "unfit" | null>();
  const fieldsOf = (name: string) => {
    const known = byType.get(name);
    if (known !== undefined) return known;
    const named = name === type.name ? type : schema.getType(name);
    const fields = !isCompositeType(named)
      ? isCompositeType(supergraphSchema.getType(name))
        ? null
        : "unfit"
      : isObjectType(named) && named !== type && !(isAbstractType(type) && schema.isSubType(type, named))
        ? "unfit"
        : compileFields(compiler, named, selectionSets);
    byType.set(name, fields);
    return fields;
  };
  return (value, walk) => {
    if (value === null || value === undefined) return null;
    if (!isData(value)) return fault(walk, "type", type);
    const name = value.__typename;
    const fields = fieldsOf(typeof name === "string" ? name : type.name);
    if (fields === "unfit") return fault(walk, "type", type);
    return fields ? fields(value, walk) : null;
  };
}

function fieldTypeOf(type: GraphQLCompositeType, node: FieldNode): GraphQLOutputType | undefined {
  return "getFields" in type ? type.getFields()[node.name.value]?.type : undefined;
}
