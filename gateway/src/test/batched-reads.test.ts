import { randomBytes } from "node:crypto";
import { parseKeys } from "@campus-graph/kit/auth/keys";
import { anonymous } from "@campus-graph/kit/auth/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBatchedReads } from "../subgraphs/batched-reads.js";
import { createSubgraphClient, type SubgraphClient } from "../subgraphs/client.js";
import type { SendFetch } from "../subgraphs/fetch-body.js";
import { createSigner } from "../subgraphs/sign.js";
import { accessToken } from "./identity.js";
import { TestSocket } from "./socket.js";
import { type Seen, TestSubgraph } from "./subgraph.js";
import { TestWorld } from "./world.js";

describe("fetches that leave for many viewers", () => {
  const key = { current: "k1", keys: { k1: randomBytes(32).toString("base64") } };
  const keys = parseKeys({ "viewer:echo": key });
  let echo: TestSubgraph;
  let client: SubgraphClient;
  let send: SendFetch;

  beforeAll(async () => {
    echo = await new TestSubgraph({
      name: "echo",
      ring: keys.ring("viewer:echo"),
      typeDefs: "type Query { me: String echo(text: String): String }",
      resolvers: {
        Query: {
          me: (_: unknown, __: unknown, { viewer }: Seen) => viewer.subject,
          echo: (_: unknown, { text }: { text: string }) => text.slice(0, 10),
        },
      },
    }).start();
    client = createSubgraphClient({
      maxAnswerBytes: 1_000_000,
      subgraphs: () => new Map([["echo", echo.url]]),
      sign: createSigner(keys),
      timeoutMs: 5_000,
    });
    send = createBatchedReads(client);
  });
  beforeEach(() => {
    echo.joint.length = 0;
    echo.requests.length = 0;
  });
  afterAll(async () => {
    await client.close();
    await echo.stop();
  });

  const queryPrefix = (query: string) => `{"query":${JSON.stringify(query)}`;
  const me = { queryPrefix: queryPrefix("{ me }"), variables: "{}" };
  const callerOf = (subject: string, signal = new AbortController().signal) => {
    return { viewer: { ...anonymous, subject }, traceId: subject, signal };
  };
  const meFor = async (subject: string, signal?: AbortSignal) =>
    JSON.parse(await send("echo", me, callerOf(subject, signal))).data.me;
  const subjects = (count: number) => Array.from({ length: count }, (_, index) => `reader-${index}`);

  it("go in one request when they begin in one moment, and bring each viewer their own answer", async () => {
    const subjectsRead = subjects(150);
    expect(await Promise.all(subjectsRead.map((subject) => meFor(subject)))).toEqual(subjectsRead);
    expect(echo.joint).toEqual([150]);
  });

  it("are no more than 200 to a request", async () => {
    const subjectsRead = subjects(450);
    expect(await Promise.all(subjectsRead.map((subject) => meFor(subject)))).toEqual(subjectsRead);
    expect(echo.joint.toSorted((a, b) => b - a)).toEqual([200, 200, 50]);
  });

  it("stay together below what a subgraph's door lets in", async () => {
    const query = queryPrefix("query ($text: String) { echo(text: $text) }");
    const read = (text: string) =>
      send("echo", { queryPrefix: query, variables: JSON.stringify({ text }) }, callerOf("a"));
    // Three bytes to each character.
    const answers = await Promise.all(subjects(9).map((_, index) => read(`${index} ${"字".repeat(50_000)}`)));
    expect(answers.map((text) => JSON.parse(text).data.echo[0])).toEqual([..."012345678"]);
    expect(echo.joint).toEqual([3, 3, 3]);
  });

  it("go alone, in the viewer's own name, when there is nobody else", async () => {
    expect(await meFor("only")).toBe("only");
    expect(echo.joint).toEqual([]);
    expect(echo.requests).toHaveLength(1);
  });

  it("go by their text: what asks something else goes by itself", async () => {
    const other = { queryPrefix: queryPrefix("{ mine: me }"), variables: "{}" };
    const [, , mine] = await Promise.all([meFor("a"), meFor("b"), send("echo", other, callerOf("c"))]);
    expect(mine).toBe('{"data":{"mine":"c"}}');
    expect(echo.joint).toEqual([2]);
  });

  it("leave those behind whose client has left", async () => {
    const leaving = new AbortController();
    const [gone, ...stay] = [meFor("gone", leaving.signal), meFor("a"), meFor("b")];
    leaving.abort();
    await expect(gone).rejects.toMatchObject({ extensions: { code: "SUBGRAPH_UNAVAILABLE" } });
    expect(await Promise.all(stay)).toEqual(["a", "b"]);
    expect(echo.joint).toEqual([2]);
  });
});

describe("tails whose feeds move together", () => {
  const { take } = TestSocket;
  const subscription = `subscription ($after: Cursor) {
    billNotice(after: $after) { id text bill { amount student { maskedName } } } }`;
  const subjects = Array.from({ length: 40 }, (_, index) => `together-${index}`);
  let world: TestWorld;
  let sockets: TestSocket[];
  let tails: ReturnType<TestSocket["run"]>[];
  let deliveries = 0;

  beforeAll(async () => {
    world = await TestWorld.start();
    const gateway = await world.gateway();
    sockets = await Promise.all(
      subjects.map(async (subject) => TestSocket.as(gateway, await accessToken({ subject, sid: subject }))),
    );
    tails = sockets.map((socket, index) => socket.run(subscription, { after: `${subjects[index]}:0` }));
    await publishToAll();
  });
  afterAll(async () => {
    for (const socket of sockets) await socket[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
  });

  /** Moves every feed at once, and gives what every tail is sent. */
  async function publishToAll() {
    deliveries += 1;
    for (const subject of subjects) world.feed.append(subject, { text: `${deliveries} for ${subject}` });
    const messages = await Promise.all(tails.map((tail) => take(tail, 1)));
    return messages.map(([message]) => message?.data?.billNotice);
  }
  const expected = () =>
    subjects.map((subject) => ({
      id: `${subject}:${deliveries}`,
      text: `${deliveries} for ${subject}`,
      bill: { amount: 100, student: { maskedName: "林O1" } },
    }));

  it("are read together at every subgraph that they need, and each is sent its own", async () => {
    const { payments, roster } = world.subgraphs;
    payments.joint.length = 0;
    roster.joint.length = 0;
    expect(await publishToAll()).toEqual(expected());
    expect(Math.max(...payments.joint)).toBeGreaterThan(20);
    expect(Math.max(...roster.joint)).toBeGreaterThan(20);
  });

  it("are read one by one, and miss nothing, when they could not be read together", async () => {
    const { payments } = world.subgraphs;
    payments.failsBatchedReads = true;
    payments.joint.length = 0;
    expect(await publishToAll()).toEqual(expected());
    expect(payments.joint.length).toBeGreaterThan(0);
    payments.failsBatchedReads = false;
    expect(await publishToAll()).toEqual(expected());
  });
});
