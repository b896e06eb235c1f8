import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { connect } from "./connect.js";
import { GraphFailure, Unreachable } from "./failure.js";
import { BadgeDocument, CancelRequestDocument } from "./generated/operations.js";

const badge = { data: { me: { id: "1", unpaidBillCount: 2 } } };
const unauthenticated = {
  data: null,
  errors: [{ message: "請先登入。", extensions: { code: "UNAUTHENTICATED", traceId: "t1" } }],
};

it("asks once more with a new token when the old one is refused, and no third time", async () => {
  const seen: string[] = [];
  await using graph = await serve((request, response) => {
    const { authorization = "" } = request.headers;
    seen.push(authorization);
    response.end(JSON.stringify(authorization === "Bearer new" ? badge : unauthenticated));
  });
  const renewing = (next: string) =>
    connect({ url: graph.url, tokens: { current: async () => "old", renew: async () => next } });
  expect(await renewing("new").query(BadgeDocument)).toEqual(badge.data);
  await expect(renewing("worse").query(BadgeDocument)).rejects.toMatchObject({
    code: "UNAUTHENTICATED",
    message: "請先登入。",
    traceId: "t1",
  });
  expect(seen).toEqual(["Bearer old", "Bearer new", "Bearer old", "Bearer worse"]);
});

it("gives data beside errors to who asks for both, and throws them to who asks for all", async () => {
  const errors = [
    { message: "down", path: ["me", "bindings"], extensions: { code: "SUBGRAPH_UNAVAILABLE" } },
  ];
  await using graph = await serve((_, response) => response.end(JSON.stringify({ ...badge, errors })));
  const connection = connect({ url: graph.url });
  expect(await connection.answer(BadgeDocument)).toEqual({ ...badge, errors });
  const failure = await connection.query(BadgeDocument).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(GraphFailure);
  expect(failure).toMatchObject({ code: "SUBGRAPH_UNAVAILABLE", path: ["me", "bindings"], data: badge.data });
});

it("repeats a mutation at another copy only when the first surely never got it", async () => {
  let cancelled = 0;
  await using good = await serve((_, response) => {
    cancelled++;
    response.end(JSON.stringify({ data: { cancelRequest: { id: "1", status: "CANCELLED" } } }));
  });
  await using breaking = await serve((request) => request.socket.destroy());
  const gone = await serve(() => undefined);
  await gone[Symbol.asyncDispose]();

  const afterGone = connect({ url: [gone.url, good.url] });
  await afterGone.mutate(CancelRequestDocument, { requestId: "1" });
  expect(cancelled).toBe(1);
  const afterBreaking = connect({ url: [breaking.url, good.url] });
  await expect(afterBreaking.mutate(CancelRequestDocument, { requestId: "1" })).rejects.toBeInstanceOf(
    Unreachable,
  );
  expect(cancelled).toBe(1);
});

it("says so when what answers is not the graph", async () => {
  await using graph = await serve((_, response) => response.writeHead(502).end("<h1>Bad gateway</h1>"));
  await expect(connect({ url: graph.url }).query(BadgeDocument)).rejects.toThrow(
    /answered 502, not as a graph/,
  );
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
