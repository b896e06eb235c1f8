import { anonymous } from "@campus-graph/kit/auth/viewer";
import { getIntrospectionQuery, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { campus } from "./campus.js";
import { lenders, media, museum, nobodysKey, prices, shop } from "./federation.js";
import { library, town, workshop, zoo } from "./made-up-graphs.js";
import { compare, executors, run, stockAsItIs } from "./side-by-side.js";

const operationsEach = Number(process.env.DIFFERENTIAL_OPERATIONS ?? 100);

for (const make of [shop, media, workshop, zoo, town, library, campus]) {
  const graph = make();
  describe(`${operationsEach} operations over the ${graph.name}, our executor and the stock one`, () => {
    it("answer alike", () => answerAlike(), 600_000);
    for (const name of graph.names)
      it(`answer alike while ${name} gives no answer`, () => answerAlike(name), 600_000);
  });

  async function answerAlike(...dead: string[]): Promise<void> {
    for (const name of dead) graph.dead.add(name);
    try {
      await compare(graph, operationsEach);
    } finally {
      graph.dead.clear();
    }
  }
}

describe("introspection", () => {
  it.each([
    [
      "of everything",
      getIntrospectionQuery({
        inputValueDeprecation: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
      }),
      {},
    ],
    [
      "of one type, by fragments, variables and other names",
      `query ($name: String!, $no: Boolean = false) { ...Known again: __type(name: $name) { name } __schema @include(if: $no) { types { name } } }
       fragment Known on Query { ... { __type(name: $name) { name kind fields { name type { name } } } } __typename }`,
      { name: "Product" },
    ],
    ["of a type that there is not", '{ __type(name: "Nothing") { name } }', {}],
  ])("is answered by ours from the schema as by the stock executor: %s", async (_, query, variables) => {
    for (const graph of [shop(), campus()]) {
      // Whatever ours left to the stock one would be rejected here.
      const { own, stock } = await executors(graph);
      const ours = await run(own, { query, variables });
      expect(ours.errors).toBeUndefined();
      expect(JSON.parse(JSON.stringify(ours.data))).toEqual(
        JSON.parse(JSON.stringify((await run(stock, { query, variables })).data)),
      );
    }
  });

  it("tells which inputs take one field, over which the stock executor fails", async () => {
    const { own, stock } = await executors(shop());
    const query = '{ __type(name: "Product") { isOneOf } }';
    expect((await run(own, { query, variables: {} })).data).toEqual({ __type: { isOneOf: null } });
    await expect(run(stock, { query, variables: {} })).rejects.toThrow("isOneOf");
  });

  it("with fields of subgraphs beside it is left to the stock executor", async () => {
    const { own } = await executors(shop());
    const query = '{ __type(name: "Product") { name } product(id: "p1") { id } }';
    await expect(run(own, { query, variables: {} })).rejects.toThrow("left to the stock executor");
  });
});

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

  it("tells of a null that its type does not allow", async () => {
    const { own, stock } = await executors(nobodysKey());
    const query = "{ owner { id name } }";
    const ours = await run(own, { query, variables: {} });
    expect(ours.data).toEqual({ owner: null });
    expect(
      ours.errors?.map(({ path, extensions: { code, serviceName } }) => [path, code, serviceName]),
    ).toEqual([[["owner", "name"], "SUBGRAPH_RESPONSE_INVALID", "west"]]);
    expect(await run(stock, { query, variables: {} })).toEqual({ data: { owner: null } });
  });

  it("plans a condition within a type that fulfils it", async () => {
    const { own, stock } = await executors(zoo());
    const query =
      "query ($no: Boolean = false) { sick { ... on Owl { ... on Named @skip(if: $no) { name } ...Name @skip(if: $no) } } } fragment Name on Named { again: name }";
    const plainly = "{ sick { ... on Owl { name again: name } } }";
    const { data } = await run(own, { query: plainly, variables: {} });
    expect(JSON.stringify(data)).toContain("again");
    expect(await run(own, { query, variables: {} })).toEqual(
      await run(own, { query: plainly, variables: {} }),
    );
    await expect(run(stock, { query, variables: {} })).rejects.toThrow("We should have an edge");
  });

  it("keeps what an object is when a subgraph names only its interface", async () => {
    const { own } = await executors(media());
    const stock = await stockAsItIs(media());
    const query =
      "query ($yes: Boolean = true) { shelf { best { ... on Film { ... @include(if: $yes) { rating ... { __typename } } } } } }";
    const best = { rating: null, __typename: "Film" };
    expect(await run(own, { query, variables: {} })).toEqual({ data: { shelf: { best } } });
    expect(await run(stock, { query, variables: {} })).toEqual({ data: { shelf: { best: {} } } });
  });

  it("keeps an object of which nothing is left to select", async () => {
    const { own, stock } = await executors(shop());
    const query = 'query ($no: Boolean = false) { product(id: "p1") @skip(if: $no) { id @skip(if: true) } }';
    expect((await run(own, { query, variables: {} })).data).toEqual({ product: {} });
    expect((await run(stock, { query, variables: {} })).data).toEqual({ product: null });
  });

  const mistaken: Record<string, { query: string; right: object; wrong: object }> = {
    "keeps a client's arguments apart from those that are required": {
      query: "{ products { price(in: EUR) shipping } }",
      right: { price: 27, shipping: "for 30 dollars" },
      wrong: { price: 27, shipping: "for 27 dollars" },
    },
    "tells a subgraph of one field with different arguments": {
      query: "{ products { shipping tax } }",
      right: { shipping: "for 30 dollars", tax: "of 27 euros" },
      wrong: { shipping: "for 27 dollars", tax: "of 27 euros" },
    },
    "keeps arguments apart deep within what is required": {
      query: "{ products { group { mean(in: EUR) } dear } }",
      right: { group: { mean: 54 }, dear: "60 dollars on average" },
      wrong: { group: { mean: 54 }, dear: "54 dollars on average" },
    },
    "keeps a client's arguments apart from those that a required field leaves open": {
      query: "{ products { size(metric: false) parcel } }",
      right: { size: 4, parcel: "10 wide" },
      wrong: { size: 4, parcel: "4 wide" },
    },
    "comes back to a subgraph by a key that it resolves": {
      query: "{ products { seller { code rating } } }",
      right: { seller: { code: "s1", rating: "5 for s1" } },
      wrong: { seller: { code: "s1", rating: null } },
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

  it("tells errors by the client's names, whatever it fetched them under", async () => {
    const { own } = await executors(prices());
    const { data, errors } = await run(own, {
      query: "{ products { title: broken stock: title } }",
      variables: {},
    });
    expect(data).toEqual({ products: [{ title: null, stock: "p2" }] });
    expect(errors?.map(({ path }) => path)).toEqual([["products", 0, "title"]]);
  });

  it("tells errors of a field that was only required by its own name", async () => {
    const { own } = await executors(prices());
    const { data, errors } = await run(own, { query: "{ products { title lost } }", variables: {} });
    expect(data).toEqual({ products: [{ title: "p2", lost: null }] });
    expect(errors?.map(({ path }) => path)).toEqual([["products", 0, "broken"]]);
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

describe("of a field that several subgraphs share", () => {
  const answered = async (query: string, variables: Record<string, unknown> = {}) => {
    const { own, stock } = await executors(museum());
    return { ours: await run(own, { query, variables }), stocks: await run(stock, { query, variables }) };
  };

  it.each([
    "{ eastRoom { display { pieces { __typename ... on Coin { metal } ... on Vase { glaze origin { dynasty } } } } } }",
    "{ eastRoom { display { pieces { ...Piece } } } } fragment Piece on Piece { ... on Coin { metal } ... on Vase { glaze } }",
    "query ($yes: Boolean! = true) { westRoom { display { pieces { ... on Scroll { script @include(if: $yes) } } } } }",
    "{ eastRoom { display { pieces { ... on Vase { maker { name } } } } } }",
  ])("only those types are asked for that each of them can give: %s", async (query) => {
    const { ours, stocks } = await answered(query);
    expect(ours).toEqual(stocks);
    expect(JSON.stringify(ours)).not.toMatch(/celadon|clerical/);
  });

  it("a type that all of them can give is asked for", async () => {
    const { ours } = await answered("{ eastRoom { display { pieces(from: 0) { ... on Coin { metal } } } } }");
    expect(ours).toEqual({ data: { eastRoom: { display: { pieces: [{ metal: "copper" }, {}] } } } });
  });
});

it("what the planner leaves out although nobody else is asked for it is refused", async () => {
  const { own, stock } = await executors(museum());
  const operation = { query: "{ guide { tongue } }", variables: {} };
  const { data, errors } = await run(own, operation);
  expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
    undefined,
    ["OPERATION_NOT_ANSWERABLE"],
  ]);
  expect((await run(stock, operation)).errors).toBeUndefined();
});

describe("what is left out whatever the variables are", () => {
  it.each([
    'again: product(id: "p1") { id } product(id: "p1") @include(if: $on) @skip(if: $on) { inStock }',
    'product(id: "p1") { id ... @include(if: $on) { name inStock @skip(if: $on) } }',
    'product(id: "p1") @skip(if: $on) { id inStock @include(if: $on) ... @include(if: $on) { name } }',
  ])("is not missed by our executor: %s", async (selections) => {
    const { own, stock } = await executors(shop());
    for (const on of [true, false]) {
      const operation = { query: `query ($on: Boolean!) { ${selections} }`, variables: { on } };
      const ours = await run(own, operation);
      expect(ours.errors).toBeUndefined();
      expect(ours).toEqual(await run(stock, operation));
    }
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

  it("tells a subgraph every variable of a client's fragment", async () => {
    const { own } = await executors(lenders());
    const query = `query ($yes: Boolean!) { founder { ...Lender } }
      fragment Lender on Lender { ... on Fund @include(if: $yes) { sum } ... on Maker { name } }`;
    expect(await run(own, { query, variables: { yes: true } })).toEqual({
      data: { founder: { name: "name of m1" } },
    });
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
