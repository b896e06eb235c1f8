import { readFileSync } from "node:fs";
import { join } from "node:path";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import WebSocket from "ws";
import { signInTo } from "../harness/as.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { Page } from "../harness/page.js";
import { size } from "./size.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ demoCity: true });
});
afterAll(() => graph?.[Symbol.asyncDispose]());

/** CI's machines are shared, so what may take a second is waited for ten there; the long run holds it to the second. */
const patience = size(10, 1);
const query = "subscription { billNotice { id } }";

/** Something live: resolves to the words of its end. */
interface Live {
  ended: Promise<string>;
}

async function liveSocket(token: string): Promise<Live> {
  const socket = new WebSocket(`${graph.publicUrl.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const ended = new Promise<string>((resolve) => {
    socket.once("close", (code, reason) => resolve(`${code} ${reason}`));
  });
  await new Promise((resolve) => socket.once("open", resolve));
  socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${token}` } }));
  await new Promise((resolve) => socket.once("message", resolve));
  socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query } }));
  return { ended };
}

async function liveStream(token: string): Promise<Live> {
  const answer = await fetch(`${graph.publicUrl}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query }),
  });
  expect(answer.status).toBe(200);
  const lastLine = (text: string) => text.trim().split("\n").at(-1) ?? "";
  return { ended: answer.text().then(lastLine) };
}

describe.each([
  ["a socket", "4403 ", liveSocket],
  ["an event stream", ": ", liveStream],
] as const)("%s", (_, prefix, open) => {
  /** Waits for the end and says how long after `since` it came. */
  const endOf = async ({ ended }: Live, since: number): Promise<{ reason: string; tookMs: number }> => {
    const reason = await ended;
    expect(reason.startsWith(prefix)).toBe(true);
    return { reason: reason.slice(prefix.length), tookMs: Date.now() - since };
  };
  const sessionOf = (login: string) => signInTo(graph, login);

  it("ends within a second of its token", async () => {
    const token = (await (await sessionOf("guardian@campus.example")).current())!;
    const short = await lasting(token, 2);
    const { reason, tookMs } = await endOf(await open(short), decodeJwt(short).exp! * 1_000);
    expect(reason).toBe("TOKEN_EXPIRED");
    expect(tookMs).toBeLessThan(1_000 * patience);
  });

  it("ends within two seconds of a sign-out, and only that person's", async () => {
    const session = await sessionOf("coguardian@campus.example");
    const live = await open((await session.current())!);
    const others = await open((await (await sessionOf("guardian@campus.example")).current())!);
    await session.signOut();
    const { reason, tookMs } = await endOf(live, Date.now());
    expect(reason).toBe("SESSION_ENDED");
    expect(tookMs).toBeLessThan(2_000 * patience);
    expect(await Promise.race([others.ended, "still live"])).toBe("still live");
  });

  it("ends within two seconds of its account's lock-out, and opens no more", async () => {
    const token = (await (await sessionOf("newcomer@campus.example")).current())!;
    const live = await open(token);
    const context = graph.subgraphs.identity.running.contextFor();
    const subjectId = decodeJwt(token).sub!;
    await transaction(context, async ({ em }) => {
      recordEvent(em, { type: "identity.AccountDisabled", key: subjectId, payload: { subjectId } });
    });
    const { reason, tookMs } = await endOf(live, Date.now());
    expect(reason).toBe("SESSION_ENDED");
    expect(tookMs).toBeLessThan(2_000 * patience);
    const again = await fetch(`${graph.publicUrl}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: "{ me { id } }" }),
    });
    expect(again.status).toBe(401);
  });
});

describe("a page's socket by cookie", () => {
  const opened = async (login: string, prepare: (page: Page) => Promise<unknown> = async () => undefined) => {
    const page = new Page(graph);
    await page.signIn(login);
    await prepare(page);
    return { page, live: await page.subscribe(query) };
  };

  it("ends within a second of its session", async () => {
    const context = graph.subgraphs.identity.running.contextFor();
    const until = new Date(Date.now() + 3_000);
    const { live } = await opened("teacher@campus.example", async (page) => {
      const { subjectId } = await page.session();
      await context.em.execute("update cookie_session set expires_at = ? where subject_id = ?", [
        until,
        subjectId,
      ]);
    });
    expect(await live.ended).toBe("4403 SESSION_ENDED");
    expect(Date.now() - until.getTime()).toBeLessThan(1_000 * patience);
    expect(Date.now()).toBeGreaterThanOrEqual(until.getTime());
  });

  it("ends within two seconds of a sign-out in another tab, and only that person's", async () => {
    const { page, live } = await opened("registrar@campus.example");
    const others = await opened("registrar2@campus.example");
    await page.post("/session/sign-out");
    const since = Date.now();
    expect(await live.ended).toBe("4403 SESSION_ENDED");
    expect(Date.now() - since).toBeLessThan(2_000 * patience);
    expect(await Promise.race([others.live.ended, "still live"])).toBe("still live");
  });

  it("ends within two seconds of a changed password elsewhere, and this one's goes on", async () => {
    const { live } = await opened("cashier@campus.example");
    const here = await opened("cashier@campus.example");
    await here.page.execute(
      `mutation ($old: String!) {
        changePassword(input: { currentPassword: $old, newPassword: "seven blue kettles" }) { id } }`,
      { old: graph.password },
    );
    const since = Date.now();
    expect(await live.ended).toBe("4403 SESSION_ENDED");
    expect(Date.now() - since).toBeLessThan(2_000 * patience);
    expect(await Promise.race([here.live.ended, "still live"])).toBe("still live");
  });

  it("ends within two seconds of being ended from another device, and is answered by no copy of the gateway", async () => {
    await graph.startGateway();
    const away = await opened("cashier2@campus.example");
    const here = await opened("cashier2@campus.example");
    const whose = "{ mySessions { id current } }";
    const sessionsAt = (page: Page, at: string) =>
      page.execute<{ mySessions: { id: string; current: boolean }[] }>(whose, {}, at);
    // Each copy has traded the cookie for a token, and would go on with that until it hears.
    for (const at of graph.urls) await sessionsAt(away.page, at);
    const { mySessions } = await sessionsAt(here.page, graph.publicUrl);
    const [other] = mySessions.filter(({ current }) => !current);
    await here.page.execute("mutation ($id: ID!) { endSession(id: $id) { id } }", { id: other!.id });
    const since = Date.now();
    const refused = async (at: string) => {
      const answer = () =>
        sessionsAt(away.page, at).then(
          () => "answered",
          ({ message }: Error) => message,
        );
      await expect.poll(answer, { timeout: 2_000 * patience, interval: 20 }).toBe("UNAUTHENTICATED");
    };
    await Promise.all([
      expect(away.live.ended).resolves.toBe("4403 SESSION_ENDED"),
      ...graph.urls.map(refused),
    ]);
    const tookMs = Date.now() - since;
    expect(tookMs).toBeLessThan(2_000 * patience);
    expect(await Promise.race([here.live.ended, "still live"])).toBe("still live");
  });
});

/** The same token, good for so many seconds from now; signed with identity's own key, which only a test can reach. */
async function lasting(token: string, seconds: number): Promise<string> {
  const { ssoJwks } = JSON.parse(readFileSync(join(inject("keysFolder"), "identity.json"), "utf8")) as {
    ssoJwks: { keys: JWK[] };
  };
  const { alg = "ES256", ...header } = decodeProtectedHeader(token);
  return new SignJWT(decodeJwt(token))
    .setProtectedHeader({ ...header, alg })
    .setExpirationTime(`${seconds}s`)
    .sign(await importJWK(ssoJwks.keys[0]!, "ES256"));
}
