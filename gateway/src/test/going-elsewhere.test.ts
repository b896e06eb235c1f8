import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { accessToken } from "./identity.js";
import { greeted } from "./raw-socket.js";
import { TestSocket } from "./socket.js";
import { soon } from "./soon.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let folder: string;
beforeAll(async () => {
  world = await TestWorld.start();
  folder = await mkdtemp(join(tmpdir(), "campus-elsewhere-"));
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const { take } = TestSocket;
const pay = "mutation { pay(amount: 7) }";
const tailOf = (subject: string, position: number) =>
  `subscription { billNotice(after: "${subject}:${position}") { cursor } }`;
const bearer = async (subject: string) => ({ authorization: `Bearer ${await accessToken({ subject })}` });

/** An event stream's whole text, once it has ended. */
async function streamed({ url }: Gateway, query: string, headers: object = {}) {
  const requestHeaders = { "content-type": "application/json", accept: "text/event-stream", ...headers };
  const body = JSON.stringify({ query });
  const answer = await fetch(`${url}/graphql`, { method: "POST", headers: requestHeaders, body });
  return { text: answer.text() };
}

const byPost = async ({ url }: Gateway, query: string) => {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ query });
  return (await fetch(`${url}/graphql`, { method: "POST", headers, body })).json();
};

/** Each way in which a gateway sends its clients elsewhere, or back to itself. */
const ways: Record<string, () => Promise<{ gateway: Gateway; leave(): Promise<void> }>> = {
  "when its gateway stops": async () => {
    const gateway = await world.gateway();
    return { gateway, leave: () => gateway.stop() };
  },
  "when the supergraph changes": async () => {
    const file = join(folder, `${crypto.randomUUID()}.graphql`);
    await writeFile(file, world.compose());
    const gateway = await world.gateway({ supergraph: { file } });
    const leave = async () => {
      await writeFile(
        `${file}.new`,
        world.compose().replace("hello: String!", '"""A greeting."""\n  hello: String!'),
      );
      await rename(`${file}.new`, file);
    };
    return { gateway, leave };
  },
};

for (const [when, prepare] of Object.entries(ways))
  describe(when, () => {
    it("a tail ends so that its client comes back, on a socket and on a stream", async () => {
      const { gateway, leave } = await prepare();
      const subject = `tail ${when}`.replaceAll(" ", "-");
      world.feed.append(subject, {});
      await using socket = new TestSocket(gateway, await bearer(subject));
      await take(socket.run(tailOf(subject, 0)), 1);
      const stream = await streamed(gateway, tailOf(subject, 0), await bearer(subject));
      await leave();
      expect(await socket.closed).toMatchObject({ code: 1001, reason: "Going away" });
      const text = await stream.text;
      expect(text).toMatch(/: Going away\n\n$/);
      expect(text).not.toContain("event: complete");
    });

    it("what is under way is answered first, whichever way it came", async () => {
      const { gateway, leave } = await prepare();
      const goOn = world.hold();
      const paid = world.paid;
      const socket = await greeted(gateway, await bearer("payer"));
      socket.send({ id: "0", type: "subscribe", payload: { query: tailOf("payer", 0) } });
      socket.send({ id: "1", type: "subscribe", payload: { query: pay } });
      const stream = await streamed(gateway, pay);
      const posted = byPost(gateway, pay);
      await expect.poll(() => world.paid, soon).toBe(paid + 3);
      // The tail beside them says when it has heard that it must leave.
      const tail = await streamed(gateway, tailOf("payer", 0), await bearer("payer"));
      const left = leave();
      expect(await tail.text).toMatch(/: Going away\n\n$/);
      expect(socket.socket.readyState).toBe(socket.socket.OPEN);
      goOn();
      expect(await socket.closed).toBe(1001);
      const answers = socket.messages.filter(({ id }) => id === "1");
      expect(answers).toEqual([
        { id: "1", type: "next", payload: { data: { pay: 7 } } },
        { id: "1", type: "complete" },
      ]);
      expect(await stream.text).toMatch(/data: \{"data":\{"pay":7\}\}\n\nevent: complete/);
      expect(await posted).toEqual({ data: { pay: 7 } });
      await left;
    });
  });

it("a stream of which nothing is taken may be sent elsewhere twice", async () => {
  const { gateway, leave } = await ways["when the supergraph changes"]!();
  const fatal: unknown[] = [];
  const note = (error: unknown) => void fatal.push(error);
  process.on("uncaughtExceptionMonitor", note);
  world.feed.append("unread", ...Array.from({ length: 100 }, () => ({ text: "x".repeat(300_000) })));
  const requestHeaders = { "content-type": "application/json", accept: "text/event-stream" };
  const headers = { ...requestHeaders, ...(await bearer("unread")) };
  const unread = request(`${gateway.url}/graphql`, { method: "POST", headers }, (answer) => answer.pause());
  unread.on("error", () => undefined);
  unread.end(JSON.stringify({ query: 'subscription { billNotice(after: "unread:0") { text } }' }));
  const { requests } = world.subgraphs.payments;
  await expect.poll(() => requests.some(({ query }) => query.includes("text")), soon).toBe(true);
  // Another says when both have been told.
  const other = await streamed(gateway, tailOf("other", 0), await bearer("other"));
  await leave();
  expect(await other.text).toMatch(/: Going away\n\n$/);
  const stopped = gateway.stop();
  const isShut = () =>
    fetch(`${gateway.url}/healthz`).then(
      () => false,
      () => true,
    );
  await expect.poll(isShut, soon).toBe(true);
  unread.destroy();
  await stopped;
  process.off("uncaughtExceptionMonitor", note);
  expect(fatal).toEqual([]);
});

describe("a client that leaves", () => {
  const leaving: Record<string, (gateway: Gateway) => Promise<() => void>> = {
    "a socket": async (gateway) => {
      const ends = await greeted(gateway);
      ends.send({ id: "1", type: "subscribe", payload: { query: "{ hello }" } });
      return () => ends.socket.terminate();
    },
    "a stream": async ({ url }) => {
      const gone = new AbortController();
      const headers = { "content-type": "application/json", accept: "text/event-stream" };
      const requestHeaders = { method: "POST", headers, body: '{"query":"{ hello }"}', signal: gone.signal };
      fetch(`${url}/graphql`, requestHeaders).then(
        (answer) => answer.text().catch(() => undefined),
        () => undefined,
      );
      return () => gone.abort();
    },
  };
  for (const [what, open] of Object.entries(leaving))
    it(`takes its query along, with ${what}`, async () => {
      const gateway = await world.gateway();
      const { binding } = world.subgraphs;
      const goOn = world.hold();
      const [requestHeaders, hungUp] = [binding.requests.length, binding.hungUp];
      const leave = await open(gateway);
      await expect.poll(() => binding.requests.length, soon).toBe(requestHeaders + 1);
      leave();
      await expect.poll(() => binding.hungUp, soon).toBe(hungUp + 1);
      goOn();
    });
});
