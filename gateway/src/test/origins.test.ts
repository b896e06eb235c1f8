import { readAllowedOrigins } from "@campus-graph/kit/http/origins";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { execute } from "./execute.js";
import { TestSocket } from "./socket.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
let demo: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  const environment = {
    ALLOWED_ORIGINS: "https://school.example",
    APP_REDIRECT_URIS: "https://app.example/signed-in",
  };
  gateway = await world.gateway({ allowedOrigins: readAllowedOrigins(environment, "production") });
  demo = await world.gateway({ mode: "demo" });
});
afterAll(() => world[Symbol.asyncDispose]());

/** What a browser is told of who may read an answer. */
const corsOf = ({ headers }: Pick<Response, "headers">) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith("access-control-")));

const preflight = (at: Gateway, origin: string, path = "/graphql") =>
  fetch(`${at.url}${path}`, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization, content-type",
    },
  });

const originRules: (readonly [from: string, of: () => Gateway, origin: string, may: boolean])[] = [
  ["a listed origin", () => gateway, "https://school.example", true],
  ["the origin of a client's redirect URI", () => gateway, "https://app.example", true],
  ["any port of this machine, in the demo", () => demo, "http://localhost:5173", true],
  ["any port of this machine by its address, in the demo", () => demo, "http://127.0.0.1:3000", true],
  ["this machine, outside the demo", () => gateway, "http://localhost:5173", false],
  ["another origin", () => gateway, "https://elsewhere.test", false],
  ["another origin, in the demo", () => demo, "https://elsewhere.test", false],
  ["no origin that it tells", () => demo, "null", false],
];

for (const [from, of, origin, may] of originRules)
  describe(`a page of ${from}`, () => {
    const verb = may ? "may" : "may not";

    it(`${verb} post a query with a token`, async () => {
      const answer = await preflight(of(), origin);
      expect(answer.status).toBe(204);
      expect(corsOf(answer)).toEqual(
        may
          ? {
              "access-control-allow-origin": origin,
              "access-control-allow-methods": "GET, POST",
              "access-control-allow-headers": "authorization, content-type",
              "access-control-expose-headers": "etag, retry-after, x-campus-trace",
              "access-control-max-age": "600",
            }
          : {},
      );
    });

    it(`${verb} read an answer, a refusal and an event stream`, async () => {
      for (const query of ["{ hello }", "{ nonsense }"]) {
        const answer = await execute(of(), query, { headers: { origin } });
        expect(answer.headers.get("access-control-allow-origin")).toBe(may ? origin : null);
        expect(answer.headers.get("vary")).toContain("Origin");
      }
      const streamed = await fetch(`${of().url}/graphql`, {
        method: "POST",
        headers: { origin, "content-type": "application/json", accept: "text/event-stream" },
        body: '{"query":"{ hello }"}',
      });
      expect(streamed.headers.get("access-control-allow-origin")).toBe(may ? origin : null);
      await streamed.text();
    });

    it(`${verb} open a socket`, async () => {
      await using socket = new TestSocket(of(), {}, { origin });
      const answered = TestSocket.take(socket.run("{ hello }"), 1);
      await (may
        ? expect(answered).resolves.toEqual([{ data: { hello: "hello" } }])
        : expect(answered).rejects.toBeDefined());
    });

    it(`${verb} fetch a document with a token`, async () => {
      const answer = await preflight(of(), origin, "/documents/1");
      expect(answer.headers.get("access-control-allow-origin")).toBe(may ? origin : null);
    });

    it("is never told that it may send what a browser knows its user by", async () => {
      const answers = [
        await preflight(of(), origin),
        await execute(of(), "{ hello }", { headers: { origin } }),
      ];
      for (const answer of answers) expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    });
  });
