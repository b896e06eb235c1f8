import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, print } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { createManifest, digestOf, readManifest } from "../operations/manifest.js";
import { accessToken } from "./identity.js";
import { TestSocket } from "./socket.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
let listing: Gateway;
const listed = print(parse("query Listed($first: Int) { bills(first: $first) { id } }"));
const tailed = print(parse("subscription Tailed($after: Cursor) { billNotice(after: $after) { id } }"));
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway();
  listing = await world.gateway({
    mode: "production",
    manifest: createManifest({ [digestOf(listed)]: listed, [digestOf(tailed)]: tailed }),
    onlyListed: true,
  });
});
afterAll(() => world[Symbol.asyncDispose]());

/** What subgraphs were asked, but for the reads of a tail, which go on by themselves. */
const requestsSeen = () =>
  Object.values(world.subgraphs).flatMap(({ requests }) =>
    requests.filter(({ query }) => !query.includes("billNotices")),
  ).length;

interface Sent {
  query?: string;
  variables?: Record<string, unknown>;
  extensions?: Record<string, unknown>;
}

const named = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: digestOf(text) } });

async function post({ url }: Gateway, sent: Sent) {
  const headers = { "content-type": "application/json", "accept-language": "en" };
  const answer = await fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify(sent) });
  const body = (await answer.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return { status: answer.status, data: body.data, code: body.errors?.[0]?.extensions.code };
}

function get({ url }: Gateway, sent: Sent) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(sent))
    parameters.set(name, typeof value === "string" ? value : JSON.stringify(value));
  return fetch(`${url}/graphql?${parameters}`, { headers: { "apollo-require-preflight": "1" } });
}

/** What a socket answers to a text, or to its hash alone. */
async function sendTo(at: Gateway, sent: Sent) {
  await using socket = new TestSocket(at);
  try {
    const [message] = await TestSocket.take(socket.send({ query: "", ...sent }), 1);
    return { data: message?.data };
  } catch (errors) {
    return { code: (errors as { extensions: { code: string } }[])[0]?.extensions.code };
  }
}

describe("a text that is named by its hash", () => {
  it("is asked for once, over whichever transport, and known to all of them", async () => {
    const query = "query Kept { hello }";
    const extensions = named(query);
    expect(await post(gateway, { extensions })).toMatchObject({
      status: 200,
      code: "PERSISTED_QUERY_NOT_FOUND",
    });
    expect(await sendTo(gateway, { extensions })).toEqual({ code: "PERSISTED_QUERY_NOT_FOUND" });
    expect(await post(gateway, { query, extensions })).toMatchObject({ data: { hello: "hello" } });
    expect(await post(gateway, { extensions })).toMatchObject({ data: { hello: "hello" } });
    expect(await (await get(gateway, { extensions })).json()).toEqual({ data: { hello: "hello" } });
    expect(await sendTo(gateway, { extensions })).toEqual({ data: { hello: "hello" } });
  });

  it("is not another's", async () => {
    const extensions = named("query Other { hello }");
    expect(await post(gateway, { query: "{ hello }", extensions })).toMatchObject({ code: "BAD_REQUEST" });
    expect(await post(gateway, { extensions })).toMatchObject({ code: "PERSISTED_QUERY_NOT_FOUND" });
  });

  it("costs what it costs with the variables of each request", async () => {
    const query = "query Paged($first: Int) { bills(first: $first) { id } }";
    const extensions = named(query);
    expect((await post(gateway, { query, extensions, variables: { first: 1 } })).data).toBeDefined();
    const dear = { extensions, variables: { first: 1_000_000 } };
    expect(await post(gateway, dear)).toMatchObject({ code: "QUERY_TOO_COSTLY" });
    expect(await sendTo(gateway, dear)).toEqual({ code: "QUERY_TOO_COSTLY" });
    expect((await get(gateway, dear)).status).toBe(400);
  });

  it("is not kept when it is refused", async () => {
    const query = `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: hello`).join(" ")} }`;
    const extensions = named(query);
    expect(await post(gateway, { query, extensions })).toMatchObject({ code: "TOO_MANY_ALIASES" });
    expect(await post(gateway, { extensions })).toMatchObject({ code: "PERSISTED_QUERY_NOT_FOUND" });
  });

  for (const [what, persistedQuery] of Object.entries({
    "of no version": { sha256Hash: digestOf("{ hello }") },
    "that is no hash": { version: 1, sha256Hash: 7 },
    "that is no object": "x",
  }))
    it(`by a name ${what} is a mistake`, async () => {
      const answer = await post(gateway, { extensions: { persistedQuery } });
      expect(answer).toMatchObject({ status: 400, code: "BAD_REQUEST" });
    });
});

describe("where only listed operations run", () => {
  const variables = { first: 1 };
  const data = { bills: [{ id: "bill-0" }] };

  it("a listed one does, by its text however laid out, or by its hash", async () => {
    expect(await post(listing, { query: listed, variables })).toMatchObject({ data });
    expect(await post(listing, { query: listed.replace(/\s+/g, " "), variables })).toMatchObject({ data });
    expect(await post(listing, { extensions: named(listed), variables })).toMatchObject({ data });
    expect(await sendTo(listing, { query: listed, variables })).toEqual({ data });
    expect(await sendTo(listing, { extensions: named(listed), variables })).toEqual({ data });
  });

  it("a listed one does with the __typename that urql and Apollo Client add", async () => {
    const query = "query Listed($first: Int) { __typename bills(first: $first) { id __typename } }";
    expect(await post(listing, { query, variables })).toMatchObject({
      data: { bills: [{ id: "bill-0", __typename: "Bill" }] },
    });
  });

  it("a listed subscription does too", async () => {
    world.feed.append("listed-1", {}, {});
    await using socket = TestSocket.as(listing, await accessToken({ subject: "listed-1" }));
    const after = { after: "listed-1:1" };
    const notices = socket.send({ query: "", extensions: named(tailed), variables: after });
    expect(await TestSocket.take(notices, 1)).toEqual([{ data: { billNotice: { id: "listed-1:2" } } }]);
  });

  for (const [what, query] of Object.entries({
    "another operation": "{ hello }",
    "a listed one with a field more": "query Listed($first: Int) { bills(first: $first) { id amount } }",
    "a listed one with __typename under another name":
      "query Listed($first: Int) { bills(first: $first) { id secret: __typename } }",
    "a listed one beside another": `${listed} query Other { hello }`,
  }))
    it(`${what} does not`, async () => {
      const operationName = query.includes("Other") ? { operationName: "Listed" } : {};
      const before = requestsSeen();
      const refused = await post(listing, { query, variables, ...operationName });
      expect(refused).toMatchObject({ status: 403, code: "OPERATION_NOT_LISTED" });
      const sent = { query, variables, extensions: named(query), ...operationName };
      expect(await sendTo(listing, sent)).toEqual({ code: "OPERATION_NOT_LISTED" });
      expect(await post(listing, { extensions: named(query) })).toMatchObject({
        code: "PERSISTED_QUERY_NOT_FOUND",
      });
      expect(requestsSeen()).toBe(before);
    });
});

describe("a safelist of several files", () => {
  const folder = mkdtempSync(join(tmpdir(), "safelist-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  const [ours, apollo, codegen] = ["Ours", "Apollo", "Codegen"].map((name) => `query ${name} { hello }`) as [
    string,
    string,
    string,
  ];
  const files = () => [
    file("operations.json", { operations: [{ name: "Ours", hash: digestOf(ours), text: ours }] }),
    file("persisted-query-manifest.json", {
      format: "apollo-persisted-query-manifest",
      version: 1,
      operations: [{ id: digestOf(apollo), name: "Apollo", type: "query", body: apollo }],
    }),
    file("persisted-documents.json", { [digestOf(codegen)]: codegen }),
  ];

  it("lists what each team's own tool wrote, by text and by hash", () => {
    const manifest = readManifest(files());
    for (const text of [ours, apollo, codegen]) {
      expect(manifest.lists(parse(text)), text).toBe(true);
      expect(manifest.textOf(digestOf(text))).toBe(text);
    }
    expect([...manifest.names]).toEqual(["Ours", "Apollo", "Codegen"]);
    expect(manifest.lists(parse("query Theirs { hello }"))).toBe(false);
  });

  it("refuses a file whose names are not the SHA-256 of its texts, and says so", () => {
    const sha1 = file("sha1.json", { da39a3ee5e6b4b0d3255bfef95601890afd80709: ours });
    expect(() => readManifest([sha1])).toThrow(/da39a3ee.*not the SHA-256/);
  });
});
