import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { accessToken, type TokenOptions } from "./identity.js";
import { TestSocket } from "./socket.js";
import { soon } from "./soon.js";
import { streamed } from "./transports.js";
import { TestWorld } from "./world.js";

const struck = "subscription ($on: String!) { struck(on: $on) { text for } }";
const whole = `subscription ($on: String!) {
  heard: struck(on: $on) { id: text by: student { maskedName school { name } } bill { amount } }
}`;

describe("an ordinary subscription", () => {
  let world: TestWorld;
  let gateway: Gateway;
  let broadcasts = 0;

  beforeAll(async () => {
    world = await TestWorld.start();
    gateway = await world.gateway();
  });
  afterEach(async () => {
    await Promise.all([world.subgraphs.roster.stop(), world.subgraphs.payments.stop()]);
    await Promise.all([world.subgraphs.roster.start(), world.subgraphs.payments.start()]);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const bell = () => `bell-${++broadcasts}`;
  const upstream = () => world.subgraphs.payments.subscriptions;
  const listening = (on: string, count: number) =>
    expect.poll(() => world.broadcasts.count(on), soon).toBe(count);
  /** Resolves once what the sockets have sent was dealt with: each answers in its order. */
  const processed = (...sockets: TestSocket[]) =>
    Promise.all(sockets.map((socket) => TestSocket.take(socket.run("{ hello }"), 1)));
  const signedIn = async (options: TokenOptions = {}, at = gateway) =>
    TestSocket.as(at, await accessToken(options));

  it("comes with fields of other subgraphs, under the client's own names", async () => {
    const on = bell();
    await using socket = await signedIn();
    const events = socket.run(whole, { on });
    const next = TestSocket.take(events, 2);
    await listening(on, 1);
    world.broadcasts.publish(on, { text: "one" }, { text: "two", student: { id: "student-2" } });
    const strike = (id: string, maskedName: string) => ({
      data: { heard: { id, by: { maskedName, school: { name: "內湖國小" } }, bill: null } },
    });
    expect(await next).toEqual([strike("one", "林O1"), strike("two", "林O2")]);
  });

  it("keeps the default of a variable named __proto__ that was left out", async () => {
    const on = bell();
    await using socket = await signedIn();
    const events = socket.run(
      `subscription ($__proto__: String! = "${on}") { struck(on: $__proto__) { text } }`,
    );
    const next = TestSocket.take(events, 1);
    await listening(on, 1);
    world.broadcasts.publish(on, { text: "one" });
    expect(await next).toEqual([{ data: { struck: { text: "one" } } }]);
  });

  it("is an event stream as well", async () => {
    const on = bell();
    const events = streamed(gateway, struck, { on }, { authorization: `Bearer ${await accessToken()}` });
    const next = events.next();
    await listening(on, 1);
    world.broadcasts.publish(on, { text: "one" });
    expect((await next).value?.data).toEqual({ struck: { text: "one", for: "guardian-1" } });
    await events.return?.();
    await listening(on, 0);
  });

  it("takes one socket to its subgraph for all viewers, opened for nobody; each message is for its own viewer", async () => {
    const on = bell();
    const [upgrades, viewers] = [upstream().upgrades.length, upstream().viewers.length];
    await using one = await signedIn({ subject: "one" });
    await using other = await signedIn({ subject: "other" });
    const received = [one, other].map((socket) => TestSocket.take(socket.run(struck, { on }), 1));
    await listening(on, 2);
    expect(upstream().upgrades.slice(upgrades)).toMatchObject([{ subject: null, assurance: "anonymous" }]);
    const subjects = upstream()
      .viewers.slice(viewers)
      .map(({ subject }) => subject);
    expect(subjects.sort()).toEqual(["one", "other"]);
    expect(upstream().disbelieved).toBe(0);
    world.broadcasts.publish(on, { text: "ding" });
    expect(await Promise.all(received)).toEqual(
      ["one", "other"].map((subject) => [{ data: { struck: { text: "ding", for: subject } } }]),
    );
  });

  it("is opened once for all who ask the same as the same viewer, and left with the last of them", async () => {
    const on = bell();
    const first = await signedIn({ subject: "twice" });
    await using second = await signedIn({ subject: "twice" });
    const opened = upstream().viewers.length;
    const received = [first, second, second].map((socket) => socket.run(struck, { on }));
    const messages = received.map((events) => TestSocket.take(events, 1));
    await listening(on, 1);
    await processed(first, second);
    world.broadcasts.publish(on, { text: "ding" });
    expect(await Promise.all(messages)).toEqual(
      [1, 2, 3].map(() => [{ data: { struck: { text: "ding", for: "twice" } } }]),
    );
    expect(upstream().viewers).toHaveLength(opened + 1);
    await first[Symbol.asyncDispose]();
    await received[1]!.return?.();
    const rest = TestSocket.take(received[2]!, 1);
    expect(world.broadcasts.count(on)).toBe(1);
    world.broadcasts.publish(on, { text: "dong" });
    expect(await rest).toHaveLength(1);
    await received[2]!.return?.();
    await listening(on, 0);
  });

  const different: [string, TokenOptions, Record<string, unknown>?, string?][] = [
    ["subject", { subject: "another" }],
    ["session", { sid: "session-2" }],
    ["roles", { roles: [{ role: "TEACHER", schoolCode: "403601" }] }],
    ["language", {}, { language: "en" }],
    ["operation", {}, {}, struck.replace("text", "text text")],
  ];
  it.each(different)("is never shared with another %s", async (_, options, params = {}, query = struck) => {
    const on = bell();
    await using one = await signedIn();
    await using other = new TestSocket(gateway, {
      authorization: `Bearer ${await accessToken(options)}`,
      ...params,
    });
    const received = [
      TestSocket.take(one.run(struck, { on }), 1),
      TestSocket.take(other.run(query, { on }), 1),
    ];
    await listening(on, 2);
    world.broadcasts.publish(on, { text: "ding" });
    expect(await Promise.all(received)).toMatchObject([
      [{ data: { struck: { for: "guardian-1" } } }],
      [{ data: { struck: { for: options.subject ?? "guardian-1" } } }],
    ]);
  });

  it("ends upstream when its client's socket breaks", async () => {
    const on = bell();
    const socket = await signedIn();
    const next = socket.run(struck, { on }).next();
    next.catch(() => undefined);
    await listening(on, 1);
    socket.socket!.terminate();
    await listening(on, 0);
  });

  it("ends with its token", async () => {
    const on = bell();
    await using socket = await signedIn({ lifeSeconds: 3 });
    socket
      .run(struck, { on })
      .next()
      .catch(() => undefined);
    await listening(on, 1);
    expect(await socket.closed).toMatchObject({ code: 4403, reason: "TOKEN_EXPIRED" });
    await listening(on, 0);
  });

  it("that its subgraph refuses tells so, and is over", async () => {
    await using socket = await signedIn();
    const messages = await TestSocket.take(socket.run(struck, { on: "forbidden" }), 2);
    expect(messages).toMatchObject([
      {
        data: null,
        errors: [{ message: "Not for you.", path: ["struck"], extensions: { code: "FORBIDDEN" } }],
      },
    ]);
    expect(messages[0]?.errors?.[0]?.extensions?.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it("with a bad variable, or that nobody can plan, is refused as any operation is", async () => {
    await using socket = await signedIn();
    const codes = async (query: string, variables?: Record<string, unknown>) =>
      (await TestSocket.take(socket.run(query, variables), 1))[0]?.errors?.map(
        ({ extensions }) => extensions?.code,
      );
    expect(await codes(struck, { on: 1 })).toEqual(["BAD_USER_INPUT"]);
    expect(await codes('subscription { constructor: struck(on: "x") { text } }')).toEqual([
      "SUBSCRIPTION_NOT_SUPPORTED",
    ]);
  });

  it("goes on without what another subgraph cannot tell", async () => {
    const on = bell();
    await using socket = await signedIn();
    const next = TestSocket.take(socket.run(whole, { on }), 1);
    await listening(on, 1);
    await world.subgraphs.roster.stop();
    world.broadcasts.publish(on, { text: "one" });
    const [message] = await next;
    expect(message?.data).toBeNull();
    const extensions = { code: "SUBGRAPH_UNAVAILABLE", serviceName: "roster" };
    expect(message?.errors).toMatchObject([
      { path: ["heard", "by", "maskedName"], extensions },
      { path: ["heard", "by", "school"], extensions },
    ]);
  });

  it.each([
    ["breaks", (on: string) => listening(on, 1).then(() => upstream().cut())],
    ["is not there", null],
  ])("names its subgraph when that %s, and is over", async (_, fail) => {
    const on = bell();
    if (!fail) await world.subgraphs.payments.stop();
    await using socket = await signedIn();
    const messages = TestSocket.take(socket.run(struck, { on }), 2);
    await fail?.(on);
    expect(await messages).toMatchObject([
      { data: null, errors: [{ extensions: { code: "SUBGRAPH_UNAVAILABLE", serviceName: "payments" } }] },
    ]);
  });

  it("ends for a client that does not take its events, not for the others", async () => {
    const on = bell();
    await using slow = await signedIn({ subject: "reader" });
    await using quick = await signedIn({ subject: "reader" });
    const [late, prompt] = [slow.run(struck, { on }), quick.run(struck, { on })];
    const first = [late, prompt].map((events) => TestSocket.take(events, 1));
    await listening(on, 1);
    await processed(slow, quick);
    world.broadcasts.publish(on, { text: "first" });
    await Promise.all(first);
    slow.socket!.pause();
    let received = 0;
    const text = "x".repeat(100_000);
    for (; received < 200; received += 1) {
      world.broadcasts.publish(on, { text });
      expect((await prompt.next()).value?.data).toEqual({ struck: { text, for: "reader" } });
    }
    slow.socket!.resume();
    let last: unknown;
    let taken = 0;
    for await (const message of late) {
      last = message;
      taken += 1;
    }
    expect(last).toMatchObject({ data: null, errors: [{ extensions: { code: "SUBSCRIPTION_OVERRUN" } }] });
    expect(taken).toBeLessThan(received);
    expect(world.broadcasts.count(on)).toBe(1);
  });

  it("is one of those that a socket may hold", async () => {
    const few = await world.gateway({ sockets: { subscriptionsPerSocket: 2 } });
    await using socket = await signedIn({}, few);
    const on = bell();
    const open = [1, 2].map(() => socket.run(struck, { on }).next());
    for (const each of open) each.catch(() => undefined);
    await listening(on, 1);
    await expect(TestSocket.take(socket.run(struck, { on }), 1)).rejects.toMatchObject([
      { extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } },
    ]);
  });

  it("is sent elsewhere when the supergraph changes, and left upstream", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "passthrough-"));
    const file = join(folder.path, "supergraph.graphql");
    await writeFile(file, world.compose());
    await using socket = await signedIn({}, await world.gateway({ supergraph: { file } }));
    const on = bell();
    socket
      .run(struck, { on })
      .next()
      .catch(() => undefined);
    await listening(on, 1);
    await writeFile(file, `${world.compose()}\n# changed`);
    expect(await socket.closed).toMatchObject({ code: 1001 });
    await listening(on, 0);
  });
});
