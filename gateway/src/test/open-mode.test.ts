import { createServer, type IncomingHttpHeaders, type Server, request as sendOn } from "node:http";
import type { AddressInfo } from "node:net";
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { makeServer } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocketServer } from "ws";
import type { Gateway } from "../gateway.js";
import { createOpenGateway } from "../open-mode/gateway.js";
import { readPassHeaders } from "../subgraphs/passed-headers.js";
import { execute } from "./execute.js";
import { TestSocket } from "./socket.js";
import { TestSubgraph } from "./subgraph.js";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;

const clockDefs = `${link}
  type Query { hour: Int! }
  type Mutation { wind(by: Int!): Int! }
  type Subscription { tick(from: Int!): Tick! }
  type Tick { number: Int! bell: Bell! }
  type Bell @key(fields: "id") { id: ID! }`;

const bellsDefs = `${link}
  type Query { bells: [Bell!]! }
  type Bell @key(fields: "id") { id: ID! sound: String! }`;

/** Three ticks, each with a bell that another subgraph knows more about. */
async function* ticks(from: number) {
  for (let number = from; number < from + 3; number++)
    yield { tick: { number, bell: { id: `bell-${number}` } } };
}

let sockets: Server;
let bells: TestSubgraph;
let clock: TestSubgraph;
let gateway: Gateway;
/** Headers of the fetches that came to the clock. */
const seen: IncomingHttpHeaders[] = [];

beforeAll(async () => {
  bells = await new TestSubgraph({
    name: "bells",
    ring: null,
    typeDefs: bellsDefs,
    resolvers: { Bell: { __resolveReference: ({ id }: { id: string }) => ({ id, sound: `ding ${id}` }) } },
  }).start();
  const clockSubgraph = {
    name: "clock",
    ring: null,
    typeDefs: clockDefs,
    resolvers: {
      Query: { hour: () => 7 },
      Mutation: {
        wind: (_: unknown, { by }: { by: number }) => {
          if (by < 0) throw new Error("It cannot be wound backwards.");
          return by;
        },
      },
      Subscription: {},
    },
  };
  clock = await new TestSubgraph(clockSubgraph).start();
  // The routing URL answers sockets too, as subgraphs with subscriptions do.
  const schema = buildSubgraphSchema({
    typeDefs: parse(clockDefs),
    resolvers: {
      Subscription: { tick: { subscribe: (_: unknown, { from }: { from: number }) => ticks(from) } },
    },
  });
  const protocol = makeServer({ schema });
  const webSockets = new WebSocketServer({ noServer: true, handleProtocols: () => "graphql-transport-ws" });
  sockets = createServer((request, response) => {
    seen.push(request.headers);
    const onward = sendOn(clock.url, { method: "POST", headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  sockets.on("upgrade", (request, socket, head) =>
    webSockets.handleUpgrade(request, socket, head, (opened) => {
      const closed = protocol.opened(
        {
          protocol: opened.protocol,
          send: async (text) => opened.send(text),
          close: (code, reason) => opened.close(code, reason),
          onMessage: (receive) => void opened.on("message", (data) => void receive(String(data))),
        },
        {},
      );
      opened.once("close", (code) => void closed(code, ""));
    }),
  );
  await new Promise<void>((resolve) => sockets.listen(0, "127.0.0.1", resolve));
  const { port } = sockets.address() as AddressInfo;
  const { supergraphSdl, errors } = composeServices([
    { name: "bells", url: bells.url, typeDefs: bells.typeDefs },
    { name: "clock", url: `http://127.0.0.1:${port}/graphql`, typeDefs: clock.typeDefs },
  ]);
  if (!supergraphSdl) throw new Error(String(errors));
  gateway = await createOpenGateway({
    host: "127.0.0.1",
    port: 0,
    supergraph: { sdl: supergraphSdl },
    logLevel: "silent",
    passHeaders: readPassHeaders("Authorization, x-tenant"),
    fetchTimeoutMs: 1_000,
  });
});

afterAll(async () => {
  await gateway.stop();
  await Promise.all([bells.stop(), clock.stop()]);
  sockets.closeAllConnections();
  sockets.close();
});

describe("the open mode", () => {
  it("answers queries and mutations of anybody's supergraph, and tells errors as they are", async () => {
    expect((await execute(gateway, "{ hour }")).data).toEqual({ hour: 7 });
    expect((await execute(gateway, "mutation { wind(by: 3) }")).data).toEqual({ wind: 3 });
    const { errors } = await execute(gateway, "mutation { wind(by: -1) }");
    expect(errors[0]).toMatchObject({ message: "It cannot be wound backwards.", path: ["wind"] });
  });

  it("answers a browser's plain GET, but changes nothing by it", async () => {
    const get = (query: string) => fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`);
    expect(await (await get("{ hour }")).json()).toEqual({ data: { hour: 7 } });
    const before = clock.requests.length;
    const refused = await get("mutation { wind(by: 3) }");
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "POST"]);
    expect(clock.requests.length).toBe(before);
  });

  it("has no limits", async () => {
    const aliases = Array.from({ length: 1_000 }, (_, index) => `a${index}: hour`).join(" ");
    expect((await execute(gateway, `{ ${aliases} }`)).data).toMatchObject({ a999: 7 });
  });

  it("passes ordinary subscriptions through, with fields of other subgraphs", async () => {
    await using socket = new TestSocket(gateway);
    const events = socket.run(
      "subscription ($from: Int!) { t: tick(from: $from) { number bell { sound } } }",
      { from: 5 },
    );
    const seen = await TestSocket.take(events, 4);
    expect(seen).toEqual(
      [5, 6, 7].map((number) => ({ data: { t: { number, bell: { sound: `ding bell-${number}` } } } })),
    );
  });

  it("gives them as an event stream too, as it says to who asks without one", async () => {
    const body = JSON.stringify({ query: "subscription { tick(from: 1) { number bell { sound } } }" });
    const post = (accept: string) =>
      fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", accept },
        body,
      });
    expect(await (await post("application/json")).text()).toContain("text/event-stream");
    const events = (await (await post("text/event-stream")).text()).match(/^data: .+$/gm);
    expect(events?.map((event) => JSON.parse(event.slice(6)) as object)).toEqual(
      [1, 2, 3].map((number) => ({ data: { tick: { number, bell: { sound: `ding bell-${number}` } } } })),
    );
  });

  it("ends a fetch that stalls, and says so in GraphQL", async () => {
    bells.held = new Promise(() => undefined);
    const { status, errors } = await execute(gateway, "{ hour bells { id } }");
    bells.held = null;
    expect(status).toBe(200);
    expect(errors).toMatchObject([
      { path: ["bells"], extensions: { code: "SUBGRAPH_UNAVAILABLE", serviceName: "bells" } },
    ]);
  });

  it("passes a subgraph's own 401 on", async () => {
    const subgraphError = { message: "Who are you?", extensions: { code: "UNAUTHENTICATED" } };
    clock.fault = { status: 401, body: JSON.stringify({ errors: [subgraphError] }) };
    const { data, errors } = await execute(gateway, "{ hour }");
    clock.fault = null;
    expect(data).toBeNull();
    expect(errors).toMatchObject([subgraphError]);
  });

  it("passes on the headers that it was told to, and no others", async () => {
    const headers = { authorization: "Basic dGVzdA==", "x-tenant": "north", "x-other": "no" };
    await execute(gateway, "{ hour }", { headers });
    expect(seen.at(-1)).toMatchObject({ authorization: "Basic dGVzdA==", "x-tenant": "north" });
    expect(seen.at(-1)).not.toHaveProperty("x-other");
    await execute(gateway, "{ hour }");
    expect(seen.at(-1)).not.toHaveProperty("x-tenant");
    for (const name of ["content-length", "Host", "sec-fetch-site", "no header"])
      expect(() => readPassHeaders(name)).toThrow("PASS_HEADERS");
  });

  it("runs queries over a socket too", async () => {
    await using socket = new TestSocket(gateway);
    expect(await TestSocket.take(socket.run("{ hour }"), 1)).toEqual([{ data: { hour: 7 } }]);
  });
});
