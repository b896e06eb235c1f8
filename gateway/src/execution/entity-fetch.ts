import type { FetchNode, ResponsePath } from "@apollo/query-planner";
import { type GraphQLFormattedError, type GraphQLSchema, isObjectType } from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";
import { type Data, isData } from "../subgraphs/data.js";
import type { SubgraphAnswer } from "../subgraphs/read-answer.js";
import { entityFields } from "../subgraphs/requested-fields.js";
import type { Run, Step } from "./compile-plan.js";
import { merge } from "./merge.js";
import { objectsAt, pathsOfObjectsAt } from "./objects-at-path.js";
import { compileRepresentation } from "./representations.js";
import {
  type Place,
  queryPrefix,
  requestSubgraph,
  serialiseVariables,
  toGraphQLError,
} from "./request-subgraph.js";
import { compileRewrites } from "./rewrites.js";

/** The representation of one entity, and all the places where it stands. */
interface DistinctEntity {
  json: string;
  targets: number[];
}

/** The entities below some paths that a fetch has something to ask about. */
export interface EntityQuestion {
  paths: readonly ResponsePath[];
  targets: readonly Data[];
  distinctEntities: readonly DistinctEntity[];
  places: () => Place[];
  /** What stands for them in the request: a list, in JSON. */
  representations: string;
}

/** A fetch of more fields of entities that are known already. */
export interface EntityFetch {
  node: FetchNode;
  /** Null: there is nobody to ask about. */
  questionBelow(run: Run, paths: readonly ResponsePath[]): EntityQuestion | null;
  /** Merges the answer into what is known, and keeps its errors. */
  take(run: Run, question: EntityQuestion, answer: SubgraphAnswer | GatewayRefusal): void;
  /** Asks by itself. */
  fetch(run: Run, question: EntityQuestion): Promise<void>;
}

export function compileEntityFetch(node: FetchNode, schema: GraphQLSchema): Step {
  const fetch = createEntityFetch(node, schema);
  return async (run, path) => {
    const question = fetch.questionBelow(run, [path]);
    if (question) await fetch.fetch(run, question);
  };
}

export function createEntityFetch(node: FetchNode, schema: GraphQLSchema): EntityFetch {
  const { serviceName, variableUsages = [] } = node;
  const prefix = queryPrefix(node);
  const represent = compileRepresentation(node.requires ?? [], schema);
  const rewriteRepresentation = compileRewrites(node.inputRewrites, schema);
  const rewriteAnswer = compileRewrites(node.outputRewrites, schema);

  const isObjectName = (name: unknown) => typeof name === "string" && isObjectType(schema.getType(name));

  // The same entity often stands in many places; it is fetched once.
  const distinct = (targets: readonly Data[]): DistinctEntity[] => {
    const distinctEntities = new Map<string, DistinctEntity>();
    for (const [index, target] of targets.entries()) {
      const representation = represent(target);
      if (!representation?.__typename) continue;
      rewriteRepresentation?.(representation);
      const json = JSON.stringify(representation);
      // Two types of one interface may look alike to a subgraph that knows only the interface.
      const key = rewriteRepresentation ? `${String(target.__typename)} ${json}` : json;
      const known = distinctEntities.get(key);
      if (known) known.targets.push(index);
      else distinctEntities.set(key, { json, targets: [index] });
    }
    return [...distinctEntities.values()];
  };

  const take: EntityFetch["take"] = (run, { paths, targets, distinctEntities, places }, answer) => {
    if (answer instanceof GatewayRefusal) {
      const requested = entityFields(node.operation);
      for (const index of distinctEntities.flatMap(({ targets: indexes }) => indexes))
        run.unresolved.push({
          refusal: answer,
          known: targets[index]!,
          place: places()[index] ?? [],
          requested,
        });
      return;
    }
    for (const error of answer.errors ?? [])
      for (const place of placesOf(error, distinctEntities, places, paths))
        run.errors.push(toGraphQLError(error, serviceName, place));
    const entities = answer.data?._entities;
    if (!Array.isArray(entities) || entities.length !== distinctEntities.length) {
      if (!answer.errors?.length)
        throw new Error(`${serviceName} did not answer for each entity it was asked about`);
      return;
    }
    for (const [index, { targets: indexes }] of distinctEntities.entries()) {
      const entity: unknown = entities[index];
      if (!isData(entity)) continue;
      const first = targets[indexes[0]!]!;
      // A subgraph that has an interface as an object type answers with its name; the object's own type is known from another fetch.
      if (!isObjectName(entity.__typename)) entity.__typename = first.__typename;
      rewriteAnswer?.(entity);
      for (const [nth, target] of indexes.entries())
        merge(targets[target]!, entity, nth < indexes.length - 1);
    }
  };

  return {
    node,
    questionBelow({ root }, paths) {
      const targets = paths.flatMap((path) => objectsAt(root, path));
      if (targets.length === 0) return null;
      const distinctEntities = distinct(targets);
      if (distinctEntities.length === 0) return null;
      const places = lazily(() => paths.flatMap((path) => pathsOfObjectsAt(root, path)));
      const representations = `[${distinctEntities.map(({ json }) => json).join(",")}]`;
      return { paths, targets, distinctEntities, places, representations };
    },
    take,
    async fetch(run, question) {
      const representations = `"representations":${question.representations}`;
      const fetch = {
        queryPrefix: prefix,
        variables: serialiseVariables(variableUsages, run.variables, representations),
      };
      take(run, question, await requestSubgraph(run, serviceName, fetch));
    },
  };
}

/** Every place that an error of an entity concerns; one that names none concerns the whole fetch. */
function placesOf(
  { path }: GraphQLFormattedError,
  distinctEntities: readonly DistinctEntity[],
  places: () => Place[],
  paths: readonly ResponsePath[],
): (Place | undefined)[] {
  const [root, index, ...rest] = path ?? [];
  const concerned = root === "_entities" && typeof index === "number" ? distinctEntities[index] : undefined;
  if (concerned) return concerned.targets.map((target) => [...(places()[target] ?? []), ...rest]);
  return paths.map((below) => {
    const list = below.indexOf("@");
    return list === -1 ? below : below.slice(0, list);
  });
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
