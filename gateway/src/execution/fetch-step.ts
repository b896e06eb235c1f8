import type { FetchNode, ResponsePath } from "@apollo/query-planner";
import { type GraphQLFormattedError, type GraphQLSchema, isObjectType } from "graphql";
import { GatewayRefusal } from "../errors.js";
import { isAnswer, type SubgraphAnswer } from "./is-answer.js";
import { type Data, isData, merge } from "./merge.js";
import { entityFields, rootFields } from "./missing-fields.js";
import { compileRepresentation } from "./representations.js";
import { compileRewrites } from "./rewrites.js";
import type { Fetch, Run, Step } from "./steps.js";
import { placesBelow, targetsBelow } from "./targets.js";

type Place = readonly (string | number)[];

/** See {@link Fetch}. */
function opening({ operation, operationName }: FetchNode): string {
  const named = operationName ? `,"operationName":${JSON.stringify(operationName)}` : "";
  return `{"query":${JSON.stringify(operation)}${named}`;
}

/**
 * The variables that the fetch uses, and further members, as a JSON object; those left out keep their defaults, though
 * they be called `constructor`.
 */
function used(
  names: readonly string[],
  variables: Readonly<Record<string, unknown>>,
  ...further: string[]
): string {
  const members = names
    .filter((name) => Object.hasOwn(variables, name))
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(variables[name])}`);
  return `{${[...members, ...further].join(",")}}`;
}

/** A fetch from the root of a subgraph. */
export function compileRootFetch(node: FetchNode, schema: GraphQLSchema): Step {
  const { serviceName, variableUsages = [] } = node;
  const start = opening(node);
  const rewriteAnswer = compileRewrites(node.outputRewrites, schema);
  return async (run) => {
    const fetch = { opening: start, variables: used(variableUsages, run.variables) };
    const answer = await ask(run, serviceName, fetch);
    if (answer instanceof GatewayRefusal) {
      run.losses.push({ refusal: answer, known: run.root, place: [], wanted: rootFields(node.operation) });
      return;
    }
    for (const error of answer.errors ?? []) run.errors.push(told(error, serviceName, error.path));
    if (!isData(answer.data)) return;
    rewriteAnswer?.(answer.data);
    merge(run.root, answer.data, false);
  };
}

/** What is asked about one entity, and all the places where it stands. */
interface Asked {
  json: string;
  targets: number[];
}

/** A fetch of more fields of entities that are known already. */
export function compileEntityFetch(node: FetchNode, schema: GraphQLSchema): Step {
  const { serviceName, variableUsages = [] } = node;
  const start = opening(node);
  const represent = compileRepresentation(node.requires ?? [], schema);
  const rewriteRepresentation = compileRewrites(node.inputRewrites, schema);
  const rewriteAnswer = compileRewrites(node.outputRewrites, schema);

  const isObjectName = (name: unknown) => typeof name === "string" && isObjectType(schema.getType(name));

  // The same entity often stands in many places; its subgraph is asked about it once.
  const distinct = (targets: readonly Data[]): Asked[] => {
    const asked = new Map<string, Asked>();
    for (const [index, target] of targets.entries()) {
      const representation = represent(target);
      if (!representation?.__typename) continue;
      rewriteRepresentation?.(representation);
      const json = JSON.stringify(representation);
      // Two types of one interface may look alike to a subgraph that knows only the interface.
      const key = rewriteRepresentation ? `${String(target.__typename)} ${json}` : json;
      const known = asked.get(key);
      if (known) known.targets.push(index);
      else asked.set(key, { json, targets: [index] });
    }
    return [...asked.values()];
  };

  return async (run, path) => {
    const targets = targetsBelow(run.root, path);
    if (targets.length === 0) return;
    const asked = distinct(targets);
    if (asked.length === 0) return;
    const places = lazily(() => placesBelow(run.root, path));
    const representations = `"representations":[${asked.map(({ json }) => json).join(",")}]`;
    const fetch = { opening: start, variables: used(variableUsages, run.variables, representations) };
    const answer = await ask(run, serviceName, fetch);
    if (answer instanceof GatewayRefusal) {
      const wanted = entityFields(node.operation);
      for (const index of asked.flatMap(({ targets: indexes }) => indexes))
        run.losses.push({ refusal: answer, known: targets[index]!, place: places()[index] ?? [], wanted });
      return;
    }
    for (const error of answer.errors ?? [])
      for (const place of placesOf(error, asked, places, path))
        run.errors.push(told(error, serviceName, place));
    const entities = answer.data?._entities;
    if (!Array.isArray(entities) || entities.length !== asked.length) {
      if (!answer.errors?.length)
        throw new Error(`${serviceName} did not answer for each entity it was asked about`);
      return;
    }
    for (const [index, { targets: indexes }] of asked.entries()) {
      const entity: unknown = entities[index];
      if (!isData(entity)) continue;
      const first = targets[indexes[0]!]!;
      // A subgraph that knows an interface as an object names that; what the object is, others have told.
      if (!isObjectName(entity.__typename)) entity.__typename = first.__typename;
      rewriteAnswer?.(entity);
      for (const [nth, target] of indexes.entries())
        merge(targets[target]!, entity, nth < indexes.length - 1);
    }
  };
}

/** Every place that an error of an entity concerns; one that names none concerns what was asked as a whole. */
function placesOf(
  { path }: GraphQLFormattedError,
  asked: readonly Asked[],
  places: () => Place[],
  below: ResponsePath,
): (Place | undefined)[] {
  const [root, index, ...rest] = path ?? [];
  const concerned = root === "_entities" && typeof index === "number" ? asked[index] : undefined;
  if (concerned) return concerned.targets.map((target) => [...(places()[target] ?? []), ...rest]);
  const list = below.indexOf("@");
  return [list === -1 ? below : below.slice(0, list)];
}

async function ask(run: Run, subgraph: string, fetch: Fetch): Promise<SubgraphAnswer | GatewayRefusal> {
  try {
    const said: unknown = JSON.parse(await run.ask(subgraph, fetch));
    return isAnswer(said) ? said : new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName: subgraph });
  } catch (error) {
    if (error instanceof GatewayRefusal) return error;
    if (error instanceof SyntaxError)
      return new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName: subgraph });
    throw error;
  }
}

function told(
  error: GraphQLFormattedError,
  serviceName: string,
  path: Place | undefined,
): GraphQLFormattedError {
  const { message, extensions } = error;
  const code = extensions?.code ?? "DOWNSTREAM_SERVICE_ERROR";
  return {
    message,
    ...(path && { path }),
    extensions: { ...extensions, code, serviceName, fromSubgraph: true },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
