import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { anonymous, signRequest } from "@campus-graph/kit/auth/viewer";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import WebSocket from "ws";
import { type Graph, startGraph } from "../harness/graph.js";
import { subgraphNames } from "../harness/subgraphs.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ gateways: 0 });
});
afterAll(() => graph?.[Symbol.asyncDispose]());

const everywhere = [
  "/graphql",
  "/internal/joint-reads",
  "/internal/feed-news",
  "/internal/event-metrics",
  "/internal/parked",
  "/internal/session-token",
  "/session/sign-out",
  "/internal/retry-parked",
  "/sso/jwks",
  "/documents/form.pdf",
  "/elsewhere",
];
/** What only a gateway asks for. */
const inside = ["{ _service { sdl } }", "{ _entities(representations: []) { __typename } }"];

/** The status with which a socket is refused. */
function upgrade(url: string, headers: Record<string, string>): Promise<number | undefined> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws", { headers });
  socket.on("error", () => undefined);
  return new Promise((resolve) => {
    socket.once("unexpected-response", (_, { statusCode }) => resolve(statusCode));
    socket.once("open", () => resolve(101));
  });
}

/** As a gateway signs, or otherwise. */
interface SigningOptions {
  audience?: string;
  path?: string;
  body?: string;
  ring?: ReturnType<ReturnType<typeof readKeys>["ring"]>;
  signedMsAgo?: number;
}

const read = JSON.stringify({ query: "{ __typename }" });
const act = JSON.stringify({ query: "mutation { __typename }" });
const unknownRing = { current: "k1", keys: { k1: randomBytes(32) } };

describe.each(subgraphNames)("%s", (name) => {
  const keys = () => readKeys(join(inject("keysFolder"), "gateway.json"));
  const signed = ({
    audience = name,
    path = "/graphql",
    body = read,
    ring,
    signedMsAgo = 0,
  }: SigningOptions = {}) =>
    signRequest(
      ring ?? keys().ring(`viewer:${name}`),
      {
        audience,
        method: "POST",
        path,
        body,
        // What a forger would like to be.
        viewer: {
          ...anonymous,
          subject: "somebody",
          assurance: "second-factor",
          roles: [{ role: "BUREAU" }],
        },
        traceId: "0".repeat(32),
      },
      Date.now() - signedMsAgo,
    );
  const send = async (headers: Record<string, string>, body = read, path = "/graphql") => {
    const response = await fetch(new URL(path, graph.subgraphs[name].url), { method: "POST", headers, body });
    await response.text();
    return response.status;
  };
  const other = () => keys().ring(`viewer:${name === "roster" ? "payments" : "roster"}`);

  it("answers what the gateway signed", async () => {
    expect(await send(signed())).toBe(200);
    expect(
      await send(signed({ path: "/internal/event-metrics", body: "{}" }), "{}", "/internal/event-metrics"),
    ).toBe(200);
  });

  const unsigned: Record<string, () => Record<string, string>> = {
    "no signature": () => ({}),
    "a viewer that nobody signed": () => {
      const { "x-campus-viewer": viewer = "" } = signed();
      return { "x-campus-viewer": viewer };
    },
    "a key of a stranger's": () => signed({ ring: unknownRing }),
    "another subgraph's key": () => signed({ ring: other() }),
    "a signature for another subgraph": () => signed({ audience: "elsewhere" }),
    "a signature for another path": () => signed({ path: "/somewhere" }),
    "a signature for another body": () => signed({ body: act }),
    "a signature of 31 seconds ago": () => signed({ signedMsAgo: 31_000 }),
    "a signature of 31 seconds ahead": () => signed({ signedMsAgo: -31_000 }),
  };
  for (const [what, headers] of Object.entries(unsigned))
    it(`answers 401 to ${what}, wherever and however it is sent`, async () => {
      for (const path of everywhere) expect([path, await send(headers(), read, path)]).toEqual([path, 401]);
      for (const query of inside)
        expect([query, await send(headers(), JSON.stringify({ query }))]).toEqual([query, 401]);
      expect(await upgrade(graph.subgraphs[name].url, headers())).toBe(401);
    });

  it("answers 401 to a mutation that is sent again, however many do so at once", async () => {
    const headers = signed({ body: act });
    const statuses = await Promise.all(Array.from({ length: 20 }, () => send(headers, act)));
    expect(statuses.filter((status) => status === 401)).toHaveLength(19);
    expect(await send(headers, act)).toBe(401);
    expect(await send(signed({ body: act }), act)).toBe(200);
  });
});
