import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ApolloServerPlugin } from "@apollo/server";
import createResponseCache from "@apollo/server-plugin-response-cache";
import { createPrometheusExporterPlugin } from "@bmatei/apollo-prometheus-exporter";
import { Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { digestOf } from "../operations/manifest.js";
import { loadPlugins } from "../operations/operator-plugins.js";
import { execute } from "./execute.js";
import { accessToken } from "./identity.js";
import { TestSocket } from "./socket.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
const register = new Registry();
/** Operations that the response cache was asked for: queries that were about to run. */
let looked = 0;

beforeAll(async () => {
  world = await TestWorld.start();
  const plugins: unknown[] = [
    createPrometheusExporterPlugin({
      register,
      metricsEndpoint: false,
      defaultMetrics: false,
      hostnameLabel: false,
    }),
    createResponseCache({
      shouldReadFromCache: async () => {
        looked += 1;
        return true;
      },
    }),
  ];
  // Their types are those of Apollo Server's CommonJS half.
  gateway = await world.gateway({ plugins: plugins as ApolloServerPlugin[] });
});
afterAll(() => world[Symbol.asyncDispose]());

async function counted(metric: string): Promise<number> {
  const { values } = (await register.getSingleMetricAsString(metric).then(readSamples)) as {
    values: { name: string; value: number }[];
  };
  return values.reduce((sum, { value }) => sum + value, 0);
}

/** Prometheus' text: a name, labels, a value. Of a histogram, its count. */
function readSamples(text: string) {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const samples = lines.map((line) => {
    const [, name = "", value = "0"] = /^([a-z_]+)(?:\{.*\})? (\S+)$/.exec(line) ?? [];
    return { name, value: Number(value) };
  });
  const counts = samples.filter(({ name }) => name.endsWith("_count"));
  return { values: counts.length > 0 ? counts : samples };
}

const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}/graphql?${new URLSearchParams(parameters)}`, { headers });
const preflight = { "apollo-require-preflight": "1" };
const named = (text: string) =>
  JSON.stringify({ persistedQuery: { version: 1, sha256Hash: digestOf(text) } });

describe("published plugins of Apollo Server, as they are", () => {
  it("see every operation that came over HTTP, whatever became of it", async () => {
    const hello = "query Counted { hello }";
    const schools = "{ schools { code } }";
    const token = await accessToken();
    const requests: [what: string, status: number, send: () => Promise<{ status: number }>][] = [
      ["a query", 200, () => execute(gateway, hello)],
      ["the same again, its document kept", 200, () => execute(gateway, hello)],
      ["somebody's own", 200, () => execute(gateway, "{ me { id } }", { token })],
      ["a mutation", 200, () => execute(gateway, "mutation { pay(amount: 1) }", { token })],
      ["a partial answer", 200, () => execute(gateway, "{ failing hello }")],
      ["a hash that is not known", 200, () => get({ extensions: named(hello) }, preflight)],
      ["a hash with its text", 200, () => get({ query: hello, extensions: named(hello) }, preflight)],
      ["the hash alone", 200, () => get({ extensions: named(hello) }, preflight)],
      ["a public answer", 200, () => get({ query: schools })],
      ["a public answer, from the response cache", 200, () => get({ query: schools })],
      ["one that cannot be parsed", 400, () => execute(gateway, "{ hello")],
      ["one that is not valid", 400, () => execute(gateway, "{ hallo }")],
      ["one that costs too much", 400, () => execute(gateway, "{ bills(first: 1000000) { id } }")],
      [
        "one with a bad variable",
        400,
        () => execute(gateway, "query ($n: Int!) { bills(first: $n) { id } }"),
      ],
      ["one with a bad token", 401, () => execute(gateway, hello, { token: "nonsense" })],
      ["a page's of another site", 400, () => get({ query: hello })],
    ];
    for (const [what, status, send] of requests)
      expect([what, (await send()).status]).toEqual([what, status]);
    expect(await counted("apollo_query_started")).toBe(requests.length);
    expect(await counted("apollo_query_duration")).toBe(requests.length);
    expect(await counted("apollo_query_failed")).toBe(8);
    // Neither the mutation nor what was refused before it could run.
    expect(looked).toBe(9);
  });

  it("may answer from what they keep, which a client sees by its age; who holds it already is not sent it", async () => {
    const query = "{ schools { name } }";
    const before = world.subgraphs.roster.requests.length;
    const [first, again] = [await get({ query }), await get({ query })];
    expect(await again.json()).toEqual(await first.json());
    expect([first.headers.get("age"), again.headers.get("age")]).toEqual([null, "0"]);
    expect(world.subgraphs.roster.requests.length).toBe(before + 1);
    expect(again.headers.get("cache-control")).toBe("public, max-age=300");
    const held = await get({ query }, { "if-none-match": first.headers.get("etag") ?? "" });
    expect(held.status).toBe(304);
  });

  it("never keep what is somebody's own", async () => {
    for (const subject of ["guardian-1", "guardian-2"]) {
      const { data } = await execute(gateway, "{ me { id } }", { token: await accessToken({ subject }) });
      expect(data).toEqual({ me: { id: subject } });
    }
  });

  it("see what sockets run, too", async () => {
    const before = await counted("apollo_query_started");
    await using socket = new TestSocket(gateway);
    expect(await TestSocket.take(socket.run("{ hello }"), 1)).toEqual([{ data: { hello: "hello" } }]);
    expect(await counted("apollo_query_started")).toBe(before + 1);
  });
});

describe("an operator names plugins", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "campus-plugins-"));
    const plugin = "{ async requestDidStart() {} }";
    await writeFile(join(folder, "one.mjs"), `export default ${plugin};`);
    await writeFile(join(folder, "several.mjs"), `export default async () => [${plugin}, ${plugin}];`);
    await writeFile(join(folder, "none.mjs"), "export const plugin = {};");
  });
  afterAll(() => rm(folder, { recursive: true }));
  const at = (name: string) => join(folder, name);

  it("by files and packages", async () => {
    expect(await loadPlugins(undefined)).toEqual([]);
    const named = `${at("one.mjs")}, ${at("several.mjs")},@apollo/server-plugin-response-cache`;
    expect(await loadPlugins(named)).toHaveLength(4);
  });

  for (const [name, problem] of [
    ["none.mjs", "neither a plugin nor a list of plugins"],
    ["missing.mjs", "cannot be loaded"],
  ] as const)
    it(`and is told in a sentence that ${name} ${problem}`, async () => {
      await expect(loadPlugins(at(name))).rejects.toThrow(problem);
    });
});
