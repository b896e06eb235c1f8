import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { type Answer, codesOf, execute } from "./execute.js";
import { accessToken } from "./identity.js";
import { TestSocket } from "./socket.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway({ limits: { depth: 8, bodyBytes: 100_000 } });
});
afterAll(() => world[Symbol.asyncDispose]());

const repeated = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");
const nested = (levels: number): string =>
  levels === 0 ? "id" : `school { students { ${nested(levels - 1)} } }`;

const tooMuch: Record<string, { query: string; variables?: Record<string, unknown>; code: string }> = {
  "nests fifty deep": { query: `{ students { ${nested(25)} } }`, code: "QUERY_TOO_DEEP" },
  "nests deep through fragments": {
    query: `{ students { ...A } } ${repeated(20, (index) => `fragment F${index} on Student { school { students { ...F${index + 1} } } }`)}
      fragment F20 on Student { id } fragment A on Student { ...F0 }`,
    code: "QUERY_TOO_DEEP",
  },
  "has a hundred aliases": {
    query: `{ ${repeated(100, (index) => `a${index}: hello`)} }`,
    code: "TOO_MANY_ALIASES",
  },
  "has ten thousand aliases": {
    query: `{ ${repeated(5_000, (index) => `a${index}: hello`)} }`,
    code: "TOO_MANY_TOKENS",
  },
  "has a thousand fragments": {
    query: `{ ...F0 } ${repeated(1_000, (index) => `fragment F${index} on Query { ...F${index + 1} }`)}`,
    code: "TOO_MANY_TOKENS",
  },
  "repeats directives": {
    query: `{ hello ${repeated(200, () => "@skip(if: false)")} }`,
    code: "TOO_MANY_DIRECTIVES",
  },
  "repeats a field": { query: `{ ${repeated(5_000, () => "hello")} }`, code: "TOO_MANY_TOKENS" },
  "asks for a million": { query: "{ bills(first: 1000000) { id } }", code: "QUERY_TOO_COSTLY" },
  "asks for a million by variable": {
    query: "query ($n: Int) { bills(first: $n) { id } }",
    variables: { n: 1_000_000 },
    code: "QUERY_TOO_COSTLY",
  },
  "asks for pages in pages": {
    query:
      "{ billNotices(first: 1000) { edges { node { id bill { id student { school { students { id } } } } } } } }",
    code: "QUERY_TOO_COSTLY",
  },
  "asks for pictures under many names": {
    query: `{ ${repeated(28, (index) => `a${index}: bills(first: 10) { picture }`)} }`,
    code: "QUERY_TOO_COSTLY",
  },
  "asks for pictures through a fragment": {
    query: "{ bills(first: 300) { ...Drawn } } fragment Drawn on Bill { picture }",
    code: "QUERY_TOO_COSTLY",
  },
};

describe("an operation that is too much", () => {
  for (const [what, { query, variables, code }] of Object.entries(tooMuch))
    it(`because it ${what}, is refused alike over HTTP and a socket, and nothing is asked of a subgraph`, async () => {
      const before = Object.values(world.subgraphs).map(({ requests }) => requests.length);
      const answer = await execute(gateway, query, { ...(variables ? { variables } : {}) });
      expect(answer.status).toBe(400);
      expect(codesOf(answer)).toEqual([code]);
      await using socket = new TestSocket(gateway);
      const refused = TestSocket.take(socket.run(query, variables), 1);
      await expect(refused).rejects.toMatchObject([{ extensions: { code } }]);
      expect(Object.values(world.subgraphs).map(({ requests }) => requests.length)).toEqual(before);
    });

  const cheapBefore: Record<string, { query: string; sent: object; codes: unknown[] }> = {
    "named none of its operations": {
      query: "query { bills(first: 1000001) { id } }",
      sent: { operationName: "" },
      codes: ["OPERATION_RESOLUTION_FAILURE"],
    },
    "gave null where it has a default": {
      query: "query ($n: Int = 1000001) { bills(first: $n) { id } }",
      sent: { variables: { n: null } },
      codes: [],
    },
  };
  for (const [what, { query, sent, codes }] of Object.entries(cheapBefore))
    it(`is so too when it was asked for before by a request that ${what}`, async () => {
      const post = async (further: object) => {
        const headers = { "content-type": "application/json" };
        const body = JSON.stringify({ query, ...further });
        const answer = await fetch(`${gateway.url}/graphql`, { method: "POST", headers, body });
        const { errors = [] } = (await answer.json()) as Partial<Answer>;
        return codesOf({ errors });
      };
      expect(await post(sent)).toEqual(codes);
      expect(await post({})).toEqual(["QUERY_TOO_COSTLY"]);
    });

  it("because it is too large, is refused over HTTP and cuts the socket", async () => {
    const query = `{ hello } #${"x".repeat(200_000)}`;
    expect(await execute(gateway, query)).toMatchObject({ status: 413 });
    await using socket = new TestSocket(gateway);
    await expect(TestSocket.take(socket.run(query), 1)).rejects.toBeDefined();
    expect((await socket.closed).code).toBe(1009);
  });

  it("as a subscription is refused as any other", async () => {
    await using socket = TestSocket.as(gateway, await accessToken());
    const query = `subscription { billNotice { bill { student { ${nested(10)} } } } }`;
    await expect(TestSocket.take(socket.run(query), 1)).rejects.toMatchObject([
      { extensions: { code: "QUERY_TOO_DEEP" } },
    ]);
  });
});

describe("an operation within limits", () => {
  it("may ask for full pages of everything that a screen shows", async () => {
    const query = `{ billNotices(first: 100) { edges { cursor node { id kind bill { id amount student { maskedName school { name } } } } } } }`;
    expect((await execute(gateway, query, { token: await accessToken() })).errors).toEqual([]);
  });

  it("may introspect, where that is open", async () => {
    const { getIntrospectionQuery } = await import("graphql");
    expect((await execute(gateway, getIntrospectionQuery())).errors).toEqual([]);
  });
});

describe("requests that are no operation", () => {
  for (const [what, body, headers] of [
    ["a batch", JSON.stringify([{ query: "{ hello }" }]), {}],
    ["broken JSON", "{", {}],
    ["nothing", "", {}],
    ["a form", "query={hello}", { "content-type": "application/x-www-form-urlencoded" }],
    ["variables of a wrong kind", JSON.stringify({ query: "{ hello }", variables: "x" }), {}],
    ["no query", JSON.stringify({ variables: {} }), {}],
  ] as const)
    it(`such as ${what}, are a client's mistake`, async () => {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body,
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    });
});

describe("a text that would be misread", () => {
  const json = { "content-type": "application/json" };
  const latin = Buffer.from('{"query":"{ hello } # Mün"}', "latin1");
  const whole = '{"query":"{ hello }"}';
  const misread: Record<
    string,
    [status: number, headers: Record<string, string>, body: RequestInit["body"]]
  > = {
    "that is not UTF-8": [400, json, latin],
    "that says to be of another charset": [415, { "content-type": "application/json; charset=big5" }, whole],
    "that is compressed": [415, { ...json, "content-encoding": "gzip" }, gzipSync(whole)],
  };
  for (const [what, [status, headers, body]] of Object.entries(misread))
    it(`for one ${what}, is refused`, async () => {
      const answer = await fetch(`${gateway.url}/graphql`, { method: "POST", headers, body });
      expect(answer.status).toBe(status);
    });

  it("is not one whose charset is written in quotes", async () => {
    const headers = { "content-type": 'application/json; charset="UTF-8"' };
    const answer = await fetch(`${gateway.url}/graphql`, { method: "POST", headers, body: whole });
    expect(answer.status).toBe(200);
  });
});

describe("a mistake in an operation", () => {
  const mistakes: Record<string, { query: string; variables?: Record<string, unknown>; code: string }> = {
    "that it is not there": {
      query: "query One { hello } query Other { hello }",
      code: "OPERATION_RESOLUTION_FAILURE",
    },
    "in a variable's kind": {
      query: "query ($n: Int!) { bills(first: $n) { id } }",
      variables: { n: "many" },
      code: "BAD_USER_INPUT",
    },
    "in a field's name": { query: "{ hallo }", code: "GRAPHQL_VALIDATION_FAILED" },
    "in its grammar": { query: "{ hello", code: "GRAPHQL_PARSE_FAILED" },
  };
  for (const [what, { query, variables, code }] of Object.entries(mistakes))
    it(`${what} is told alike over HTTP and a socket`, async () => {
      const answer = await execute(gateway, query, { ...(variables ? { variables } : {}) });
      expect(answer.status).toBe(400);
      expect(codesOf(answer)).toEqual([code]);
      await using socket = new TestSocket(gateway, { language: "en" });
      const received = await TestSocket.take(socket.run(query, variables), 1).then(
        ([message]) => message?.errors,
        (errors: unknown) => errors,
      );
      expect(received).toMatchObject([{ message: answer.errors[0]?.message, extensions: { code } }]);
    });
});
