import { randomBytes } from "node:crypto";
import { get } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KeyRing } from "../../auth/keys.js";
import { anonymous, signatureHeader, signRequest, viewerHeader } from "../../auth/viewer.js";
import { createLog } from "../../ops/log.js";
import { startSignedServer } from "../signed-server.js";

const ring: KeyRing = { current: "k1", keys: { k1: randomBytes(32) } };
const viewer = { ...anonymous, subject: "somebody" };

describe("a subgraph's signed server", () => {
  let server: Awaited<ReturnType<typeof startSignedServer>>;

  beforeAll(async () => {
    server = await startSignedServer({
      audience: "binding",
      ring,
      host: "127.0.0.1",
      port: 0,
      log: createLog("server", "silent"),
      posts: {
        "/graphql": async ({ verified }) => ({ status: 200, body: { subject: verified.viewer.subject } }),
      },
      forwards: {},
      notReady: async () => ["demo city"],
    });
  });
  afterAll(() => server.close());

  const body = JSON.stringify({ query: "{ me { id } }" });
  const signed = (change: object = {}, now = Date.now()) =>
    signRequest(
      ring,
      { audience: "binding", method: "POST", path: "/graphql", body, viewer, traceId: "t", ...change },
      now,
    );
  const post = async (headers: Record<string, string>, sent = body) =>
    fetch(`${server.url}/graphql`, { method: "POST", headers, body: sent });

  it("lets in what the gateway signed, as the viewer it signed", async () => {
    const response = await post(signed());
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ subject: "somebody" });
  });

  const forged: [string, () => Record<string, string>, string?][] = [
    ["without a signature", () => ({})],
    ["signed for another subgraph", () => signed({ audience: "payments" })],
    ["signed for another path", () => signed({ path: "/internal/feed-news" })],
    ["with another body", () => signed(), `${body} `],
    [
      "with another viewer",
      () => ({ ...signed(), [viewerHeader]: signed({ viewer: anonymous })[viewerHeader]! }),
    ],
    ["signed 31 seconds ago", () => signed({}, Date.now() - 31_000)],
    ["signed 31 seconds ahead", () => signed({}, Date.now() + 31_000)],
    ["with a time that is none", () => ({ ...signed(), [signatureHeader]: "k1.NaN.n.AAAA" })],
    [
      "with a key that the ring does not hold",
      () => ({ ...signed(), [signatureHeader]: "__proto__.1.n.AAAA" }),
    ],
  ];
  it.each(forged)("answers 401 to a request %s", async (_, headers, sent) => {
    const response = await post(headers(), sent);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: "UNAUTHENTICATED" });
  });

  it("answers 401 to an unknown path without a signature, so that nobody learns which exist", async () => {
    expect((await fetch(`${server.url}/anything`)).status).toBe(401);
  });

  it("answers a request for a socket where there is none as if it were none", async () => {
    const upgrade = (headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        const upgrading = { connection: "Upgrade", upgrade: "websocket", ...headers };
        get(`${server.url}/graphql`, { headers: upgrading }, (response) =>
          resolve(response.resume().statusCode),
        )
          .once("upgrade", () => reject(new Error("a socket")))
          .once("error", reject);
      });
    expect(await upgrade({})).toBe(401);
    expect(await upgrade(signed({ method: "GET", body: "" }))).toBe(404);
  });

  it("lists on /readyz what it waits for", async () => {
    const response = await fetch(`${server.url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ready: false, waitingFor: ["demo city"] });
  });
});
