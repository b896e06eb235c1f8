import type { GraphQLDataSource } from "@apollo/gateway";
import { anonymous } from "@campus-graph/kit/auth/viewer";
import { createLog } from "@campus-graph/kit/ops/log";
import fc from "fast-check";
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  isInterfaceType,
  parse,
  validate,
  visit,
} from "graphql";
import { expect } from "vitest";
import type { Executor } from "../execution/executor-types.js";
import { createOwnExecutor } from "../execution/own-executor.js";
import { createStockExecutor } from "../execution/stock-executor.js";
import { createPlanningBySupergraph } from "../planning/planning-by-supergraph.js";
import { isNeverSelected } from "../planning/skip-include.js";
import type { SubgraphClient } from "../subgraphs/client.js";
import { createDataSource } from "../subgraphs/data-source.js";
import { type AnyOperation, anyOperation } from "./any-operation.js";
import type { SmallGraph } from "./federation.js";
import { endsInNull, isWithin, nullsBeside, type Place, placesOf, withoutIndexes } from "./places.js";

const log = createLog("test", "silent");

export interface Pair {
  own: Executor;
  /** Not told the name of an interface for that of an object: it would believe it, and lose the object. */
  stock: Executor;
}

export async function executors(graph: SmallGraph): Promise<Pair> {
  const client = graph.client as SubgraphClient;
  let schema: GraphQLSchema | undefined;
  const stock = stockOver(graph, (source) => namingObjects(source, () => schema));
  schema = stock.schema();
  // What ours leaves to the stock one must not hide a difference.
  const nobody: Executor = {
    schema: stock.schema,
    execute: () => Promise.reject(new Error("left to the stock executor")),
  };
  return { own: createOwnExecutor({ client, sdl: () => graph.sdl, stock: nobody, log }), stock };
}

export const stockAsItIs = async (graph: SmallGraph): Promise<Executor> =>
  stockOver(graph, (source) => source);

function stockOver(graph: SmallGraph, over: (source: GraphQLDataSource) => GraphQLDataSource): Executor {
  const client = graph.client as SubgraphClient;
  const { clientSchema } = createPlanningBySupergraph().of(graph.sdl);
  const dataSource = (name: string) => over(createDataSource(name, client));
  const { execute } = createStockExecutor({ sdl: () => graph.sdl, dataSource, log });
  return { schema: () => clientSchema, execute };
}

function namingObjects(
  source: GraphQLDataSource,
  schema: () => GraphQLSchema | undefined,
): GraphQLDataSource {
  return {
    async process(options) {
      const answer = await source.process(options);
      const entities = (answer.data as { _entities?: unknown } | null | undefined)?._entities;
      for (const entity of Array.isArray(entities) ? entities : [])
        if (entity && isInterfaceType(schema()?.getType(entity.__typename))) delete entity.__typename;
      return answer;
    },
  };
}

export function run(
  executor: Executor,
  { query, variables }: AnyOperation,
  document: DocumentNode = parse(query),
): Promise<ExecutionResult> {
  const caller = { viewer: anonymous, traceId: "trace", signal: new AbortController().signal };
  return executor.execute({
    document,
    source: query,
    operationName: undefined,
    variables,
    caller,
  });
}

/** Null: the planner fails over it, loudly. */
async function unlessUnplanned(answering: Promise<ExecutionResult>): Promise<ExecutionResult | null> {
  try {
    return await answering;
  } catch (error) {
    if ((error as Error).message.startsWith("We should have an edge")) return null;
    throw error;
  }
}

/** An object of which nothing is left to select is null to the stock executor. */
function leavesNothing(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    SelectionSet: ({ selections }) => {
      found ||= selections.every(isNeverSelected);
    },
  });
  return found;
}

/** Answers so many operations both ways, and throws where they differ. */
export async function compare(graph: SmallGraph, operations: number): Promise<void> {
  const { own, stock } = await executors(graph);
  const valid = anyOperation(stock.schema()).filter(
    ({ query }) => validate(stock.schema(), parse(query)).length === 0 && !leavesNothing(parse(query)),
  );
  /** The answer with every subgraph alive. */
  const whole = async (operation: AnyOperation, document: DocumentNode) => {
    const dead = [...graph.dead];
    graph.dead.clear();
    const answer = await run(own, operation, document);
    for (const name of dead) graph.dead.add(name);
    return answer;
  };
  await fc.assert(
    fc.asyncProperty(valid, async (operation) => {
      const document = parse(operation.query);
      const ours = await unlessUnplanned(run(own, operation, document));
      const theirs = await unlessUnplanned(run(stock, operation));
      // Ours asks the planner twice, in other words.
      if (!theirs) return;
      if (!ours) throw new Error(`planned for the stock one alone: ${operation.query}`);
      expect(canonical(ours.data), operation.query).toEqual(canonical(theirs.data));
      const alive = graph.dead.size === 0 ? ours : await whole(operation, document);
      const lost = nullsBeside(ours.data, alive.data);
      const [ourErrors, stockErrors] = [errorsOf(ours), errorsOf(theirs)];
      const invented = ourErrors.filter(
        (error) => !accountedFor(error, stockErrors) && !isOfNull(error, ours.data),
      );
      expect(invented, `told by ours alone: ${operation.query}`).toEqual([]);
      expect(
        stockErrors.filter((error) => !ourErrors.includes(error) && !isMissing(error)),
        `told by the stock one alone: ${operation.query}`,
      ).toEqual([]);
      expect(silent(lost, ours), `silent: ${operation.query}`).toEqual([]);
      expect(leadingSomewhere(ours), operation.query).toEqual([]);
    }),
    { numRuns: operations, seed: 20_260, endOnFailure: true },
  );
}

/**
 * Six differences are ours on purpose. A null that its type does not allow is a field error, as the specification has it
 * (§6.4.4), where the stock one empties the object without a word. Fields stand in the order of the specification, where the stock executor merges
 * fragments first. An error names the very list element, where the stock one counts entities that it never asked about
 * and is off by those; an entity's error is told at each place where the entity stands. What failed as a whole is told
 * where its first list stands, not under the name of an internal field. No error is told of what is there,
 * and one is told of an object that is null because its type could not be asked, where the stock one is silent.
 */
function errorsOf({ errors = [] }: ExecutionResult): string[] {
  // The stock executor gives errors about variables no code.
  const ourErrors = errors.map(({ message, path = [], extensions: { code = "BAD_USER_INPUT" } }) =>
    JSON.stringify({ message, code, path: ofWhole(withoutIndexes(path)) }),
  );
  return [...new Set(ourErrors)];
}

/** The stock executor puts what failed as a whole at `_entities` below some list. */
function ofWhole(path: Place): Place {
  if (path.at(-1) !== "_entities") return path;
  const list = path.indexOf("@");
  return path.slice(0, list === -1 ? -1 : list);
}

/** Told by the stock executor too, there or less precisely: of the object in which it is missing. */
function accountedFor(error: string, stockErrors: readonly string[]): boolean {
  const { path, ...ourErrors } = JSON.parse(error) as { path: Place };
  return Array.from({ length: path.length + 1 }, (_, length) => path.slice(0, length)).some((upTo) =>
    stockErrors.includes(JSON.stringify({ ...ourErrors, path: upTo })),
  );
}

function isMissing(error: string): boolean {
  return error.includes("SUBGRAPH_UNAVAILABLE");
}

function isInvalid(error: string): boolean {
  return error.includes("SUBGRAPH_RESPONSE_INVALID");
}

/** What should have been told of an object, which is null now. */
function isOfNull(error: string, data: unknown): boolean {
  const { path } = JSON.parse(error) as { path: Place };
  return (isMissing(error) || isInvalid(error)) && endsInNull(data, path);
}

/** Those of the nulls that a dead subgraph made of which no error tells, at the same object or below. */
function silent(lost: readonly Place[], { errors = [] }: ExecutionResult): Place[] {
  const ourErrors = placesOf(errors);
  return lost.filter((place) => !ourErrors.some((each) => isWithin(each, place.slice(0, -1))));
}

/** Paths of errors that lead neither to a null, nor to what a null higher up or the operation itself left out. */
function leadingSomewhere({ data, errors = [] }: ExecutionResult): Place[] {
  return placesOf(errors.filter(({ message }) => !message.startsWith("The _entities resolver"))).filter(
    (path) => {
      const value = path.reduce<unknown>(
        (within, step) => (within as Record<string | number, unknown> | null)?.[step],
        data,
      );
      return value !== null && value !== undefined;
    },
  );
}

function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
