import { readFileSync } from "node:fs";
import { buildSchema, type DocumentNode, getOperationAST, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { readManifest } from "../operations/manifest.js";
import { createIsPublic } from "../operations/public-operations.js";
import { accessToken } from "./identity.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway();
});
afterAll(() => world[Symbol.asyncDispose]());

const get = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, { headers });
const schools = "{ schools { code ...Named } } fragment Named on School { __typename name }";
const preflight = { "apollo-require-preflight": "1" };

describe("the list of schools", () => {
  it("comes by a plain GET, and may be kept by anybody", async () => {
    const answer = await get(schools);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
    // Type, words and who may read it differ by these; whoever keeps it must know.
    expect(answer.headers.get("vary")).toBe("Accept, Accept-Language, Origin");
    expect(await answer.json()).toEqual({
      data: { schools: [{ code: "403601", __typename: "School", name: "內湖國小" }] },
    });
  });

  it("is not sent again to who has it", async () => {
    const tag = (await get(schools)).headers.get("etag") ?? "";
    const again = await get(schools, { "if-none-match": `"other", W/${tag}` });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
    expect((await get(schools, { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("is the same whoever asks, since nobody is known there", async () => {
    const seen = await Promise.all(
      ["", await accessToken(), "nonsense"].map(async (token) => {
        const answer = await get(schools, token === "" ? {} : { authorization: `Bearer ${token}` });
        return [answer.status, answer.headers.get("etag")];
      }),
    );
    expect(new Set(seen.map(String)).size).toBe(1);
  });

  it("is kept by nobody when it could not be had", async () => {
    await world.subgraphs.roster.stop();
    try {
      expect((await get(schools)).headers.get("cache-control")).toBe("private, no-store");
    } finally {
      await world.subgraphs.roster.start();
    }
  });
});

describe("an answer that depends on who asks", () => {
  for (const query of [
    "{ schools { code students { id } } }",
    "{ schools { code } me { id } }",
    "{ hello }",
    "{ __typename }",
  ])
    it(`such as ${query} is kept by nobody, and no plain GET brings it`, async () => {
      expect((await get(query)).status).toBe(400);
      const answer = await get(query, preflight);
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
      expect(answer.headers.get("etag")).toBeNull();
    });

  it("is one that was posted, always", async () => {
    const answer = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: schools }),
    });
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  });
});

it("of our clients' operations, the schools and the consent text are public, and nothing else", () => {
  const file = (name: string) => new URL(`../../../schema/${name}`, import.meta.url).pathname;
  const schema = buildSchema(readFileSync(file("api.graphql"), "utf8"));
  const isPublic = createIsPublic();
  const { operations } = JSON.parse(readFileSync(file("operations.json"), "utf8")) as {
    operations: { name: string; text: string }[];
  };
  expect(readManifest([file("operations.json")]).names.size).toBe(operations.length);
  const isFound = (document: DocumentNode) => isPublic(document, getOperationAST(document)!, schema);
  const found = operations.filter(({ text }) => isFound(parse(text))).map(({ name }) => name);
  expect(found).toEqual(["ConsentNotice", "Schools"]);
});
