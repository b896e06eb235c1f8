import { createLog } from "@campus-graph/kit/log";
import { anonymous } from "@campus-graph/kit/viewer";
import fc from "fast-check";
import { type ExecutionResult, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { createDataSource } from "../execution/data-source.js";
import type { Executor } from "../execution/executor.js";
import { createOwnExecutor } from "../execution/own-executor.js";
import { createStockExecutor } from "../execution/stock-executor.js";
import type { SubgraphClient } from "../execution/subgraph-client.js";
import { followSupergraph } from "../supergraph.js";
import { type AnyOperation, anyOperation } from "./any-operation.js";
import { campus } from "./campus.js";
import { media, prices, type SmallGraph, shop } from "./federation.js";

const log = createLog("test", "silent");

interface Pair {
  own: Executor;
  stock: Executor;
}

async function executors(graph: SmallGraph): Promise<Pair> {
  const client = graph.client as SubgraphClient;
  const supergraph = followSupergraph({ sdl: graph.sdl }, log);
  const stock = createStockExecutor({
    supergraph,
    dataSource: (name) => createDataSource(name, client),
    log,
  });
  await stock.gatewayBy(stock).load({ apollo: {} });
  // What ours leaves to the stock one must not hide a difference.
  const nobody: Executor = {
    schema: stock.schema,
    execute: () => Promise.reject(new Error("left to the stock executor")),
  };
  return { own: createOwnExecutor({ client, sdl: () => graph.sdl, stock: nobody, log }), stock };
}

function run(executor: Executor, { query, variables }: AnyOperation): Promise<ExecutionResult> {
  const caller = { viewer: anonymous, traceId: "trace", signal: new AbortController().signal };
  return executor.execute({
    document: parse(query),
    source: query,
    operationName: undefined,
    variables,
    caller,
  });
}

/**
 * What a client sees. Three differences are ours on purpose: fields stand in the order of the specification, where the
 * stock executor merges fragments first; an error names the very list element, where the stock one counts entities that
 * it never asked about and is off by those; and an entity's error is told at each place where the entity stands.
 */
function seen({ data, errors = [] }: ExecutionResult) {
  // Apollo Server gives errors about variables their code only after the stock executor.
  const told = errors.map(({ message, path = [], extensions: { code = "BAD_USER_INPUT" } }) =>
    JSON.stringify({ message, code, path: path.map((step) => (typeof step === "number" ? "@" : step)) }),
  );
  return { data: canonical(data), errors: [...new Set(told)].sort() };
}

function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** Every error's path leads to a null, or to what a null higher up or the operation itself left out. */
function leadNowhere({ data, errors = [] }: ExecutionResult): boolean {
  return errors.every(({ path = [] }) => {
    const value = path.reduce<unknown>(
      (within, step) => (within as Record<string | number, unknown> | null)?.[step],
      data,
    );
    return value === null || value === undefined;
  });
}

const operationsEach = Number(process.env.DIFFERENTIAL_OPERATIONS ?? 150);

for (const make of [shop, media, campus]) {
  const graph = make();
  describe(`over the ${graph.name}, our executor and the stock one`, () => {
    const compare = (dead: string[]) => async () => {
      for (const name of dead) graph.dead.add(name);
      const { own, stock } = await executors(graph);
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(anyOperation(stock.schema()), async (operation) => {
          if (validate(stock.schema(), parse(operation.query)).length > 0) return;
          compared += 1;
          const [ours, theirs] = [await run(own, operation), await run(stock, operation)];
          expect(seen(ours), operation.query).toEqual(seen(theirs));
          expect(leadNowhere(ours), operation.query).toBe(true);
        }),
        { numRuns: operationsEach, seed: 20_260, endOnFailure: true },
      );
      graph.dead.clear();
      expect(compared).toBeGreaterThan(operationsEach / 2);
    };

    it("answer alike", compare([]), 300_000);
    for (const name of graph.names)
      it(`answer alike while ${name} gives no answer`, compare([name]), 300_000);
  });
}

describe("where the stock executor is wrong, ours", () => {
  it("narrows again what an interface widened", async () => {
    const graph = shop();
    const { own, stock } = await executors(graph);
    const query = '{ product(id: "p1") { best { ... on Node { ... on Review { stars } } } } }';
    const wider = '{ product(id: "p1") { best { stars } } }';
    expect((await run(own, { query, variables: {} })).data).toEqual({ product: { best: { stars: 1 } } });
    expect((await run(stock, { query: wider, variables: {} })).data).toEqual({
      product: { best: { stars: 1 } },
    });
    expect((await run(stock, { query, variables: {} })).data).toEqual({ product: { best: {} } });
  });

  const mistaken: Record<string, { query: string; right: object; wrong: object }> = {
    "keeps a client's arguments apart from those that are required": {
      query: "{ products { price(in: EUR) shipping } }",
      right: { price: 27, shipping: "for 30 dollars" },
      wrong: { price: 27, shipping: "for 27 dollars" },
    },
    "takes no other field for a key, whatever a client calls it": {
      query: "{ products { id: title stock } }",
      right: { id: "p2", stock: "stock of p1" },
      wrong: { id: "p1", stock: "stock of p1" },
    },
  };
  for (const [what, { query, right, wrong }] of Object.entries(mistaken))
    it(what, async () => {
      const { own, stock } = await executors(prices());
      expect((await run(own, { query, variables: {} })).data).toEqual({ products: [right] });
      expect((await run(stock, { query, variables: {} })).data).toEqual({ products: [wrong] });
    });

  it("refuses what cannot be planned rightly", async () => {
    const { own, stock } = await executors(prices());
    const operation = { query: "{ products { shipping tax } }", variables: {} };
    const { data, errors } = await run(own, operation);
    expect(data).toBeUndefined();
    expect(errors?.[0]).toMatchObject({ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } });
    expect((await run(stock, operation)).data).toEqual({
      products: [{ shipping: "for 27 dollars", tax: "of 27 euros" }],
    });
  });

  it("tells errors by the client's names, whatever it fetched them under", async () => {
    const { own } = await executors(prices());
    const { data, errors } = await run(own, {
      query: "{ products { title: broken stock: title } }",
      variables: {},
    });
    expect(data).toEqual({ products: [{ title: null, stock: "p2" }] });
    expect(errors?.map(({ path }) => path)).toEqual([["products", 0, "title"]]);
  });

  it("names the very list element that is missing", async () => {
    const graph = shop();
    graph.dead.add("stock");
    const { own } = await executors(graph);
    const { errors } = await run(own, { query: "{ matrix { upc inStock } }", variables: {} });
    expect(errors?.map(({ path }) => path)).toEqual(
      [
        [0, 0],
        [1, 1],
        [0, 1],
      ].map((place) => ["matrix", ...place, "inStock"]),
    );
  });
});

describe("our executor", () => {
  it("asks about an entity once, however often it stands in the answer", async () => {
    const graph = shop();
    const { own } = await executors(graph);
    const query = "{ reviews { product { maker { founded } related { maker { founded } } } } }";
    await run(own, { query, variables: {} });
    for (const { body } of graph.posted) {
      const { representations = [] } = (JSON.parse(body) as { variables: { representations?: object[] } })
        .variables;
      const distinct = new Set(representations.map((each) => JSON.stringify(each)));
      expect(distinct.size).toBe(representations.length);
    }
  });

  it("keeps apart what one entity's answer brings to two places", async () => {
    const graph = shop();
    const { own } = await executors(graph);
    const query = "{ matrix { id warehouse { city product { id name } } } }";
    const { data } = await run(own, { query, variables: {} });
    const [first] = (data as { matrix: { warehouse: object }[][] }).matrix;
    expect(first?.map(({ warehouse }) => warehouse)).toEqual(
      ["p1", "p2"].map((id) => ({ city: "臺北", product: { id, name: `name of ${id} ZH` } })),
    );
  });

  it("sends equal fetches of one query once", async () => {
    const graph = shop();
    const { own } = await executors(graph);
    const query = 'query Twice { one: product(id: "p1") { inStock } other: product(id: "p1") { inStock } }';
    const { data } = await run(own, { query, variables: {} });
    expect(data).toEqual({ one: { inStock: 1 }, other: { inStock: 1 } });
    expect(graph.posted.filter(({ subgraph }) => subgraph === "stock")).toHaveLength(1);
  });

  it("answers the operation that is named, of several in a document", async () => {
    const { own } = await executors(shop());
    const query = 'query One { product(id: "p1") { id } } query Other { product(id: "p2") { id } }';
    const caller = { viewer: anonymous, traceId: "trace", signal: new AbortController().signal };
    const document = parse(query);
    for (const [operationName, id] of [
      ["One", "p1"],
      ["Other", "p2"],
    ] as const) {
      const operation = { document, source: query, operationName, variables: {}, caller };
      expect((await own.execute(operation)).data).toEqual({ product: { id } });
    }
  });
});
