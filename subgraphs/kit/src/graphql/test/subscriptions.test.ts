import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { createDatabase } from "../../../../../test/harness/postgres.js";
import {
  anonymous,
  type SignedParts,
  signRequest,
  subscribeBody,
  subscribeMethod,
  type Viewer,
  viewerHeader,
} from "../../auth/viewer.js";
import { grantVisibility } from "../../auth/visibility.js";
import { createExampleSubgraph, keys, returns } from "../../test/example-subgraph/example-subgraph.js";

const reader: Viewer = { ...anonymous, subject: "reader", assurance: "signed-in", language: "en" };
const neighbour: Viewer = { ...reader, subject: "neighbour" };
const returned = "subscription ($shelf: String!) { bookReturned(shelf: $shelf) { title } }";
const soon = { timeout: 20_000, interval: 10 };

interface SocketMessage {
  type: string;
  id?: string;
  payload?: unknown;
}

type Headers = Record<string, string>;

describe("ordinary subscriptions of a subgraph", () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let example: Awaited<ReturnType<typeof createExampleSubgraph>>;

  beforeAll(async () => {
    database = await createDatabase();
    example = await createExampleSubgraph(database.urls);
    const em = example.database.em.fork();
    for (const id of ["a", "b"])
      await em.execute("insert into book values (?, ?, 'worn')", [id, `Book ${id}`]);
    await grantVisibility(em, { viewer: "reader", object: "book:a", reason: "lent" });
    await grantVisibility(em, { viewer: "neighbour", object: "book:b", reason: "lent" });
  });
  afterAll(async () => {
    await example.stop();
    await database[Symbol.asyncDispose]();
  });

  const sign = (parts: Partial<SignedParts>, now?: number): Headers =>
    signRequest(
      keys.ring("viewer"),
      {
        audience: "binding",
        method: "GET",
        path: "/graphql",
        body: "",
        viewer: anonymous,
        traceId: "trace",
        ...parts,
      },
      now,
    );

  /** Resolves to the open socket, or to the status that refused it. */
  const knock = (headers: Headers, path = "/graphql") =>
    new Promise<WebSocket | number | undefined>((resolve, reject) => {
      const address = `${example.url.replace("http", "ws")}${path}`;
      const socket = new WebSocket(address, "graphql-transport-ws", { headers });
      socket.once("unexpected-response", (_, response) => resolve(response.resume().statusCode));
      socket.once("open", () => resolve(socket));
      socket.once("error", reject);
    });

  /** A gateway's socket, greeted. */
  async function opened() {
    const socket = (await knock(sign({}))) as WebSocket;
    const received: SocketMessage[] = [];
    const closed = new Promise<number>((resolve) => socket.once("close", resolve));
    socket.on("message", (data) => received.push(JSON.parse(String(data)) as SocketMessage));
    const sendMessage = (message: object) => socket.send(JSON.stringify(message));
    const messages = async (id: string | undefined, count: number): Promise<SocketMessage[]> => {
      const messagesOf = () => received.filter((each) => each.id === id);
      await expect.poll(() => messagesOf().length, soon).toBeGreaterThanOrEqual(count);
      return messagesOf();
    };
    sendMessage({ type: "connection_init" });
    await messages(undefined, 1);
    return {
      closed,
      receive: messages,
      send: sendMessage,
      end: () => socket.close(),
      subscribe(signed: Headers | undefined, example: string, query = returned, id: string = randomUUID()) {
        const payload = { query, variables: { shelf: example }, ...(signed && { extensions: { signed } }) };
        sendMessage({ id, type: "subscribe", payload });
        return id;
      },
      [Symbol.dispose]: () => socket.terminate(),
    };
  }

  const signedFor = (viewer: Viewer, example: string, query = returned): Headers =>
    sign({ method: subscribeMethod, body: subscribeBody({ query, variables: { shelf: example } }), viewer });
  const listening = (example: string, count: number) =>
    expect.poll(() => returns.listenerCount(example), soon).toBe(count);

  it("open one socket for many viewers, and tell each what they may see", async () => {
    using socket = await opened();
    const ids = [reader, neighbour].map((viewer) => socket.subscribe(signedFor(viewer, "one"), "one"));
    await listening("one", 2);
    returns.emit("one", "a");
    const message = await Promise.all(ids.map((id) => socket.receive(id, 1)));
    expect(message.map(([next]) => next?.payload)).toEqual([
      { data: { bookReturned: { title: "Book a" } } },
      { data: { bookReturned: null } },
    ]);
  });

  it("look anew at each event", async () => {
    using socket = await opened();
    const id = socket.subscribe(signedFor(reader, "two"), "two");
    await listening("two", 1);
    returns.emit("two", "b");
    await socket.receive(id, 1);
    await grantVisibility(example.database.em.fork(), { viewer: "reader", object: "book:b", reason: "lent" });
    returns.emit("two", "b");
    expect((await socket.receive(id, 2)).map(({ payload }) => payload)).toEqual([
      { data: { bookReturned: null } },
      { data: { bookReturned: { title: "Book b" } } },
    ]);
  });

  it("tell an event's errors as any answer's", async () => {
    using socket = await opened();
    const query = returned.replace("title", "title note");
    const id = socket.subscribe(signedFor(reader, "three", query), "three", query);
    await listening("three", 1);
    returns.emit("three", "a");
    returns.emit("three", "unreadable");
    const [refused, masked] = await socket.receive(id, 2);
    expect(refused?.payload).toMatchObject({
      data: { bookReturned: { title: "Book a", note: null } },
      errors: [{ path: ["bookReturned", "note"], extensions: { code: "FORBIDDEN", traceId: "trace" } }],
    });
    expect(masked?.payload).toMatchObject({ errors: [{ extensions: { code: "INTERNAL" } }] });
    expect(JSON.stringify(masked)).not.toContain("secret");
  });

  it("are over for whoever completes them, and for all when the socket closes", async () => {
    using socket = await opened();
    const first = socket.subscribe(signedFor(reader, "four"), "four");
    socket.subscribe(signedFor(neighbour, "four"), "four");
    await listening("four", 2);
    socket.send({ id: first, type: "complete" });
    await listening("four", 1);
    socket.end();
    await listening("four", 0);
  });

  it("are opened for nobody who may not have the events", async () => {
    using socket = await opened();
    const id = socket.subscribe(signedFor(anonymous, "five"), "five");
    const [next, complete] = await socket.receive(id, 2);
    expect(next?.payload).toMatchObject({
      errors: [{ path: ["bookReturned"], extensions: { code: "UNAUTHENTICATED" } }],
    });
    expect(complete?.type).toBe("complete");
    expect(returns.listenerCount("five")).toBe(0);
  });

  it("that break, at their opening or in mid-stream, tell so and end, and their socket goes on", async () => {
    using socket = await opened();
    const other = socket.subscribe(signedFor(neighbour, "eight"), "eight");
    const burnt = socket.subscribe(signedFor(reader, "burnt"), "burnt");
    const closing = socket.subscribe(signedFor(reader, "closing"), "closing");
    await listening("eight", 1);
    await listening("closing", 1);
    returns.emit("error", new Error("the secret of A123456789"));
    for (const id of [burnt, closing, other]) {
      const [message, complete] = await socket.receive(id, 2);
      expect(message?.payload).toMatchObject({ errors: [{ extensions: { code: "INTERNAL" } }] });
      expect(complete?.type).toBe("complete");
      expect(JSON.stringify(message)).not.toContain("secret");
    }
    await listening("closing", 0);
    socket.subscribe(signedFor(reader, "eight"), "eight");
    await listening("eight", 1);
  });

  it("wait until what was taken from the viewer is gone here, and for nothing else", async () => {
    using socket = await opened();
    const taken = (type: string): Viewer => ({ ...reader, withdrawals: [{ eventId: randomUUID(), type }] });
    const behind = taken("binding.BindingRevoked");
    const [message] = await socket.receive(socket.subscribe(signedFor(behind, "six"), "six"), 1);
    expect(message).toMatchObject({ type: "error", payload: [{ extensions: { code: "BEHIND" } }] });
    socket.subscribe(signedFor(taken("identity.AccountDisabled"), "six"), "six");
    await listening("six", 1);
  });

  it.each([
    ["a query", "{ books { edges { cursor } } }", "BAD_REQUEST"],
    ["an act", 'mutation { addBook(id: "x", key: "x") }', "BAD_REQUEST"],
    ["nothing that it knows", "subscription { nothing }", "BAD_USER_INPUT"],
  ])("are all that the socket is for: it refuses %s", async (_, query, code) => {
    using socket = await opened();
    const [message] = await socket.receive(socket.subscribe(signedFor(reader, "x", query), "x", query), 1);
    expect(message).toMatchObject({ type: "error", payload: [{ extensions: { code } }] });
  });

  const forgedUpgrades: [string, () => Headers][] = [
    ["without a signature", () => ({})],
    ["signed for another subgraph", () => sign({ audience: "payments" })],
    ["signed for another method", () => sign({ method: "POST" })],
    ["signed for a message", () => signedFor(reader, "x")],
    ["signed 31 seconds ago", () => sign({}, Date.now() - 31_000)],
  ];
  it.each(forgedUpgrades)("answer 401 to an upgrade %s", async (_, headers) => {
    expect(await knock(headers())).toBe(401);
  });

  it("answer 401 to an upgrade that came before", async () => {
    const headers = sign({});
    const first = (await knock(headers)) as WebSocket;
    first.terminate();
    expect(await knock(headers)).toBe(401);
  });

  it("have no socket at any other path", async () => {
    expect(await knock(sign({ path: "/internal/feed-news" }), "/internal/feed-news")).toBe(404);
    expect(await knock({}, "/internal/feed-news")).toBe(401);
  });

  const forged: [string, () => Headers | undefined][] = [
    ["without a signature", () => undefined],
    ["signed with nothing", () => ({})],
    ["signed for another subgraph", () => ({ ...signedFor(reader, "x"), ...sign({ audience: "payments" }) })],
    ["signed for another shelf", () => signedFor(reader, "another")],
    ["signed for another operation", () => signedFor(reader, "x", "{ guess }")],
    [
      "with another viewer",
      () => ({ ...signedFor(reader, "x"), [viewerHeader]: signedFor(neighbour, "x")[viewerHeader]! }),
    ],
    [
      "signed as a request",
      () => sign({ method: "POST", body: subscribeBody({ query: returned, variables: { example: "x" } }) }),
    ],
    [
      "signed 31 seconds ago",
      () =>
        sign(
          {
            method: subscribeMethod,
            body: subscribeBody({ query: returned, variables: { example: "x" } }),
            viewer: reader,
          },
          Date.now() - 31_000,
        ),
    ],
  ];
  it.each(forged)("close the socket with 4401 at a message %s, and open nothing", async (_, signed) => {
    using socket = await opened();
    socket.subscribe(signed(), "x");
    expect(await socket.closed).toBe(4401);
    expect(returns.listenerCount("x")).toBe(0);
  });

  it("close the socket with 4401 at a message that came before, on whichever socket", async () => {
    const signed = signedFor(reader, "seven");
    using first = await opened();
    first.subscribe(signed, "seven");
    await listening("seven", 1);
    using second = await opened();
    second.subscribe(signed, "seven");
    expect(await second.closed).toBe(4401);
    await listening("seven", 1);
  });
});
