import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as held } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { execute } from "./execute.js";
import { accessToken } from "./identity.js";
import { greeted, init, raw } from "./raw-socket.js";
import { TestSocket } from "./socket.js";
import { soon } from "./soon.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway();
});
afterAll(() => world[Symbol.asyncDispose]());

const bearer = async (subject: string) => ({ authorization: `Bearer ${await accessToken({ subject })}` });
const subscribe = (id: string, query: string) => ({ id, type: "subscribe", payload: { query } });

/** A bare connection that asks for an upgrade where there is none. */
function misdirected({ url }: Gateway, allowHalfOpen = false): Socket {
  const { port } = new URL(url);
  const socket = connect({ host: "127.0.0.1", port: Number(port), allowHalfOpen });
  socket.on("error", () => undefined);
  socket.write(
    "GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
  );
  return socket;
}

describe("a refused upgrade", () => {
  it("whose client is gone already ends no gateway", async () => {
    for (let turn = 0; turn < 50; turn++) {
      const socket = misdirected(gateway);
      await new Promise((resolve) => socket.once("connect", resolve));
      await new Promise((resolve) => socket.write("", resolve));
      socket.resetAndDestroy();
    }
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
  });

  it("is let go, though its client holds on", async () => {
    const socket = misdirected(gateway, true);
    await new Promise((resolve) => socket.resume().once("end", resolve));
    // As long as the other side holds a connection, its system takes what is written.
    const refused = new Promise((resolve) => socket.once("close", resolve));
    const writing = setInterval(() => socket.write("still here"), 10);
    await refused;
    clearInterval(writing);
  });
});

describe("a socket", () => {
  it("that hangs up while it introduces itself holds no place", async () => {
    const strict = await world.gateway({ sockets: { perViewer: 1 } });
    for (let turn = 0; turn < 5; turn++) {
      const ends = await raw(strict);
      // A token that was never seen is verified on another thread: the hang-up comes first.
      ends.send({ ...init, payload: await bearer("fickle") });
      ends.socket.terminate();
      await ends.closed;
    }
    await using socket = new TestSocket(strict, await bearer("fickle"));
    expect(await TestSocket.take(socket.run("{ hello }"), 1)).toEqual([{ data: { hello: "hello" } }]);
  });

  it("that is being closed is not heard any more", async () => {
    const ends = await greeted(gateway, await bearer("closing"));
    const paid = world.paid;
    ends.send(subscribe("1", "subscription { billNotice { id } }"));
    ends.send(subscribe("1", "subscription { billNotice { id } }"));
    ends.send(subscribe("2", "mutation { pay(amount: 1) }"));
    expect(await ends.closed).toBe(4409);
    expect((await execute(gateway, "{ hello }")).status).toBe(200);
    expect(world.paid).toBe(paid);
  });

  it("may not have more under way than one message may hold", async () => {
    const ends = await greeted(gateway, await bearer("wordy"));
    const long = `subscription { billNotice { id } } #${"x".repeat(300_000)}`;
    ends.send(subscribe("1", long));
    ends.send(subscribe("2", "{ hello }"));
    await ends.receives("complete");
    ends.send(subscribe("3", long));
    expect(await ends.closed).toBe(1009);
  });

  it("is refused subscriptions beyond as many as it may hold, with a code", async () => {
    const narrow = await world.gateway({ sockets: { subscriptionsPerSocket: 2 } });
    const ends = await greeted(narrow, await bearer("greedy"));
    for (const id of ["1", "2", "3"]) ends.send(subscribe(id, "subscription { billNotice { id } }"));
    await ends.receives("error");
    expect(ends.messages.at(-1)).toMatchObject({
      id: "3",
      payload: [{ extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } }],
    });
    ends.send({ id: "1", type: "complete" });
    ends.send(subscribe("4", "{ hello }"));
    await ends.receives("next");
    ends.socket.terminate();
  });

  it("is answered what it asked last under an id that it used twice, and that alone", async () => {
    const ends = await greeted(gateway, await bearer("quick"));
    const release = world.hold();
    ends.send(subscribe("1", "{ first: hello }"));
    ends.send({ id: "1", type: "complete" });
    ends.send(subscribe("1", "{ second: hello }"));
    ends.send({ id: "2", type: "complete" });
    ends.send(subscribe("2", "{ other: hello }"));
    await expect.poll(() => world.waiting, soon).toBe(3);
    release();
    await expect.poll(() => ends.messages.filter(({ type }) => type === "complete").length, soon).toBe(2);
    expect(ends.messages.filter(({ type }) => type === "next")).toEqual(
      expect.arrayContaining([
        { id: "1", type: "next", payload: { data: { second: "hello" } } },
        { id: "2", type: "next", payload: { data: { other: "hello" } } },
      ]),
    );
    expect(ends.messages.filter(({ type }) => type === "next")).toHaveLength(2);
    ends.send(subscribe("1", "{ hello }"));
    await expect.poll(() => ends.messages.at(-1), soon).toEqual({ id: "1", type: "complete" });
    ends.socket.close();
  });

  it("that floods is read no faster than it may speak, while others are answered", async () => {
    const calm = await world.gateway({ sockets: { messagesPerSecond: 3 } });
    const flood = await greeted(calm);
    for (let count = 0; count < 100; count++)
      flood.send({ type: "ping", payload: { x: "x".repeat(64_000) } });
    await flood.receives("pong");
    for (let count = 0; count < 10; count++) expect((await execute(calm, "{ hello }")).status).toBe(200);
    expect(flood.messages.filter(({ type }) => type === "pong").length).toBeLessThan(50);
    flood.socket.terminate();
  });

  it("that floods and takes no answers is read no further, and cut", async () => {
    const strict = await world.gateway({ sockets: { perAddress: 1 } });
    const flood = await greeted(strict);
    flood.socket.pause();
    const payload = { x: "x".repeat(200_000) };
    let unread = 0;
    for (let count = 0; count < 200; count++) flood.send({ type: "ping", payload });
    // One socket is all that this address may hold: another opens once the flood's is gone.
    const opens = async () => {
      // Nothing is what a connection says that is gone.
      unread = flood.socket.bufferedAmount || unread;
      const other = await raw(strict).catch(() => null);
      other?.socket.terminate();
      return other !== null;
    };
    await expect.poll(opens, soon).toBe(true);
    // Of forty megabytes, the systems' buffers took some.
    expect(unread).toBeGreaterThan(20_000_000);
  });

  it("is spoken to in the language that its client names", async () => {
    const codes = { "zh-TW": "此訂閱不受支援。", en: "This subscription cannot be served." };
    for (const [language, message] of Object.entries(codes)) {
      await using socket = new TestSocket(gateway, { ...(await bearer("speaker")), language });
      const [refusal] = await TestSocket.take(
        socket.run('subscription { constructor: struck(on: "x") { text } }'),
        1,
      );
      expect(refusal?.errors).toMatchObject([{ message }]);
    }
  });
});

describe("an event stream", () => {
  it("is not cut while its client takes what comes, however slowly", async () => {
    const strict = await world.gateway({ sockets: { pingIntervalMs: 500 } });
    world.feed.append("slow", ...Array.from({ length: 150 }, () => ({ text: "x".repeat(200_000) })));
    const answer = await opened(
      strict,
      await bearer("slow"),
      'subscription { billNotice(after: "slow:0") { text } }',
    );
    let taken = 0;
    for await (const chunk of answer) {
      taken += chunk.length;
      if (taken > 25_000_000) break;
      await held(8);
    }
    expect(taken).toBeGreaterThan(25_000_000);
  });
});

function opened({ url }: Gateway, token: object, query: string): Promise<IncomingMessage> {
  const headers = { "content-type": "application/json", accept: "text/event-stream", ...token };
  return new Promise((resolve, reject) => {
    httpRequest(`${url}/graphql`, { method: "POST", headers }, resolve)
      .on("error", reject)
      .end(JSON.stringify({ query }));
  });
}
