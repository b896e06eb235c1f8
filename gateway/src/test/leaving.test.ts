import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { createOpenGateway } from "../open-mode/gateway.js";
import { soon } from "./soon.js";

/** A subgraph that answers nothing until it is told to, and notes who hung up. */
let slow: Server;
let gateway: Gateway;
const received: { request: IncomingMessage; answer: () => void; hungUp: boolean }[] = [];

beforeAll(async () => {
  slow = createServer((request, response) => {
    const entry = {
      request,
      hungUp: false,
      answer: () =>
        void response
          .writeHead(200, { "content-type": "application/json" })
          .end('{"data":{"wait":1,"do":1}}'),
    };
    response.once("close", () => {
      entry.hungUp = !response.writableFinished;
    });
    request.resume();
    received.push(entry);
  });
  await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/graphql`;
  const typeDefs = parse("type Query { wait: Int } type Mutation { do: Int }");
  const { supergraphSdl } = composeServices([{ name: "slow", url, typeDefs }]);
  gateway = await createOpenGateway({
    host: "127.0.0.1",
    port: 0,
    supergraph: { sdl: supergraphSdl! },
    logLevel: "silent",
  });
});
afterAll(async () => {
  await gateway.stop();
  slow.closeAllConnections();
  slow.close();
});

const post = (query: string, signal: AbortSignal) =>
  fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
    signal,
  });

describe("a client that leaves", () => {
  it("takes its query along", async () => {
    const leaving = new AbortController();
    const answer = post("{ wait }", leaving.signal);
    answer.catch(() => undefined);
    await expect.poll(() => received.length, soon).toBe(1);
    leaving.abort();
    await expect.poll(() => received[0]?.hungUp, soon).toBe(true);
  });

  it("leaves its mutation to be seen through", async () => {
    const leaving = new AbortController();
    const answer = post("mutation { do }", leaving.signal);
    answer.catch(() => undefined);
    await expect.poll(() => received.length, soon).toBe(2);
    leaving.abort();
    await expect(answer).rejects.toThrow();
    // Had the gateway hung up, it would have done so before it could answer this.
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
    received[1]?.answer();
    await expect.poll(() => received[1]?.request.complete, soon).toBe(true);
    expect(received[1]?.hungUp).toBe(false);
  });
});
