import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { greeted } from "./raw-socket.js";
import { TestSocket } from "./socket.js";
import { transports } from "./transports.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
let open: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway({ mode: "production" });
  open = await world.gateway();
});
afterAll(() => world[Symbol.asyncDispose]());

const repeated = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");
const nested = (levels: number): string =>
  levels === 0 ? "id" : `school { students { ${nested(levels - 1)} } }`;
const typesWithin = (levels: number): string =>
  levels === 0 ? "name" : `fields { type { ${typesWithin(levels - 1)} } }`;
const doubled = (levels: number) =>
  repeated(levels, (index) => `fragment F${index} on Query { ...F${index + 1} ... { ...F${index + 1} } }`);

const within = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => [inner], 1);

/** What must be refused before any subgraph hears of it. */
const abuses: Record<string, { query: string; variables?: Record<string, unknown>; code: string }> = {
  "overloads aliases": {
    query: `query cop { ${repeated(101, (index) => `alias${index}: __typename`)} }`,
    code: "TOO_MANY_ALIASES",
  },
  "repeats a field": {
    query: `query cop { ${repeated(500, () => "__typename")} }`,
    code: "TOO_MANY_FIELDS",
  },
  "overloads directives": {
    query: `query cop { __typename ${repeated(10, () => "@aa")} }`,
    code: "TOO_MANY_DIRECTIVES",
  },
  introspects: { query: "query cop { __schema { types { name } } }", code: "GRAPHQL_VALIDATION_FAILED" },
  "introspects in circles": {
    query: `query cop { __schema { types { ${typesWithin(4)} } } }`,
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  "asks for a type": { query: `{ __type(name: "Query") { name } }`, code: "GRAPHQL_VALIDATION_FAILED" },
  "asks for entities": {
    query: "query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }",
    variables: { of: [] },
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  "asks for a subgraph's schema": { query: "{ _service { sdl } }", code: "GRAPHQL_VALIDATION_FAILED" },
  "nests fifty deep": { query: `{ students { ${nested(25)} } }`, code: "QUERY_TOO_DEEP" },
  "has ten thousand aliases": {
    query: `{ ${repeated(10_000, (index) => `a${index}: hello`)} }`,
    code: "TOO_MANY_TOKENS",
  },
  "has a thousand fragments": {
    query: `{ ...F0 } ${repeated(1_000, (index) => `fragment F${index} on Query { ...F${index + 1} }`)}`,
    code: "TOO_MANY_TOKENS",
  },
  "doubles itself forty times": {
    query: `{ ...F0 } ${doubled(40)} fragment F40 on Query { hello }`,
    code: "TOO_MANY_FIELDS",
  },
  "asks for a million by a variable's default": {
    query: "query ($n: Int = 1000000) { bills(first: $n) { id } }",
    code: "QUERY_TOO_COSTLY",
  },
  "gives a size that is an object in disguise": {
    query: "query ($n: Int) { bills(first: $n) { id } }",
    variables: { n: { toString: 1, valueOf: 1 } },
    code: "BAD_USER_INPUT",
  },
  "nests its variables ten thousand deep": {
    query: "query ($n: Int, $after: Cursor) { billNotices(first: $n, after: $after) { edges { cursor } } }",
    variables: { n: within(10_000), after: within(10_000) },
    code: "BAD_REQUEST",
  },
  "is a megabyte": { query: `{ hello } #${"x".repeat(1024 * 1024)}`, code: "PAYLOAD_TOO_LARGE" },
};

const receivedBySubgraphs = () => Object.values(world.subgraphs).map(({ requests }) => requests.length);

for (const [transport, run] of Object.entries(transports))
  describe(`over ${transport}, in production`, () => {
    for (const [what, { query, variables, code }] of Object.entries(abuses))
      it(`an operation that ${what} is refused, and no subgraph hears of it`, async () => {
        const before = receivedBySubgraphs();
        const { data, errors } = await run(gateway, query, variables);
        expect(data ?? null).toBeNull();
        expect([...new Set(errors.map(({ extensions }) => extensions?.code))]).toEqual([code]);
        expect(receivedBySubgraphs()).toEqual(before);
      });

    it("a name that is nearly right brings no suggestion", async () => {
      const { errors } = await run(gateway, "query cop { hallo }");
      expect(errors[0]?.message).toContain("hallo");
      expect(JSON.stringify(errors)).not.toMatch(/did you mean|hello/i);
    });

    it("an error tells no stack and no cause", async () => {
      const { errors } = await run(gateway, "{ failing }");
      expect(errors).toHaveLength(1);
      expect(JSON.stringify(errors)).not.toMatch(/secret|10\.0\.0\.7|stack|\.ts|node_modules/);
    });

    it("where introspection is open, it does not go in circles", async () => {
      const { data, errors } = await run(open, `query cop { __schema { types { ${typesWithin(4)} } } }`);
      expect([data ?? null, errors.length]).toEqual([null, 1]);
    });
  });

describe("over WebSocket alone, in production", () => {
  it("a batch is no message", async () => {
    for (const batch of [
      Array.from({ length: 10 }, (_, nth) => ({
        id: `${nth}`,
        type: "subscribe",
        payload: { query: "{ hello }" },
      })),
      { id: "1", type: "subscribe", payload: [{ query: "{ hello }" }] },
    ]) {
      const ends = await greeted(gateway);
      ends.send(batch);
      expect(await ends.closed).toBe(4400);
    }
  });

  it("no answer is traced for whoever asks", async () => {
    const ends = await greeted(gateway);
    ends.send({
      id: "1",
      type: "subscribe",
      payload: { query: "{ hello }", extensions: { tracing: true, ftv1: true } },
    });
    await ends.receives("complete");
    expect(ends.messages.find(({ type }) => type === "next")).toEqual({
      id: "1",
      type: "next",
      payload: { data: { hello: "hello" } },
    });
    ends.socket.close();
  });

  it("a page of another site gets no socket, whatever it calls itself", async () => {
    for (const origin of ["http://elsewhere.test", "null", "file://", `${gateway.url}.elsewhere.test`]) {
      await using socket = new TestSocket(gateway, {}, { origin });
      const refused = TestSocket.take(socket.run("{ hello }"), 1);
      await expect(refused).rejects.toBeDefined();
    }
    await using own = new TestSocket(gateway, {}, { origin: gateway.url });
    expect(await TestSocket.take(own.run("{ hello }"), 1)).toEqual([{ data: { hello: "hello" } }]);
  });
});

describe("over HTTP alone, in production", () => {
  const at = (search: string) => `${gateway.url}/graphql?query=${encodeURIComponent(search)}`;

  it("a batch is refused", async () => {
    const batch = JSON.stringify(Array.from({ length: 10 }, () => ({ query: "query cop { __typename }" })));
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${gateway.url}/graphql`, { method: "POST", headers, body: batch });
    expect(answer.status).toBe(400);
    expect(await answer.json()).not.toHaveProperty("data");
  });

  it("what any page of another site can send is refused: a plain GET, a form", async () => {
    expect((await fetch(at("query cop { __typename }"))).status).toBe(400);
    for (const body of [new URLSearchParams({ query: "{ __typename }" }), new FormData()]) {
      const answer = await fetch(`${gateway.url}/graphql`, { method: "POST", body });
      expect([400, 415]).toContain(answer.status);
      expect(await answer.json()).not.toHaveProperty("data");
    }
  });

  it("a mutation by GET is refused", async () => {
    const headers = { "apollo-require-preflight": "1" };
    expect((await fetch(at("mutation cop { pay(amount: 1) }"), { headers })).status).toBe(405);
    expect(world.paid).toBe(0);
  });

  it("no answer is traced for whoever asks", async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "apollo-federation-include-trace": "ftv1" },
      body: JSON.stringify({ query: "{ hello }", extensions: { tracing: true } }),
    });
    expect(await response.json()).toEqual({ data: { hello: "hello" } });
  });

  it("there is no place to try queries in a browser", async () => {
    for (const path of ["/graphql", "/graphiql", "/playground", "/console"]) {
      const answer = await fetch(`${gateway.url}${path}`, { headers: { accept: "text/html" } });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.text()).not.toMatch(/graphiql|playground|<html/i);
    }
  });
});
