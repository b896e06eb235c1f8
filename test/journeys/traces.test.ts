import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signInTo } from "../harness/as.js";
import { type Graph, startGraph } from "../harness/graph.js";

interface Span {
  service: string;
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
}

interface Received {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue: string } }[] };
    scopeSpans: { spans: Omit<Span, "service">[] }[];
  }[];
}

let graph: Graph;
let collector: Server;
const received: string[] = [];

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    received.push(await new Response(request as unknown as ReadableStream).text());
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const { port } = collector.address() as AddressInfo;
  graph = await startGraph({ demoCity: true, tracesUrl: `http://127.0.0.1:${port}` });
});
afterAll(async () => {
  await graph?.[Symbol.asyncDispose]();
  collector?.close();
});

function spans(): Span[] {
  return received.flatMap((text) =>
    (JSON.parse(text) as Received).resourceSpans.flatMap(({ resource, scopeSpans }) => {
      const service = resource.attributes.find(({ key }) => key === "service.name")!.value.stringValue;
      return scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ ...span, service })));
    }),
  );
}

it("a trace goes from the gateway to the statement, under the id that the answer names, and tells of nobody", async () => {
  const token = (await (await signInTo(graph, "guardian@campus.example")).current())!;
  const answer = await fetch(`${graph.publicUrl}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: "query OfChenDaming { me { id email bindings { student { maskedName } } } }",
    }),
  });
  const traceId = answer.headers.get("x-campus-trace");
  const { data } = (await answer.json()) as { data: { me: { id: string; email: string } } };
  const ours = () => spans().filter((span) => span.traceId === traceId);
  const path = () => {
    const byId = new Map(ours().map((span) => [span.spanId, span]));
    const statement = ours().find(
      ({ service, name }) => service === "campus-binding" && name.startsWith("select "),
    );
    const names: string[] = [];
    for (let span = statement; span; span = byId.get(span.parentSpanId ?? "")) names.unshift(span.name);
    return names;
  };
  await expect
    .poll(path, { timeout: 30_000 })
    .toEqual(["query other", "fetch binding", "binding /graphql", expect.stringMatching(/^select [a-z_]+$/)]);
  const everything = received.join();
  for (const personal of [data.me.id, data.me.email, "guardian@campus.example", "ChenDaming", token])
    expect(everything).not.toContain(personal);
});
