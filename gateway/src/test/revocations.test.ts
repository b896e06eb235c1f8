import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import {
  type ClientRequest,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import type { ApolloServerPlugin } from "@apollo/server";
import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import type { ExecutionResult } from "graphql";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "../../../test/harness/postgres.js";
import type { Gateway } from "../gateway.js";
import { followList } from "../subscriptions/tails/tail.js";
import { abortOnRevocation } from "../viewer/abort-on-revocation.js";
import { createRevocationList, type RevocationList } from "../viewer/revocation-list.js";
import { codesOf, execute } from "./execute.js";
import { accessToken } from "./identity.js";
import { TestSocket } from "./socket.js";
import { soon } from "./soon.js";
import { TestWorld } from "./world.js";

const type = "binding.BindingRevoked";

describe("what is taken from a viewer", () => {
  let world: TestWorld;
  let database: TestDatabase;
  let bus: PostgresBus;
  let gateway: Gateway;
  let position = 0;

  beforeAll(async () => {
    world = await TestWorld.start();
    database = await createDatabase();
    bus = new PostgresBus(database.urls.bus);
    await bus.prepare();
    // Somebody who acts when the test says so: until then whatever was taken may not be gone everywhere.
    await bus.join("roster", [type]);
    gateway = await world.gateway({ busUrl: database.urls.bus });
  });
  afterEach(async () => {
    world.subgraphs.payments.held = null;
    world.subgraphs.payments.isBehind = false;
    await bus.acknowledge("roster", await bus.unacknowledged("roster"));
  });
  afterAll(async () => {
    await world[Symbol.asyncDispose]();
    await bus.close();
    await database[Symbol.asyncDispose]();
  });

  /** Takes something from the subject; resolves when the gateway has told that it knows. */
  async function takeFrom(subject: string): Promise<void> {
    const id = crypto.randomUUID();
    const payload = { subjectId: subject };
    const event = { source: "binding", epoch: 1, position: ++position, id, type, key: id, payload };
    await bus.publish([{ ...event, occurredAt: new Date() }]);
    await expect.poll(() => bus.missing(id), soon).toEqual(["roster"]);
  }

  /** The answers of payments wait until the returned function is called. */
  function hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    world.subgraphs.payments.held = promise;
    return () => {
      world.subgraphs.payments.held = null;
      resolve();
    };
  }

  const viewersSeen = () => world.subgraphs.payments.viewers;
  const oneMore = (before: number) => expect.poll(() => viewersSeen().length, soon).toBe(before + 1);
  const bills = "{ bills(first: 1) { id } }";

  it("is signed into every fetch until it is gone everywhere, at copies that start later too", async () => {
    const token = await accessToken({ subject: "ward-1" });
    await takeFrom("ward-1");
    const later = await world.gateway({ busUrl: database.urls.bus });
    for (const copy of [gateway, later]) {
      await execute(copy, bills, { token });
      expect(viewersSeen().at(-1)!.withdrawals).toMatchObject([{ type }]);
    }
    await execute(gateway, bills, { token: await accessToken({ subject: "another" }) });
    expect(viewersSeen().at(-1)!.withdrawals).toBeUndefined();

    await bus.acknowledge("roster", await bus.unacknowledged("roster"));
    await expect
      .poll(async () => {
        await execute(gateway, bills, { token });
        return viewersSeen().at(-1)!.withdrawals;
      }, soon)
      .toBeUndefined();
  });

  it("is in no answer that was made before: a query is made anew", async () => {
    const token = await accessToken({ subject: "ward-2" });
    const before = viewersSeen().length;
    const release = hold();
    const answer = execute(gateway, bills, { token });
    await oneMore(before);
    await takeFrom("ward-2");
    release();
    expect((await answer).data).toEqual({ bills: [{ id: "bill-0" }] });
    expect(viewersSeen().slice(before)).toMatchObject([{ subject: "ward-2" }, { withdrawals: [{ type }] }]);
  });

  it("is in no answer that was made before: an act is done once, and its answer withheld", async () => {
    const token = await accessToken({ subject: "ward-3" });
    await using socket = TestSocket.as(gateway, token);
    for (const act of [
      async () => codesOf(await execute(gateway, "mutation { pay(amount: 1) }", { token })),
      async () => {
        const [answer] = await TestSocket.take(socket.run("mutation { pay(amount: 1) }"), 1);
        return codesOf(answer as unknown as Parameters<typeof codesOf>[0]);
      },
    ]) {
      const [before, paid] = [viewersSeen().length, world.paid];
      const release = hold();
      const answer = act();
      await oneMore(before);
      await takeFrom("ward-3");
      release();
      expect(await answer).toEqual(["SUBGRAPH_UNAVAILABLE"]);
      expect(world.paid).toBe(paid + 1);
    }
  });

  it("is in no answer that an operator's plugin kept waiting", async () => {
    const [waiting, sent] = [Promise.withResolvers<void>(), { now: Promise.resolve() }];
    let held = 0;
    const slow = {
      requestDidStart: async () => ({
        async willSendResponse() {
          held += 1;
          await sent.now;
        },
      }),
    };
    const slowed = await world.gateway({ busUrl: database.urls.bus, plugins: [slow] });
    const token = await accessToken({ subject: "ward-6" });
    expect((await execute(slowed, bills, { token })).data).toEqual({ bills: [{ id: "bill-0" }] });
    await using socket = TestSocket.as(slowed, token);
    await TestSocket.take(socket.run(bills), 1);
    sent.now = waiting.promise;
    const before = held;
    const answer = execute(slowed, bills, { token });
    const onSocket = TestSocket.take(socket.run(bills), 1);
    await expect.poll(() => held, soon).toBe(before + 2);
    await takeFrom("ward-6");
    waiting.resolve();
    expect([(await answer).data, codesOf(await answer)]).toEqual([undefined, ["SUBGRAPH_UNAVAILABLE"]]);
    await expect(onSocket).rejects.toMatchObject([{ extensions: { code: "SUBGRAPH_UNAVAILABLE" } }]);
  });

  it("cannot be heard between the last look and the socket, where microtasks only lie", async () => {
    const token = await accessToken({ subject: "ward-7" });
    /** Of 200 answers, those before which the event loop turned once more after the executor had looked. */
    const late = async (further: ApolloServerPlugin[]) => {
      let [hasTurned, count] = [false, 0];
      const looks: ApolloServerPlugin = {
        requestDidStart: async () => ({
          executionDidStart: async () => ({
            async executionDidEnd() {
              hasTurned = false;
              setImmediate(() => {
                hasTurned = true;
              });
            },
          }),
        }),
      };
      const probed = await world.gateway({ busUrl: database.urls.bus, plugins: [looks, ...further] });
      const { host } = new URL(probed.url);
      const watch = (message: unknown) => {
        const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
        if (request.headers.host !== host) return;
        const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
        response.end = (...args: unknown[]) => {
          if (hasTurned) count += 1;
          return end(...args);
        };
      };
      subscribe("http.server.request.start", watch);
      for (let nth = 0; nth < 200; nth++) await execute(probed, bills, { token });
      unsubscribe("http.server.request.start", watch);
      return count;
    };
    expect(await late([])).toBe(0);
    const waits = { requestDidStart: async () => ({ willSendResponse: () => turn() }) };
    expect(await late([waits])).toBe(200);
  });

  it("closes the way to a subgraph that is behind, and a tail goes on when it has caught up", async () => {
    const token = await accessToken({ subject: "ward-4" });
    await using socket = TestSocket.as(gateway, token);
    const tail = socket.run('subscription { billNotice(after: "ward-4:0") { text } }');
    world.feed.append("ward-4", { text: "first" });
    expect(await TestSocket.take(tail, 1)).toEqual([{ data: { billNotice: { text: "first" } } }]);

    world.subgraphs.payments.isBehind = true;
    await takeFrom("ward-4");
    const { data, errors } = await execute(gateway, "{ me { id } refusing }", { token });
    expect(data).toEqual({ me: { id: "ward-4" }, refusing: null });
    expect(errors.map(({ path, extensions }) => [path, extensions.code, extensions.serviceName])).toEqual([
      [["refusing"], "SUBGRAPH_UNAVAILABLE", "payments"],
    ]);
    world.feed.append("ward-4", { text: "second" });
    const next = TestSocket.take(tail, 1);
    const waited = await execute(gateway, bills, { token });
    expect(codesOf(waited)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
    world.subgraphs.payments.isBehind = false;
    expect(await next).toEqual([{ data: { billNotice: { text: "second" } } }]);
  });

  it("drops what an ordinary subscription had on its way, and opens it anew when its subgraph has caught up", async () => {
    const token = await accessToken({ subject: "ward-6" });
    const { payments, roster } = world.subgraphs;
    const { viewers } = payments.subscriptions;
    await using socket = TestSocket.as(gateway, token);
    const next = TestSocket.take(
      socket.run('subscription { struck(on: "ward-6") { text student { maskedName } } }'),
      1,
    );
    const listening = (count: number) =>
      expect.poll(() => world.broadcasts.count("ward-6"), soon).toBe(count);
    await listening(1);
    const [before, requestedBefore] = [viewers.length, roster.viewers.length];
    const held = Promise.withResolvers<void>();
    roster.held = held.promise;
    world.broadcasts.publish("ward-6", { text: "on its way" }, { text: "behind it" });
    await expect.poll(() => roster.viewers.length, soon).toBe(requestedBefore + 1);
    payments.isBehind = true;
    await takeFrom("ward-6");
    roster.held = null;
    held.resolve();
    await expect.poll(() => viewers.length, soon).toBeGreaterThan(before + 1);
    expect(world.broadcasts.count("ward-6")).toBe(0);
    payments.isBehind = false;
    await listening(1);
    for (const viewer of viewers.slice(before))
      expect(viewer).toMatchObject({ subject: "ward-6", withdrawals: [{ type }] });
    world.broadcasts.publish("ward-6", { text: "after" });
    expect(await next).toEqual([{ data: { struck: { text: "after", student: { maskedName: "林O1" } } } }]);
    expect(roster.viewers.at(-1)).toMatchObject({ withdrawals: [{ type }] });
  });

  it("cuts a document in mid-stream, and what a slow client has not taken", async () => {
    const token = await accessToken({ subject: "ward-5" });
    const headers = { authorization: `Bearer ${token}` };
    let release = () => {};
    world.subgraphs.binding.held = new Promise((resolve) => {
      release = resolve;
    });
    const document = fetch(`${gateway.url}/documents/1`, { headers }).then(
      () => "came",
      () => "cut",
    );
    await expect.poll(() => world.forwarded.some(({ url }) => url === "/documents/1"), soon).toBe(true);
    world.feed.append("ward-5", ...Array.from({ length: 300 }, () => ({ text: "x".repeat(200_000) })));
    const slow = await unread(gateway, token, 'subscription { billNotice(after: "ward-5:0") { text } }');
    // Once no further page is read, there is one that waits to be sent.
    let pages = -1;
    const hasCome = () => {
      const before = pages;
      pages = viewersSeen().length;
      return pages === before;
    };
    await expect.poll(hasCome, { ...soon, interval: 300 }).toBe(true);
    await takeFrom("ward-5");
    expect(await document).toBe("cut");
    expect(await slow.rest()).toBe("cut");
    release();
    world.subgraphs.binding.held = null;
  });
});

describe("a page of a tail", () => {
  it("is sent no further once something was taken: what is left is read anew, from the last cursor sent", async () => {
    const known = { now: [] as object[] };
    const readAfter: unknown[] = [];
    const page = (...texts: string[]): ExecutionResult => ({
      data: {
        notices: {
          edges: texts.map((text) => ({ cursor: text, node: { text } })),
          pageInfo: { hasNextPage: false, endCursor: null },
        },
      },
    });
    const leaving = new AbortController();
    const tail = followList({
      list: "notices",
      reads: { responseKey: "notice" } as Parameters<typeof followList>[0]["reads"],
      after: "start",
      known: () => known.now,
      read: async (_, variables) => {
        readAfter.push(Object.values(variables)[0]);
        return readAfter.length === 1 ? page("a", "b", "c") : page("b without", "c without");
      },
      newsSignal: { wait: async () => leaving.abort(), drop: () => undefined },
      timing: { pageSize: 3, retryMs: 1, slowIntervalMs: 1, concurrentReads: 1 },
      signal: leaving.signal,
    });
    const texts: unknown[] = [];
    for await (const { data } of tail) {
      texts.push((data as { notice: { text: string } }).notice.text);
      if (texts.length === 1) known.now = [{}];
    }
    expect(texts).toEqual(["a", "b without", "c without"]);
    expect(readAfter).toEqual(["start", "a"]);
  });
});

describe("what a gateway knows of it", () => {
  const event = (eventId: string, subject: string) => ({ eventId, type, subject });

  it("holds while its lease does, and everything read before a gap is out of date", () => {
    let now = 0;
    const revocations = createRevocationList({ leaseMs: 100, now: () => now });
    expect(revocations.of("ward")).toBeNull();
    expect(revocations.generation()).toBeNull();
    revocations.update([], 0);
    const generation = revocations.generation();
    const nothing = revocations.of("ward");
    expect(nothing).toEqual([]);
    now = 50;
    revocations.update([], 40);
    expect(revocations.of("ward")).toBe(nothing);
    expect(revocations.generation()).toBe(generation);
    now = 140;
    expect(revocations.isCurrent()).toBe(false);
    expect(revocations.of("ward")).toBeNull();
    revocations.update([], 135);
    expect(revocations.of("ward")).toEqual([]);
    expect(revocations.of("ward")).not.toBe(nothing);
    expect(revocations.generation()).toBeGreaterThan(generation!);
  });

  it("stays the same until something else is taken, and tells of that once", () => {
    const revocations = createRevocationList({ leaseMs: 100, now: () => 0 });
    const received: string[] = [];
    const stop = revocations.onRevocation((subject) => received.push(subject));
    revocations.update([event("1", "ward")], 0);
    const first = revocations.of("ward");
    revocations.update([event("1", "ward"), event("2", "other")], 0);
    expect(revocations.of("ward")).toBe(first);
    revocations.update([event("1", "ward"), event("3", "ward")], 0);
    expect(revocations.of("ward")).toEqual([
      { eventId: "1", type },
      { eventId: "3", type },
    ]);
    revocations.update([event("3", "ward")], 0);
    expect(revocations.of("ward")).toEqual([{ eventId: "3", type }]);
    expect(received).toEqual(["ward", "other", "ward"]);
    stop();
    revocations.update([event("4", "ward")], 0);
    expect(received).toHaveLength(3);
  });
});

describe("an answer on its way", () => {
  /** An answer that a client waits for, once it has come to the given end. */
  async function answerThat(ends: (response: ServerResponse, client: ClientRequest) => void) {
    const { promise, resolve } = Promise.withResolvers<ServerResponse>();
    const server = createServer((_, response) => resolve(response));
    await once(server.listen(0, "127.0.0.1"), "listening");
    const client = httpRequest({ port: (server.address() as AddressInfo).port });
    client.on("error", () => undefined).on("response", (answer) => answer.resume());
    client.end();
    const response = await promise;
    const closed = once(response, "close");
    const close = () => {
      ends(response, client);
      return closed;
    };
    return { response, close, [Symbol.dispose]: () => void server.close().closeAllConnections() };
  }

  /** What is taken from whom, and how many listen to it. */
  function listened() {
    const revocations = createRevocationList({ leaseMs: null });
    const count = { now: 0 };
    const onRevocation: RevocationList["onRevocation"] = (listener) => {
      const stop = revocations.onRevocation(listener);
      count.now += 1;
      return () => {
        count.now -= 1;
        stop();
      };
    };
    return { revocations: { ...revocations, onRevocation }, count };
  }

  const take = (revocations: RevocationList, subject: string) =>
    revocations.update([{ eventId: "1", type, subject }], 0);

  it("is cut when something is taken from who gets it, and from nobody else", async () => {
    const { revocations, count } = listened();
    using answer = await answerThat(() => take(revocations, "ward"));
    abortOnRevocation("ward", answer.response, revocations);
    take(revocations, "other");
    expect(answer.response.destroyed).toBe(false);
    await answer.close();
    expect(count.now).toBe(0);
  });

  const ends: Record<string, Parameters<typeof answerThat>[0]> = {
    "once it was got": (response) => response.end("all"),
    "once its client has left": (_, client) => client.destroy(),
  };
  for (const [when, end] of Object.entries(ends))
    it(`keeps nobody listening ${when}`, async () => {
      const { revocations, count } = listened();
      using answer = await answerThat(end);
      abortOnRevocation("ward", answer.response, revocations);
      expect(count.now).toBe(1);
      await answer.close();
      expect(count.now).toBe(0);
      // Who asks may become known only then.
      abortOnRevocation("ward", answer.response, revocations);
      expect(count.now).toBe(0);
    });
});

/** A client that opens a stream and takes nothing of it until it asks for the rest; tells how that ended. */
function unread({ url }: Gateway, token: string, query: string): Promise<{ rest(): Promise<string> }> {
  const headers = {
    "content-type": "application/json",
    accept: "text/event-stream",
    authorization: `Bearer ${token}`,
  };
  return new Promise((resolve, reject) => {
    httpRequest(`${url}/graphql`, { method: "POST", headers }, (answer) => {
      const ended = new Promise<string>((done) => {
        answer.once("error", () => done("cut")).once("end", () => done("whole"));
      });
      answer.pause();
      resolve({
        rest() {
          answer.resume();
          return ended;
        },
      });
    })
      .on("error", reject)
      .end(JSON.stringify({ query }));
  });
}
