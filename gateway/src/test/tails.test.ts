import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { accessToken, applicantToken } from "./identity.js";
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

const { take } = TestSocket;
const notices = "subscription ($after: Cursor) { billNotice(after: $after) { id text } }";
const textsOf = (messages: { data?: Record<string, unknown> | null }[]) =>
  messages.map(({ data }) => (data?.billNotice as { text?: string } | undefined)?.text);

/** A subject of a test's own, with its token. */
let subjects = 0;
const someone = async () => {
  const subject = `guardian-${++subjects}`;
  return { subject, token: await accessToken({ subject, sid: `sid-${subject}` }) };
};

describe("a tail", () => {
  it("sends what came after the cursor, page by page, in order, then what comes", async () => {
    const { subject, token } = await someone();
    const texts = Array.from({ length: 8 }, (_, index) => `notice ${index + 1}`);
    world.feed.append(subject, ...texts.map((text) => ({ text })));
    await using socket = TestSocket.as(gateway, token);
    const tail = socket.run(notices, { after: `${subject}:1` });
    expect(textsOf(await take(tail, 7))).toEqual(texts.slice(1));
    world.feed.append(subject, { text: "live" });
    expect(textsOf(await take(tail, 1))).toEqual(["live"]);
  });

  it("starts where the list ends when it is given no cursor", async () => {
    const { subject, token } = await someone();
    world.feed.append(subject, { text: "old" });
    await using socket = TestSocket.as(gateway, token);
    const requestsBefore = world.subgraphs.payments.requests.length;
    const tail = socket.run(notices);
    const first = take(tail, 1);
    // The tail is under way once it has read the end of the list and the page after it.
    await expect
      .poll(() => world.subgraphs.payments.requests.length, soon)
      .toBeGreaterThanOrEqual(requestsBefore + 2);
    world.feed.append(subject, { text: "new" });
    expect(textsOf(await first)).toEqual(["new"]);
  });

  it("goes on at another copy of the gateway from the client's cursor", async () => {
    const { subject, token } = await someone();
    world.feed.append(subject, { text: "1" }, { text: "2" });
    const other = await world.gateway();
    await using here = TestSocket.as(gateway, token);
    const seen = await take(here.run(notices, { after: `${subject}:0` }), 2);
    await here[Symbol.asyncDispose]();
    world.feed.append(subject, { text: "3" }, { text: "4" });
    await using there = TestSocket.as(other, token);
    const { id } = seen[1]!.data!.billNotice as { id: string };
    expect(textsOf(await take(there.run(notices, { after: id }), 2))).toEqual(["3", "4"]);
  });

  it("carries fields of other subgraphs, under aliases, through fragments, with variables and directives", async () => {
    const { subject, token } = await someone();
    world.feed.append(subject, { text: "bill" });
    await using socket = TestSocket.as(gateway, token);
    const tail = socket.run(
      `subscription Told($after: Cursor, $with: Boolean = true, $kind: String) { ...Root }
       fragment Root on Subscription { news: billNotice(after: $after, kind: $kind) { kind ...Notice } }
       fragment Notice on BillNotice { node: bill { of: student @include(if: $with) { maskedName } edges: amount @skip(if: $with) } }`,
      { after: `${subject}:0` },
    );
    expect(await take(tail, 1)).toEqual([
      { data: { news: { kind: "ISSUED", node: { of: { maskedName: "林O1" } } } } },
    ]);
  });

  it("serves an applicant who has no account yet", async () => {
    world.feed.append("applicant-1", { text: "hello" });
    await using socket = TestSocket.as(gateway, await applicantToken({ subject: "applicant-1" }));
    expect(textsOf(await take(socket.run(notices, { after: "applicant-1:0" }), 1))).toEqual(["hello"]);
  });

  it("goes on with null and an error path when a notice needs a dead subgraph", async () => {
    const { subject, token } = await someone();
    world.feed.append(subject, { text: "1" }, { text: "2" });
    await world.subgraphs.roster.stop();
    try {
      await using socket = TestSocket.as(gateway, token);
      const tail = socket.run(
        "subscription ($after: Cursor) { told: billNotice(after: $after) { id bill { amount student { maskedName } } } }",
        { after: `${subject}:1` },
      );
      const [message] = await take(tail, 1);
      expect(message?.data).toEqual({ told: { id: `${subject}:2`, bill: null } });
      expect(message?.errors).toMatchObject([
        {
          path: ["told", "bill", "student", "maskedName"],
          extensions: { code: "SUBGRAPH_UNAVAILABLE", serviceName: "roster" },
        },
      ]);
    } finally {
      await world.subgraphs.roster.start();
    }
  });

  it("waits for its own subgraph to come back, and then misses nothing", async () => {
    const { subject, token } = await someone();
    world.feed.append(subject, { text: "1" });
    await using socket = TestSocket.as(gateway, token);
    const tail = socket.run(notices, { after: `${subject}:0` });
    expect(textsOf(await take(tail, 1))).toEqual(["1"]);
    await world.subgraphs.payments.stop();
    world.feed.append(subject, { text: "2" });
    const next = take(tail, 1);
    await world.subgraphs.payments.start();
    expect(textsOf(await next)).toEqual(["2"]);
  });

  for (const [cursor, code] of [
    ["someone-else:1", "INVALID_CURSOR"],
    ["restored:1", "RESYNC_REQUIRED"],
  ])
    it(`ends with ${code} when its cursor is refused`, async () => {
      const { token } = await someone();
      await using socket = TestSocket.as(gateway, token);
      const tail = socket.run(notices, { after: cursor });
      const { value } = await tail.next();
      expect(value?.errors).toMatchObject([{ extensions: { code } }]);
      expect((await tail.next()).done).toBe(true);
    });

  it("asks who has not signed in to do so, in the words of a query", async () => {
    await using socket = new TestSocket(gateway);
    const [message] = await take(socket.run(notices), 1);
    expect(message?.errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  });

  it("asks nothing more once its client has left", async () => {
    const { subject, token } = await someone();
    world.feed.append(subject, { text: "1" });
    await using socket = TestSocket.as(gateway, token);
    await take(socket.run(notices, { after: `${subject}:0` }), 1);
    await socket[Symbol.asyncDispose]();
    // A second tail's reads stand in for time passing.
    const other = await someone();
    await using watch = TestSocket.as(gateway, other.token);
    const watched = watch.run("subscription ($after: Cursor) { billNotice(after: $after) { text } }", {
      after: `${other.subject}:0`,
    });
    world.feed.append(other.subject, { text: "a" });
    await take(watched, 1);
    const reads = () => world.subgraphs.payments.requests.filter(({ query }) => query.includes("id")).length;
    const before = reads();
    world.feed.append(other.subject, { text: "b" });
    await take(watched, 1);
    expect(reads()).toBe(before);
  });

  it("does not read ahead of a client that does not drain", async () => {
    const { subject, token } = await someone();
    const text = "x".repeat(1_000_000);
    world.feed.append(subject, ...Array.from({ length: 40 }, () => ({ text })));
    await using socket = TestSocket.as(gateway, token);
    const tail = socket.run(notices, { after: `${subject}:0` });
    await take(tail, 1);
    socket.socket?.pause();
    const pagesOf = () =>
      world.subgraphs.payments.requests.filter(({ variables }) =>
        String(variables?.campusAfter).startsWith(`${subject}:`),
      ).length;
    const other = await someone();
    await using quick = TestSocket.as(gateway, other.token);
    world.feed.append(other.subject, ...Array.from({ length: 30 }, (_, index) => ({ text: String(index) })));
    await take(quick.run(notices, { after: `${other.subject}:0` }), 30);
    expect(pagesOf()).toBeLessThan(12);
    socket.socket?.resume();
    expect((await take(tail, 39)).length).toBe(39);
    expect(pagesOf()).toBeGreaterThan(12);
  });
});

describe("a socket", () => {
  it("answers queries and mutations as HTTP does", async () => {
    await using socket = TestSocket.as(gateway, await accessToken());
    expect(await take(socket.run("mutation { pay(amount: 7) }"), 1)).toEqual([{ data: { pay: 7 } }]);
    const [refused] = await take(socket.run("{ refusing }"), 1);
    expect(refused?.errors).toMatchObject([{ path: ["refusing"], extensions: { code: "ALREADY_PAID" } }]);
  });

  it("closes with 4401 when its token is bad", async () => {
    await using socket = new TestSocket(gateway, { authorization: "Bearer nonsense" });
    await expect(take(socket.run("{ hello }"), 1)).rejects.toBeDefined();
    expect(await socket.closed).toMatchObject({ code: 4401 });
  });

  it("closes when its token expires", async () => {
    await using socket = TestSocket.as(gateway, await accessToken({ subject: "brief", lifeSeconds: 5 }));
    const tail = take(socket.run(notices, { after: "brief:0" }), 1);
    await expect(tail).rejects.toBeDefined();
    expect(await socket.closed).toMatchObject({ code: 4403, reason: "TOKEN_EXPIRED" });
  });

  it("is refused beyond as many as a viewer may hold", async () => {
    const strict = await world.gateway({ sockets: { perViewer: 1 } });
    const { subject, token } = await someone();
    world.feed.append(subject, { text: "held" });
    await using held = TestSocket.as(strict, token);
    const tail = held.run(notices, { after: `${subject}:0` });
    await take(tail, 1);
    await using second = TestSocket.as(strict, token);
    await expect(take(second.run("{ hello }"), 1)).rejects.toBeDefined();
    expect(await second.closed).toMatchObject({ code: 4403, reason: "TOO_MANY_SOCKETS" });
  });

  it("is not opened for a page of another site", async () => {
    await using socket = new TestSocket(gateway, {}, { origin: "http://elsewhere.test" });
    await expect(take(socket.run("{ hello }"), 1)).rejects.toBeDefined();
  });

  it("closes resumably when its gateway is stopped", async () => {
    const leaving = await world.gateway();
    const { token } = await someone();
    await using socket = TestSocket.as(leaving, token);
    const tail = take(socket.run(notices), 1);
    tail.catch(() => undefined);
    await expect.poll(() => socket.socket?.readyState, soon).toBe(1);
    await leaving.stop();
    expect(await socket.closed).toMatchObject({ code: 1001 });
  });
});
