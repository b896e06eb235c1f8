import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { codesOf, execute } from "./execute.js";
import { accessToken } from "./identity.js";
import { TestSocket } from "./socket.js";
import { streamed } from "./transports.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway();
});
afterAll(() => world[Symbol.asyncDispose]());

const long = (characters: number) => "x".repeat(characters);
const byId = "query ($id: ID!) { bill(id: $id) { id } }";
const byInput = "query ($input: BillInput) { bill(id: 1, input: $input) { id } }";

const refused: Record<string, readonly [query: string, variables: object, field: string]> = {
  "NUL in a variable": [byId, { id: "a\0b" }, "id"],
  "half a surrogate pair in a variable": [byId, { id: "\ud83d" }, "id"],
  "an id of 256 characters": [byId, { id: long(256) }, "id"],
  "an id in a list of ids": [
    "query ($ids: [ID!]) { bill(id: 1, ids: $ids) { id } }",
    { ids: ["1", long(256)] },
    "ids",
  ],
  "a key of 256 characters within an input": [
    byInput,
    { input: { idempotencyKey: long(256) } },
    "idempotencyKey",
  ],
  "an id of 256 characters within inputs": [byInput, { input: { within: [{ id: long(256) }] } }, "id"],
  "a text of 10,001 characters": [byInput, { input: { note: long(10_001) } }, "note"],
  "NUL deep within an input": [byInput, { input: { within: [{ within: [{ note: "\0" }] }] } }, "note"],
  "a sheet beyond 256 KB": [byInput, { input: { content: long(262_145) } }, "content"],
  "NUL in a key whose variable is named as a file": [
    "query ($content: String) { bill(id: 1, input: { idempotencyKey: $content }) { id } }",
    { content: "a\0b" },
    "idempotencyKey",
  ],
  "NUL in an id whose variable is named as a file, within a fragment": [
    "query ($content: ID!) { ...asked } fragment asked on Query { bill(id: $content) { id } }",
    { content: "a\0b" },
    "id",
  ],
  "NUL in a text that is a file as well": [
    "query ($content: String) { bill(id: 1, input: { content: $content, within: [{ note: $content }] }) { id } }",
    { content: "a\0b" },
    "note",
  ],
  "NUL in an id's default whose variable is named as a file": [
    'query ($content: ID = "\\u0000") { bill(id: $content) { id } }',
    {},
    "id",
  ],
  "a key of 256 characters whose variable is named as a file": [
    "query ($content: String) { bill(id: 1, input: { idempotencyKey: $content }) { id } }",
    { content: long(256) },
    "idempotencyKey",
  ],
  "NUL in a literal": ['{ bill(id: "a\\u0000b") { id } }', {}, "id"],
  "half a surrogate pair in a literal within an input": [
    '{ bill(id: 1, input: { note: "\\uD83D" }) { id } }',
    {},
    "note",
  ],
  "an id of 256 characters in a literal": [`{ bill(id: "${long(256)}") { id } }`, {}, "id"],
  "NUL in a default": ['query ($id: ID = "\\u0000") { bill(id: $id) { id } }', {}, "id"],
};

/** What is wrong with an operation closes its id on a socket. */
const refusalOf = (messages: ReturnType<TestSocket["run"]>) =>
  TestSocket.take(messages, 1).then(
    () => [],
    (errors: { message: string; extensions: object }[]) => errors,
  );

describe("a string that nobody can keep", () => {
  for (const [what, [query, variables, field]] of Object.entries(refused))
    it(`is refused by its field's name, before anything is asked: ${what}`, async () => {
      const requestsBefore = world.subgraphs.payments.requests.length;
      const answer = await execute(gateway, query, { variables });
      expect([answer.status, answer.data]).toEqual([400, undefined]);
      // What no text of GraphQL can hold is refused as it is read.
      if (what.startsWith("half") && query.includes("\\u")) return expect(codesOf(answer)).toHaveLength(1);
      expect(answer.errors).toMatchObject([{ extensions: { code: "BAD_INPUT", field } }]);
      expect(answer.errors[0]!.message).toContain(field);
      expect(world.subgraphs.payments.requests.length).toBe(requestsBefore);
    });

  it("is refused over sockets and event streams alike, in the reader's language", async () => {
    const variables = { id: "a\0b" };
    const authorization = `Bearer ${await accessToken()}`;
    await using socket = new TestSocket(gateway, { authorization, language: "en" });
    const bySocket = await refusalOf(socket.run(byId, variables));
    const byStream = (
      await streamed(gateway, byId, variables, { authorization, "accept-language": "zh-TW" }).next()
    ).value;
    const tail = "subscription ($kind: String) { billNotice(kind: $kind) { id } }";
    const byTail = await refusalOf(socket.run(tail, { kind: "\0" }));
    expect(bySocket).toMatchObject([{ extensions: { code: "BAD_INPUT", field: "id" } }]);
    expect(byTail).toMatchObject([{ extensions: { code: "BAD_INPUT", field: "kind" } }]);
    expect(byStream?.errors).toMatchObject([{ extensions: { code: "BAD_INPUT", field: "id" } }]);
    expect(bySocket[0]?.message).toMatch(/^“id” is not right\./);
    expect(byStream?.errors?.[0]?.message).toMatch(/^「id」填寫有誤/);
  });
});

describe("a string that can be kept", () => {
  it.each([
    ["an id of 255 characters", byId, { id: long(255) }],
    ["a whole surrogate pair", byId, { id: "😀" }],
    ["an id that is a number", byId, { id: 1 }],
    ["a text of 10,000 characters", byInput, { input: { note: long(10_000) } }],
    ["a sheet of 256 KB", byInput, { input: { content: long(262_144) } }],
    ["a sheet in UTF-16 that was read otherwise", byInput, { input: { content: "\ufffd\0a\0" } }],
    [
      "a sheet of 256 KB in a variable of another name",
      "query ($sheetKey: String) { bill(id: 1, input: { content: $sheetKey }) { id } }",
      { sheetKey: `\0${long(262_143)}` },
    ],
    ["a variable that nobody asked for", byId, { id: "1", other: "\0" }],
  ])("is taken: %s", async (_, query, variables) => {
    expect(codesOf(await execute(gateway, query, { variables }))).toEqual([]);
  });
});

describe("by GET", () => {
  const get = (query: string, variables: object = {}, language = "en") =>
    fetch(
      `${gateway.url}/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables))}`,
      { headers: { "apollo-require-preflight": "1", "accept-language": language } },
    );

  it.each([
    [byId, { id: "1" }],
    ['{ bill(id: "1") { id } }', {}],
    ["{ bill(id: 1) { id } }", {}],
    ['{ billNotices(kind: "ISSUED") { edges { cursor } } }', {}],
  ])("%s is refused: what it is asked with must not stand in an address", async (query, variables) => {
    const answer = await get(query, variables);
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "POST_REQUIRED" } }] });
  });

  it.each([
    ["{ hello }", {}],
    ["query ($n: Int) { bills(first: $n) { id } }", { n: 1 }],
    ["{ schools { code } }", {}],
  ])("%s is answered", async (query, variables) => {
    expect((await get(query, variables)).status).toBe(200);
  });
});
