import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "./execute.js";
import { accessToken } from "./identity.js";
import { TestSocket } from "./socket.js";
import { soon } from "./soon.js";
import { TestWorld } from "./world.js";

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
}

interface Received {
  resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
}

describe("traces of the gateway", () => {
  let world: TestWorld;
  let collector: Server;
  let tracesUrl: string;
  const received: Span[] = [];

  beforeAll(async () => {
    world = await TestWorld.start();
    collector = createServer(async (request, response) => {
      const { resourceSpans } = (await new Response(request as unknown as ReadableStream).json()) as Received;
      received.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
    await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
    tracesUrl = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await world[Symbol.asyncDispose]();
    collector.close();
  });

  /** The spans above one of a name, the first first. */
  const pathTo = (name: string, among = received) => {
    const byId = new Map(among.map((span) => [span.spanId, span]));
    const path: string[] = [];
    for (let span = among.find((each) => each.name === name); span; span = byId.get(span.parentSpanId ?? ""))
      path.unshift(span.name);
    return path;
  };

  it("show each event of a stream, with what others were asked for it", async () => {
    const gateway = await world.gateway({ tracesUrl });
    await using socket = await TestSocket.as(gateway, await accessToken());
    const events = socket.run('subscription OfMine { struck(on: "traced") { student { maskedName } } }');
    const next = TestSocket.take(events, 2);
    await expect.poll(() => world.broadcasts.count("traced"), soon).toBe(1);
    world.broadcasts.publish("traced", { text: "one" }, { text: "two" });
    await next;
    await gateway.stop();
    expect(pathTo("fetch roster")).toEqual(["subscription other", "fetch roster"]);
    const ofEvents = received.filter(({ name }) => name === "subscription other");
    expect(new Set(ofEvents.map(({ traceId }) => traceId)).size).toBe(2);
  });

  it("show a query by the trace that its answer names", async () => {
    const gateway = await world.gateway({ tracesUrl });
    const { headers } = await execute(gateway, "{ hello }");
    await gateway.stop();
    const ours = received.filter(({ traceId }) => traceId === headers.get("x-campus-trace"));
    expect(pathTo("fetch binding", ours)).toEqual(["query other", "fetch binding"]);
  });
});
