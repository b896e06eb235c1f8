import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { anonymous } from "@campus-graph/kit/auth/viewer";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { unsigned } from "../subgraphs/sign.js";
import { createUpstreams, type UpstreamEnd, type Upstreams } from "../subscriptions/passthrough/upstreams.js";

describe("a subgraph that hangs while it streams", () => {
  let server: WebSocketServer;
  let upstreams: Upstreams;
  /** How it answers a message. */
  let answer: (socket: WebSocket, message: { type: string; id?: string }) => void;

  beforeEach(async () => {
    server = new WebSocketServer({
      port: 0,
      host: "127.0.0.1",
      handleProtocols: () => "graphql-transport-ws",
    });
    server.on("connection", (socket) =>
      socket.on("message", (data) => answer(socket, JSON.parse(String(data)))),
    );
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    upstreams = createUpstreams({
      maxAnswerBytes: 1_000_000,
      subgraphs: () => new Map([["payments", `http://127.0.0.1:${port}/graphql`]]),
      sign: unsigned,
      timeoutMs: 100,
      pingIntervalMs: 100,
    });
  });
  afterEach(async () => {
    await upstreams.close();
    for (const socket of server.clients) socket.terminate();
    server.close();
  });

  const sendMessage = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message));
  const follow = () => {
    const events: string[] = [];
    const { promise, resolve } = Promise.withResolvers<UpstreamEnd>();
    const request = { query: "subscription { struck { text } }", variables: {} };
    const caller = { viewer: anonymous, traceId: "trace" };
    upstreams.open("payments", request, caller, { onEvent: (text) => events.push(text), onEnd: resolve });
    return { events, ended: promise };
  };

  it("is lost when it does not even open", async () => {
    answer = () => undefined;
    expect(await follow().ended).toBe("lost");
    expect(upstreams.counts().get("payments")).toBe(0);
  });

  it("is lost when it opens, tells something and then answers no ping", async () => {
    answer = (socket, { type, id }) => {
      if (type === "connection_init") sendMessage(socket, { type: "connection_ack" });
      if (type === "subscribe")
        sendMessage(socket, { type: "next", id, payload: { data: { struck: null } } });
    };
    const { events, ended } = follow();
    expect(upstreams.counts().get("payments")).toBe(1);
    expect(await ended).toBe("lost");
    expect(events).toEqual(['{"data":{"struck":null}}']);
    expect(upstreams.counts().get("payments")).toBe(0);
  });

  it("is kept as long as it answers pings, though it has nothing to tell", async () => {
    let pings = 0;
    const third = Promise.withResolvers<void>();
    answer = (socket, { type }) => {
      if (type === "connection_init") sendMessage(socket, { type: "connection_ack" });
      if (type !== "ping") return;
      sendMessage(socket, { type: "pong" });
      if (++pings === 3) third.resolve();
    };
    const { ended } = follow();
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    await third.promise;
    expect(isOver).toBe(false);
  });
});
