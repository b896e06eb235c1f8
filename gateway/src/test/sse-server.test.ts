import { request as httpRequest, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { accessToken } from "./identity.js";
import { TestSocket } from "./socket.js";
import { soon } from "./soon.js";
import { streamed } from "./transports.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway();
});
afterAll(() => world[Symbol.asyncDispose]());

const tail =
  "subscription ($after: Cursor) { billNotice(after: $after) { cursor bill { student { maskedName } } } }";
const bearer = async (subject: string, options: object = {}) => ({
  authorization: `Bearer ${await accessToken({ subject, ...options })}`,
});

function post(headers: Record<string, string>, body: string, at = gateway) {
  const requestHeaders = { "content-type": "application/json", accept: "text/event-stream", ...headers };
  return fetch(`${at.url}/graphql`, { method: "POST", headers: requestHeaders, body });
}

/** The open stream of a subject, read by hand; its text so far. */
async function opened(at: Gateway, headers: Record<string, string>) {
  const answer = await post(headers, JSON.stringify({ query: tail, variables: { after: null } }), at);
  expect(answer.status).toBe(200);
  let text = "";
  const ended = (async () => {
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) text += chunk;
    return text;
  })();
  return { ended };
}

describe("an event stream", () => {
  it("is a tail with the fields of several subgraphs, and goes on from a cursor", async () => {
    world.feed.append("stream-1", {}, {}, {}, {});
    const headers = await bearer("stream-1");
    const first = streamed(gateway, tail, { after: "stream-1:0" }, headers);
    const [one] = await TestSocket.take(first as never, 1);
    expect(one?.data).toEqual({
      billNotice: { cursor: "stream-1:1", bill: { student: { maskedName: "林O1" } } },
    });
    await first.return?.();
    const rest = streamed(gateway, tail, { after: "stream-1:1" }, headers);
    const cursors = (await TestSocket.take(rest as never, 3)).map(({ data }) => data?.billNotice);
    expect(cursors).toMatchObject([2, 3, 4].map((place) => ({ cursor: `stream-1:${place}` })));
    const next = rest.next();
    world.feed.append("stream-1", {});
    expect((await next).value.data).toMatchObject({ billNotice: { cursor: "stream-1:5" } });
    await rest.return?.();
  });

  it("carries a query's one answer too, then completes", async () => {
    const answer = await post({}, JSON.stringify({ query: "{ hello }" }));
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(await answer.text()).toBe(
      ':\n\nevent: next\ndata: {"data":{"hello":"hello"}}\n\nevent: complete\ndata:\n\n',
    );
  });

  it("tells a refused cursor as a socket does, then completes", async () => {
    const stream = streamed(gateway, tail, { after: "another:1" }, await bearer("stream-2"));
    expect((await stream.next()).value.errors).toMatchObject([{ extensions: { code: "INVALID_CURSOR" } }]);
    expect((await stream.next()).done).toBe(true);
  });

  const refusals: Record<string, [status: number, headers: Record<string, string>, body: string]> = {
    "whose token is bad": [401, { authorization: "Bearer x" }, '{"query":"{ hello }"}'],
    "that a form could send": [415, { "content-type": "text/plain" }, '{"query":"{ hello }"}'],
    "that is no JSON": [400, {}, "{"],
    "that is a batch": [400, {}, '[{"query":"{ hello }"}]'],
    "that is too large": [413, {}, JSON.stringify({ query: `{ hello } #${"x".repeat(600_000)}` })],
  };
  for (const [what, [status, headers, body]] of Object.entries(refusals))
    it(`${what} is not opened`, async () => {
      const answer = await post(headers, body);
      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject({
        errors: [{ extensions: { traceId: expect.any(String) } }],
      });
    });

  it("is not opened by GET", async () => {
    const url = `${gateway.url}/graphql?query=${encodeURIComponent("{ hello }")}`;
    expect((await fetch(url, { headers: { accept: "text/event-stream" } })).status).toBe(415);
  });
});

describe("a stream ends without a last word, so that its client comes back", () => {
  it("when its token expires", async () => {
    const stream = await opened(gateway, await bearer("stream-3", { lifeSeconds: 2 }));
    expect(await stream.ended).toMatch(/: TOKEN_EXPIRED\n\n$/);
  });

  it("when its gateway stops", async () => {
    const stopping = await world.gateway();
    const stream = await opened(stopping, await bearer("stream-4"));
    await stopping.stop();
    expect(await stream.ended).toMatch(/: Going away\n\n$/);
  });
});

describe("streams and sockets", () => {
  it("are counted together", async () => {
    const narrow = await world.gateway({ sockets: { perViewer: 2 } });
    const headers = await bearer("stream-5");
    const stream = streamed(narrow, tail, {}, headers);
    const next = stream.next();
    await using socket = TestSocket.as(narrow, headers.authorization.slice(7));
    await TestSocket.take(socket.run("{ hello }"), 1);
    const open = async () => {
      const answer = await post(headers, JSON.stringify({ query: "{ hello }" }), narrow);
      await answer.text();
      return answer.status;
    };
    await expect.poll(open, soon).toBe(429);
    await stream.return?.();
    await next.catch(() => undefined);
    await expect.poll(open, soon).toBe(200);
  });
});

it("a client that does not read holds what its connection takes, and is cut in the end", async () => {
  const strict = await world.gateway({ sockets: { pingIntervalMs: 200, perViewer: 1 } });
  world.feed.append("stream-6", ...Array.from({ length: 300 }, () => ({ text: "x".repeat(200_000) })));
  const query = 'subscription { billNotice(after: "stream-6:0") { text } }';
  const headers = await bearer("stream-6");
  const before = world.subgraphs.payments.requests.length;
  const stuck = await unread(strict, headers, query);
  // One stream is all that this viewer may hold: another opens once the first is cut.
  const open = async () => {
    const answer = await post(headers, JSON.stringify({ query: "{ hello }" }), strict);
    await answer.text();
    return answer.status;
  };
  await expect.poll(open, soon).toBe(200);
  // Sixty megabytes wait, in a hundred pages; the system's buffers took a few of them.
  expect(world.subgraphs.payments.requests.length - before).toBeLessThan(60);
  stuck.destroy();
});

/** An answer of which nothing is read. */
function unread({ url }: Gateway, token: object, query: string): Promise<IncomingMessage> {
  const headers = { "content-type": "application/json", accept: "text/event-stream", ...token };
  return new Promise((resolve, reject) => {
    httpRequest(`${url}/graphql`, { method: "POST", headers }, (answer) => {
      answer.on("error", () => undefined).pause();
      resolve(answer);
    })
      .on("error", reject)
      .end(JSON.stringify({ query }));
  });
}
