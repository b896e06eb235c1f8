import type { FetchDataRewrite } from "@apollo/query-planner";
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from "graphql";
import { type Data, isData } from "../subgraphs/data.js";

/** Applies what the planner wants changed in a representation that is sent, or in an answer that came. */
export type Rewrite = (value: unknown) => void;

const typeCondition = "... on ";

/** Undefined when there is nothing to rewrite. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  schema: GraphQLSchema,
): Rewrite | undefined {
  if (!rewrites || rewrites.length === 0) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, schema));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, schema: GraphQLSchema): Rewrite {
  const field = rewrite.path.at(-1);
  if (field === undefined) return () => undefined;
  const change =
    rewrite.kind === "ValueSetter" ? setter(field, rewrite.setValueTo) : renamer(field, rewrite.renameKeyTo);
  return rewrite.path
    .slice(0, -1)
    .reduceRight((next, element) => step(element, next, schema), onEach(change));
}

function setter(field: string, value: unknown) {
  return (data: Data) => {
    data[field] = value;
  };
}

function renamer(field: string, name: string) {
  return (data: Data) => {
    if (!Object.hasOwn(data, field) || !data[field]) return;
    data[name] = data[field];
    data[field] = undefined;
  };
}

function step(element: string, next: Rewrite, schema: GraphQLSchema): Rewrite {
  if (!element.startsWith(typeCondition))
    return onEach((data) => Object.hasOwn(data, element) && next(data[element]));
  const condition = element.slice(typeCondition.length);
  // Not every object on the way carries its type; one that does not is taken to fit.
  return onEach((data) => (data.__typename === undefined || isOfType(schema, data, condition)) && next(data));
}

function onEach(act: (data: Data) => unknown): Rewrite {
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const element of value) visit(element);
    else if (isData(value)) act(value);
  };
  return visit;
}

/** Whether the data's own type name fits a type condition of the supergraph. */
export function isOfType(schema: GraphQLSchema, data: Data, condition: string): boolean {
  const name = data.__typename;
  if (name === condition) return true;
  if (typeof name !== "string") return false;
  const [type, wanted] = [schema.getType(name), schema.getType(condition)];
  if (!isAbstractType(wanted) || !(isObjectType(type) || isInterfaceType(type))) return false;
  return schema.isSubType(wanted, type);
}
