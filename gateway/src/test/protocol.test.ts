import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import type { Gateway } from "../gateway.js";
import { accessToken } from "./identity.js";
import { greeted, init, type RawSocket, raw } from "./raw-socket.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
let hasty: Gateway;
let impatient: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway({ sockets: { perAddress: 3 } });
  hasty = await world.gateway({ sockets: { initTimeoutMs: 100 } });
  impatient = await world.gateway({ sockets: { pingIntervalMs: 1_000 } });
});
afterAll(() => world[Symbol.asyncDispose]());

describe("a socket closes", () => {
  const early: Record<string, [code: number, does: (ends: RawSocket) => void]> = {
    "4408 when it does not introduce itself": [4408, () => undefined],
    "4400 when it speaks no JSON": [4400, (ends) => ends.send("hello")],
    "4400 when it sends a message that there is not": [4400, (ends) => ends.send({ type: "greet" })],
    ...Object.fromEntries(
      ["next", "error", "connection_ack"].map((type) => [
        `4400 when it says ${type}, as only we do`,
        [4400, (ends: RawSocket) => ends.send({ id: "1", type, payload: type === "error" ? [] : {} })],
      ]),
    ),
    "4401 when it subscribes before it introduced itself": [
      4401,
      (ends) => ends.send({ id: "1", type: "subscribe", payload: { query: "{ hello }" } }),
    ],
    "4401 when its token is bad": [
      4401,
      (ends) => ends.send({ ...init, payload: { authorization: "Bearer x" } }),
    ],
    "4429 when it introduces itself twice": [
      4429,
      (ends) => {
        ends.send(init);
        ends.send(init);
      },
    ],
  };
  for (const [what, [code, does]] of Object.entries(early))
    it(what, async () => {
      const ends = await raw(code === 4408 ? hasty : gateway);
      does(ends);
      expect(await ends.closed).toBe(code);
    });

  it("4406 when it speaks another protocol", async () => {
    const ends = await raw(gateway, { name: "" });
    expect(await ends.closed).toBe(4406);
  });

  it("1013, to try again later, when nobody can say whether its token is good", async () => {
    await world.subgraphs.identity.stop();
    const blind = await world.gateway();
    const ends = await raw(blind);
    ends.send({ ...init, payload: { authorization: `Bearer ${await accessToken()}` } });
    expect(await ends.closed).toBe(1013);
    await world.subgraphs.identity.start();
  });

  it("4400 when its message has no id, or an empty one", async () => {
    for (const message of [
      { type: "subscribe", payload: { query: "{ hello }" } },
      { type: "complete", id: "" },
    ]) {
      const ends = await greeted(gateway);
      ends.send(message);
      expect(await ends.closed).toBe(4400);
    }
  });

  it("1009 when its message is too large, 1007 when it is no text", async () => {
    const large = await greeted(gateway);
    large.send({ type: "ping", payload: { x: "x".repeat(600_000) } });
    expect(await large.closed).toBe(1009);
    const garbled = await greeted(gateway);
    garbled.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect(await garbled.closed).toBe(1007);
  });

  it("4409 when it uses an id twice", async () => {
    const ends = await greeted(gateway, {
      authorization: `Bearer ${await accessToken({ subject: "twice" })}`,
    });
    const subscription = { type: "subscribe", payload: { query: "subscription { billNotice { id } }" } };
    ends.send({ id: "1", ...subscription });
    ends.send({ id: "1", ...subscription });
    expect(await ends.closed).toBe(4409);
  });

  it("when it answers no pings", async () => {
    const ends = await raw(impatient, { autoPong: false });
    ends.send(init);
    expect(await ends.closed).toBe(1006);
  });
});

describe("a socket", () => {
  it("is answered to its pings, and stays while it answers ours", async () => {
    const ends = await greeted(impatient);
    ends.send({ type: "ping" });
    await ends.receives("pong");
    await new Promise((resolve) => ends.socket.once("ping", () => ends.socket.once("ping", resolve)));
    expect(ends.socket.readyState).toBe(WebSocket.OPEN);
    ends.socket.close();
    await ends.closed;
  });

  it("is told what is wrong with an operation, and goes on", async () => {
    const ends = await greeted(gateway);
    ends.send({ id: "1", type: "subscribe", payload: { query: "{ hallo }" } });
    await ends.receives("error");
    expect(ends.messages.at(-1)).toMatchObject({
      id: "1",
      payload: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }],
    });
    ends.send({ id: "2", type: "subscribe", payload: { query: "{ hello }" } });
    await ends.receives("complete");
    expect(ends.messages.find(({ type }) => type === "next")).toMatchObject({
      id: "2",
      payload: { data: { hello: "hello" } },
    });
    ends.socket.close();
    await ends.closed;
  });

  it("is not opened elsewhere", async () => {
    await expect(raw(gateway, { path: "/other" })).rejects.toThrow("404");
  });

  it("is one of as many as an address may hold", async () => {
    const held = await Promise.all([greeted(gateway), greeted(gateway), greeted(gateway)]);
    await expect(raw(gateway)).rejects.toThrow("429");
    for (const ends of held) ends.socket.close();
    await Promise.all(held.map(({ closed }) => closed));
    await expect
      .poll(() =>
        greeted(gateway).then(
          (ends) => ends.socket.close(),
          () => "refused",
        ),
      )
      .not.toBe("refused");
  });
});
