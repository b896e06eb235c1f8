import { anonymous } from "@campus-graph/kit/auth/viewer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { createCookieHolders } from "../viewer/trade-cookie.js";
import { codesOf, execute } from "./execute.js";
import { accessToken, applicantToken, publicUrl, type TokenOptions } from "./identity.js";
import { TestSocket } from "./socket.js";
import { soon } from "./soon.js";
import { streamed } from "./transports.js";
import { broken, TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway({ mode: "demo" });
});
afterAll(() => world[Symbol.asyncDispose]());

const { take } = TestSocket;
const me = "{ me { id assurance roles } }";
let cookies = 0;

/** A session cookie that identity trades for tokens of this subject, as long as it is told to. */
function givenCookie(subject: string, options: TokenOptions = {}): string {
  const secret = `${subject}-`.padEnd(40, "c") + String(++cookies).padStart(3, "0");
  world.tokens.set(secret, () => accessToken({ subject, sid: `session of ${subject}`, ...options }));
  return secret;
}

const own = (secret: string) => ({ cookie: `campus=${secret}`, origin: publicUrl });
const idOf = async (headers: Record<string, string>, token?: string) =>
  (await execute(gateway, me, { headers, token })).data?.me;

describe("a session cookie", () => {
  it("tells who asks, and is traded once for a page that asks for much at once", async () => {
    const secret = givenCookie("page-1");
    const answers = await Promise.all(Array.from({ length: 5 }, () => idOf(own(secret))));
    expect(answers).toEqual(
      Array.from({ length: 5 }, () => ({ id: "page-1", assurance: "signed-in", roles: ["GUARDIAN"] })),
    );
    await idOf(own(secret));
    expect(world.traded.filter((traded) => traded === secret)).toHaveLength(1);
  });

  it("is kept in mind however many made-up ones are sent meanwhile", async () => {
    const traded: string[] = [];
    const holders = createCookieHolders({
      async trade(cookie) {
        traded.push(cookie);
        return cookie === "somebody's" ? "a token" : null;
      },
      verify: async () => ({
        viewer: { ...anonymous, subject: "page-9" },
        issuedAt: new Date(),
        expiresAt: new Date(Date.now() + 300_000),
      }),
      remembered: 3,
    });
    for (const cookie of ["somebody's", "1", "2", "3", "4", "4", "somebody's", "1"]) await holders.of(cookie);
    expect(traded).toEqual(["somebody's", "1", "2", "3", "4", "1"]);
  });

  it.each([
    { title: "another site", headers: { origin: "https://other.example" } },
    { title: "a page that the graph lets in by CORS", headers: { origin: "http://localhost:3000" } },
    { title: "another port", headers: { origin: `${publicUrl}:81` } },
    { title: "a sandboxed frame", headers: { origin: "null" } },
    { title: "a program", headers: {} },
    { title: "another site's image", headers: { "sec-fetch-site": "cross-site" } },
  ] as { title: string; headers: Record<string, string> }[])(
    "is not looked at where $title asks",
    async ({ headers }) => {
      const secret = givenCookie("page-2");
      const answer = await execute(gateway, me, { headers: { cookie: `campus=${secret}`, ...headers } });
      expect([answer.data?.me, answer.headers.get("access-control-allow-credentials")]).toEqual([null, null]);
      expect(world.traded).not.toContain(secret);
    },
  );

  it("counts for a page's own GET, and for nobody else's", async () => {
    const secret = givenCookie("page-3");
    const get = async (headers: Record<string, string>) => {
      const answer = await fetch(`${gateway.url}/graphql?${new URLSearchParams({ query: me })}`, {
        headers: { cookie: `campus=${secret}`, accept: "application/json", ...headers },
      });
      return (await answer.json()) as { data?: { me: object | null }; errors?: object[] };
    };
    const preflight = { "apollo-require-preflight": "true" };
    expect(await get({ ...preflight, "sec-fetch-site": "same-origin" })).toMatchObject({
      data: { me: { id: "page-3" } },
    });
    for (const site of ["same-site", "cross-site", "none"])
      expect(await get({ ...preflight, "sec-fetch-site": site })).toEqual({ data: { me: null } });
    // A link or an image of anybody's page.
    expect(await get({ "sec-fetch-site": "same-origin" })).toMatchObject({
      errors: [{ extensions: { code: "PREFLIGHT_HEADER_MISSING" } }],
    });
  });

  it("gives way to a token that is said, and to one that is said to be none", async () => {
    const token = await accessToken({ subject: "said" });
    expect(await idOf(own(givenCookie("page-4")), token)).toMatchObject({ id: "said" });
    expect(await idOf({ ...own(givenCookie("page-4")), authorization: "" })).toBeNull();
    const answer = await execute(gateway, me, { headers: own(givenCookie("page-4")), token: "bad" });
    expect(codesOf(answer)).toEqual(["UNAUTHENTICATED"]);
  });

  it("of nobody is anonymous, altered ones too, and is not asked about again and again", async () => {
    const secret = givenCookie("page-5");
    const altered = `${secret.slice(0, -1)}x`;
    for (let time = 0; time < 3; time++) expect(await idOf(own(altered))).toBeNull();
    expect(world.traded.filter((traded) => traded === altered)).toHaveLength(1);
    expect(await idOf({ cookie: "campus=short", origin: publicUrl })).toBeNull();
    expect(world.traded).not.toContain("short");
  });

  it("is traded each time while the password must be changed, so that a change shows at once", async () => {
    let assurance = "must-change-password";
    const secret = givenCookie("page-6");
    world.tokens.set(secret, () => accessToken({ subject: "page-6", claims: { assurance } }));
    expect(await idOf(own(secret))).toMatchObject({ assurance: "must-change-password" });
    assurance = "signed-in";
    expect(await idOf(own(secret))).toMatchObject({ assurance: "signed-in" });
  });

  it("is an applicant's too", async () => {
    const secret = givenCookie("applicant");
    world.tokens.set(secret, () =>
      applicantToken({ subject: "page-7", claims: { client_id: "campus-apps" } }),
    );
    expect(await idOf(own(secret))).toMatchObject({ id: "page-7", assurance: "applicant" });
    expect(world.subgraphs.identity.viewers.at(-1)).toMatchObject({
      clientId: "campus-apps",
      assurance: "applicant",
    });
  });

  it("leaves the answer open when identity gives none, and blames nobody's sign-in", async () => {
    const secret = givenCookie("page-8");
    world.tokens.set(secret, async () => broken);
    const answer = await execute(gateway, me, { headers: own(secret) });
    expect(codesOf(answer)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
    world.tokens.set(secret, () => accessToken({ subject: "page-8" }));
    expect(await idOf(own(secret))).toMatchObject({ id: "page-8" });
  });

  it("is on https the one that browsers hold to this host, and no other of the name", async () => {
    const city = "https://campus.example";
    const secure = await world.gateway({ publicUrl: city });
    const secret = givenCookie("page-https", { issuer: `${city}/sso` });
    const idBy = async (cookie: string, origin = city) =>
      (await execute(secure, me, { headers: { cookie, origin } })).data?.me;
    expect(await idBy(`__Host-campus=${secret}`)).toMatchObject({ id: "page-https" });
    expect(await idBy(`campus=${secret}`)).toBeNull();
    // Planted from a sibling host, beside our own or without it.
    expect(await idBy(`campus=${secret}; __Host-campus=${"x".repeat(43)}`)).toBeNull();
    expect(await idBy(`__Host-campus=${secret}`, "http://campus.example")).toBeNull();
  });

  it("opens documents from a page of ours, and no other", async () => {
    const secret = givenCookie("page-9");
    const seenBy = async (headers: Record<string, string>) => {
      await fetch(`${gateway.url}/documents/link`, {
        headers: { cookie: `campus=${secret}`, ...headers },
        redirect: "manual",
      });
      return world.forwarded.at(-1)?.viewer;
    };
    expect(await seenBy({ "sec-fetch-site": "same-origin" })).toMatchObject({ subject: "page-9" });
    expect(await seenBy({ "sec-fetch-site": "cross-site" })).toMatchObject({ subject: null });
  });

  it("and what /session does with it is identity's, who sees from where it comes", async () => {
    const headers = { cookie: "campus=abc", origin: "https://other.example", "sec-fetch-site": "cross-site" };
    await fetch(`${gateway.url}/session/sign-in?returnTo=/parent/`, { headers, redirect: "manual" });
    expect(world.forwarded.at(-1)).toMatchObject({
      url: "/session/sign-in?returnTo=/parent/",
      headers,
      viewer: { subject: null },
    });
  });
});

it("is told in a sentence, and in the page's own shape, that /session gives no answer", async () => {
  await using alone = await TestWorld.start();
  const bare = await alone.gateway();
  await alone.subgraphs.identity.stop();
  const answer = await fetch(`${bare.url}/session`, { headers: { "accept-language": "en" } });
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { code: "SUBGRAPH_UNAVAILABLE", message: expect.stringContaining("cannot be reached") },
  ]);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
});

describe("a socket by cookie", () => {
  const bills = "subscription ($after: Cursor) { billNotice(after: $after) { text } }";
  /** A socket closes after its last operation, so one is left open: the first notice of a tail, and the tail. */
  const kept = async (socket: TestSocket, subject: string) => {
    world.feed.append(subject, { text: "first" });
    const tail = socket.run(bills, { after: `${subject}:0` });
    expect(await take(tail, 1)).toMatchObject([{ data: { billNotice: { text: "first" } } }]);
    return tail;
  };
  const socket = (secret: string, origin: string, params: Record<string, unknown> = {}) =>
    new TestSocket(gateway, params, { cookie: `campus=${secret}`, origin });

  it("is the cookie holder's when a page of ours opens it, and nobody's otherwise", async () => {
    const secret = givenCookie("socket-1");
    await using mine = socket(secret, publicUrl);
    expect(await take(mine.run(me), 1)).toMatchObject([{ data: { me: { id: "socket-1" } } }]);
    // Let in, as pages of this machine are in the demo, but by its token alone.
    await using other = socket(secret, "http://localhost:3000");
    expect(await take(other.run(me), 1)).toEqual([{ data: { me: null } }]);
    const token = await accessToken({ subject: "said" });
    await using byToken = socket(secret, publicUrl, { authorization: `Bearer ${token}` });
    expect(await take(byToken.run(me), 1)).toMatchObject([{ data: { me: { id: "said" } } }]);
    await using nobody = socket(secret, publicUrl, { authorization: "" });
    expect(await take(nobody.run(me), 1)).toEqual([{ data: { me: null } }]);
  });

  it("from another site is not opened", async () => {
    await using refused = socket(givenCookie("socket-2"), "https://other.example");
    await expect(take(refused.run(me), 1)).rejects.toBeDefined();
  });

  it("outlives its token: its tail goes on as whoever its holder is then", async () => {
    const roles = [{ role: "GUARDIAN" }];
    const secret = givenCookie("socket-3", { lifeSeconds: 2, roles });
    await using mine = socket(secret, publicUrl);
    const tail = await kept(mine, "socket-3");
    roles.push({ role: "TEACHER" });
    const traded = () => world.traded.filter((each) => each === secret).length;
    await expect.poll(traded, { timeout: 20_000 }).toBeGreaterThan(3);
    world.feed.append("socket-3", { text: "second" });
    expect(await take(tail, 1)).toMatchObject([{ data: { billNotice: { text: "second" } } }]);
    expect(await take(mine.run(me), 1)).toMatchObject([{ data: { me: { roles: ["GUARDIAN", "TEACHER"] } } }]);
  });

  it("has its ordinary subscriptions opened anew as whoever its holder is then", async () => {
    const roles = [{ role: "CASHIER" }];
    const secret = givenCookie("socket-7", { lifeSeconds: 2, roles });
    await using mine = socket(secret, publicUrl);
    const { viewers } = world.subgraphs.payments.subscriptions;
    const before = viewers.length;
    const events = mine.run('subscription { struck(on: "renewed") { text } }');
    const next = take(events, 1);
    const opened = () => viewers.slice(before).map((each) => each.roles.map(({ role }) => role));
    await expect.poll(opened, soon).toEqual([["CASHIER"]]);
    roles[0]!.role = "GUARDIAN";
    await expect.poll(opened, { timeout: 20_000 }).toEqual([["CASHIER"], ["GUARDIAN"]]);
    await expect.poll(() => world.broadcasts.count("renewed"), soon).toBe(1);
    world.broadcasts.publish("renewed", { text: "one" });
    expect(await next).toEqual([{ data: { struck: { text: "one" } } }]);
    // Renewed without a change, it is left as it is.
    const traded = world.traded.length;
    await expect.poll(() => world.traded.length, { timeout: 20_000 }).toBeGreaterThan(traded + 1);
    expect(opened()).toHaveLength(2);
  });

  it("closes when the session is over, or has become another's", async () => {
    const ended = givenCookie("socket-4", { lifeSeconds: 2 });
    const changed = givenCookie("socket-5", { lifeSeconds: 2 });
    await using one = socket(ended, publicUrl);
    await using two = socket(changed, publicUrl);
    await kept(one, "socket-4");
    await kept(two, "socket-5");
    world.tokens.delete(ended);
    world.tokens.set(changed, () => accessToken({ subject: "socket-5", sid: "another", lifeSeconds: 2 }));
    for (const each of [one, two])
      expect(await each.closed).toMatchObject({ code: 4403, reason: "SESSION_ENDED" });
  });

  it("closes for its client to come back when nobody can say whether the session goes on", async () => {
    const secret = givenCookie("socket-6", { lifeSeconds: 2 });
    await using mine = socket(secret, publicUrl);
    await kept(mine, "socket-6");
    world.tokens.set(secret, async () => broken);
    expect(await mine.closed).toMatchObject({ code: 1013, reason: "SUBGRAPH_UNAVAILABLE" });
  });

  it("is an event stream's way too; one by GET does not exist", async () => {
    const secret = givenCookie("stream-by-cookie");
    world.feed.append("stream-by-cookie", { text: "told" });
    const tail = streamed(gateway, bills, { after: "stream-by-cookie:0" }, own(secret));
    expect(await take(tail as never, 1)).toMatchObject([{ data: { billNotice: { text: "told" } } }]);
    await tail.return?.();
    const elsewhere = { cookie: `campus=${secret}`, origin: "https://other.example" };
    const refused = streamed(gateway, bills, { after: "stream-by-cookie:0" }, elsewhere);
    expect((await take(refused as never, 1))[0]?.errors?.[0]?.extensions?.code).toBe("UNAUTHENTICATED");
    const got = await fetch(`${gateway.url}/graphql?${new URLSearchParams({ query: bills })}`, {
      headers: {
        cookie: `campus=${secret}`,
        accept: "text/event-stream",
        "sec-fetch-site": "same-origin",
        "apollo-require-preflight": "1",
      },
    });
    expect(got.status).toBe(415);
  });
});
