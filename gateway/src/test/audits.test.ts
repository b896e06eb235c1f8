import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway();
});
afterAll(() => world[Symbol.asyncDispose]());

/**
 * A browser sends such a GET from any page, in its user's name, without asking first. CSRF prevention therefore wants a
 * header that only a program or an allowed page can set, and these audits set none.
 */
const refusedAsForgeable = ["5A70", "D6D5", "6A70"];

describe("GraphQL over HTTP", () => {
  for (const { id, name, fn } of serverAudits({ url: () => `${gateway.url}/graphql` }))
    it(`${id}: the server ${name}`, async () => {
      const expected = refusedAsForgeable.includes(id) ? "notice" : "ok";
      expect(await fn()).toMatchObject({ status: expected });
    });

  it("may come by GET from who can set a header", async () => {
    const url = new URL(`${gateway.url}/graphql`);
    url.searchParams.set("query", "query ($no: Boolean!) { hello @skip(if: $no) }");
    url.searchParams.set("variables", '{"no":false}');
    const answer = await fetch(url, { headers: { "apollo-require-preflight": "1" } });
    expect(await answer.json()).toEqual({ data: { hello: "hello" } });
  });
});
