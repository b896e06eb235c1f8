import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { codesOf, execute } from "./execute.js";
import { accessToken, applicantToken, type TokenOptions } from "./identity.js";
import { soon } from "./soon.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway();
});
afterAll(() => world[Symbol.asyncDispose]());

const whoAmI = "{ me { id assurance language roles } }";

describe("who asks", () => {
  it("is anonymous without a token", async () => {
    expect(await execute(gateway, whoAmI)).toMatchObject({ status: 200, data: { me: null }, errors: [] });
  });

  it("is the token's subject, with its roles, in the language of the request", async () => {
    const token = await accessToken({
      subject: "teacher-1",
      roles: [{ role: "TEACHER", schoolCode: "403601" }],
    });
    const me = { id: "teacher-1", assurance: "signed-in", language: "en", roles: ["TEACHER"] };
    expect(await execute(gateway, whoAmI, { token })).toMatchObject({ status: 200, data: { me } });
    const inChinese = await execute(gateway, whoAmI, {
      token,
      headers: { "accept-language": "fr, zh;q=0.9, en;q=0.8" },
    });
    expect(inChinese.data).toMatchObject({ me: { language: "zh-TW" } });
  });

  it("may be an applicant without an account", async () => {
    const token = await applicantToken({ subject: "applicant-1" });
    expect((await execute(gateway, whoAmI, { token })).data).toMatchObject({
      me: { id: "applicant-1", assurance: "applicant" },
    });
  });

  it("is refused with an applicant's token that was got before the subject's tokens were revoked", async () => {
    const subject = "applicant-revoked";
    const [old, newer] = await Promise.all([
      applicantToken({ subject, issuedSecondsAgo: 60 }),
      applicantToken({ subject }),
    ]);
    world.notBefore.set(subject, new Date(Date.now() - 30_000));
    expect((await execute(gateway, whoAmI, { token: old })).status).toBe(401);
    expect((await execute(gateway, whoAmI, { token: newer })).status).toBe(200);
  });

  it("may be an applicant while identity is still of before tokens were revoked", async () => {
    world.servesNotBefore = false;
    const token = await applicantToken({ subject: "applicant-upgraded" });
    expect((await execute(gateway, whoAmI, { token })).status).toBe(200);
    world.servesNotBefore = true;
  });

  const bad: Record<string, TokenOptions> = {
    expired: { lifeSeconds: -1 },
    forged: { forged: true },
    "of another audience": { audience: "campus-applicant" },
    "of an unknown issuer": { issuer: "http://elsewhere.test/sso" },
    "of another kind": { typ: "JWT" },
  };
  for (const [what, options] of Object.entries(bad))
    it(`is refused with a token that is ${what}`, async () => {
      const answer = await execute(gateway, whoAmI, { token: await accessToken(options) });
      expect(answer.status).toBe(401);
      expect(codesOf(answer)).toEqual(["UNAUTHENTICATED"]);
      expect(answer.data).toBeUndefined();
    });

  it("is refused with something that is no token at all", async () => {
    expect((await execute(gateway, whoAmI, { token: "nonsense" })).status).toBe(401);
    expect((await execute(gateway, whoAmI, { headers: { authorization: "Basic dGVzdA==" } })).status).toBe(
      401,
    );
  });

  it("is not believed by a subgraph that is asked directly", async () => {
    const body = JSON.stringify({ query: "{ _service { sdl } }" });
    expect((await fetch(world.subgraphs.identity.url, { method: "POST", body })).status).toBe(401);
  });
});

describe("an answer", () => {
  it("joins the fields of several subgraphs", async () => {
    const { data } = await execute(
      gateway,
      "{ bills(first: 2) { id student { maskedName school { name } } } }",
    );
    const student = { maskedName: "林O1", school: { name: "內湖國小" } };
    expect(data).toEqual({
      bills: [
        { id: "bill-0", student },
        { id: "bill-1", student },
      ],
    });
  });

  for (const name of ["constructor", "toString", "__proto__"])
    it(`keeps the default of a variable named ${name} that was left out`, async () => {
      const query = `query ($${name}: Int = 1) { bills(first: $${name}) { id } }`;
      expect(await execute(gateway, query)).toMatchObject({
        data: { bills: [{ id: "bill-0" }] },
        errors: [],
      });
      const variables = JSON.parse(`{"${name}":2}`) as object;
      expect((await execute(gateway, query, { variables })).data?.bills).toHaveLength(2);
    });

  it("is kept nowhere, sniffed by nobody, and names its trace", async () => {
    const { headers } = await execute(gateway, whoAmI);
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-campus-trace")).toMatch(/^[0-9a-f]{32}$/);
  });

  it("comes to GET too, but never for a mutation", async () => {
    const get = (query: string) =>
      fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { "apollo-require-preflight": "1" },
      });
    expect(await (await get("{ hello }")).json()).toEqual({ data: { hello: "hello" } });
    expect((await get("mutation { pay(amount: 1) }")).status).toBe(405);
    expect(world.paid).toBe(0);
  });

  const json = "application/json";
  const graphqlJson = "application/graphql-response+json";
  const stream = "text/event-stream";
  const wished: Record<string, string> = {
    [`${graphqlJson}; charset=utf-8, ${json}; charset=utf-8`]: graphqlJson,
    [`${json};charset=UTF-8`]: json,
    // As urql says it with every query.
    [`${graphqlJson}, application/graphql+json, ${json}, ${stream}, multipart/mixed`]: graphqlJson,
    [`${stream};q=0, */*`]: json,
    [`${json};q=0.5, ${stream}`]: stream,
    [`${stream}, */*`]: stream,
  };
  for (const [accept, type] of Object.entries(wished))
    it(`comes as ${type} to who accepts ${accept}`, async () => {
      const { status, headers } = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { "content-type": json, accept },
        body: '{"query":"{ hello }"}',
      });
      expect([status, headers.get("content-type")]).toEqual([200, `${type}; charset=utf-8`]);
    });

  it("is not given to a page of another site", async () => {
    const form = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: JSON.stringify({ query: "mutation { pay(amount: 1) }" }),
    });
    expect(form.status).toBe(415);
    const elsewhere = await execute(gateway, "{ hello }", { headers: { origin: "http://elsewhere.test" } });
    expect(elsewhere.headers.get("access-control-allow-origin")).toBeNull();
    expect(world.paid).toBe(0);
  });
});

describe("an error", () => {
  it("of a subgraph keeps its code, its words and what the caller needs, under our trace", async () => {
    const { errors, headers } = await execute(gateway, "{ refusing }");
    const traceId = headers.get("x-campus-trace");
    expect(errors).toEqual([
      {
        message: "This bill is already paid.",
        path: ["refusing"],
        extensions: { code: "ALREADY_PAID", retryAfterSeconds: 5, traceId },
      },
    ]);
  });

  it("that nobody expected says nothing of its cause", async () => {
    const answer = await execute(gateway, "{ failing hello }");
    expect(answer.data).toEqual({ failing: null, hello: "hello" });
    expect(codesOf(answer)).toEqual(["INTERNAL"]);
    expect(JSON.stringify(answer.errors)).not.toMatch(/secret|10\.0\.0\.7/);
  });

  it("names the subgraph that is missing, and where, beside what the others say", async () => {
    await world.subgraphs.roster.stop();
    try {
      const answer = await execute(gateway, "{ bills(first: 1) { id student { id maskedName } } hello }");
      expect(answer.status).toBe(200);
      expect(answer.data).toMatchObject({ hello: "hello" });
      expect(answer.errors).toMatchObject([
        {
          path: ["bills", 0, "student", "maskedName"],
          extensions: { code: "SUBGRAPH_UNAVAILABLE", serviceName: "roster" },
        },
      ]);
    } finally {
      await world.subgraphs.roster.start();
    }
    expect((await execute(gateway, "{ students { maskedName } }")).errors).toEqual([]);
  });

  for (const fault of [
    { status: 500, body: '{"error":"INTERNAL"}' },
    { status: 502, body: "<html>Bad Gateway</html>" },
    { status: 200, body: '{"data":null}' },
    { status: 200, body: '{"data":null,"errors":[]}' },
    { status: 200, body: "null" },
  ])
    it(`names the subgraph that says ${fault.status} ${fault.body}`, async () => {
      const { binding, roster } = world.subgraphs;
      binding.fault = roster.fault = fault;
      try {
        const answer = await execute(gateway, "{ bills(first: 1) { student { maskedName } } hello }");
        const missing = (serviceName: string) => ({ code: "SUBGRAPH_UNAVAILABLE", serviceName });
        expect(answer.errors).toMatchObject([
          { path: ["hello"], extensions: missing("binding") },
          { path: ["bills", 0, "student", "maskedName"], extensions: missing("roster") },
        ]);
      } finally {
        binding.fault = roster.fault = null;
      }
    });

  it("speaks the caller's language", async () => {
    const { errors } = await execute(gateway, whoAmI, {
      token: "x",
      headers: { "accept-language": "zh-TW" },
    });
    expect(errors[0]?.message).toBe("尚未登入，或登入已失效、逾時，請登入後再試。");
  });

  it("about the operation's own text says what is wrong with it, as a 400", async () => {
    const unknown = await execute(gateway, "{ hallo }");
    expect(unknown.status).toBe(400);
    expect(codesOf(unknown)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    const unreadable = await execute(gateway, "{ hello");
    expect(unreadable.status).toBe(400);
    expect(codesOf(unreadable)).toEqual(["GRAPHQL_PARSE_FAILED"]);
  });
});

describe("production", () => {
  it("tells neither its schema nor names that are nearly right", async () => {
    const closed = await world.gateway({ mode: "production" });
    expect((await execute(closed, "{ __schema { types { name } } }")).status).toBe(400);
    const { errors } = await execute(closed, "{ hallo }");
    expect(errors[0]?.message).not.toContain("hello");
    expect((await fetch(`${closed.url}/graphql`, { headers: { accept: "text/html" } })).status).toBe(406);
  });
});

describe("forwarding", () => {
  it("takes sign-in to identity with its path, body, host and cookies whole", async () => {
    const response = await fetch(`${gateway.url}/sso/token?x=1`, {
      method: "POST",
      redirect: "manual",
      headers: { authorization: "Basic dGVzdA==", "x-forwarded-for": "6.6.6.6", "x-campus-viewer": "forged" },
      body: new URLSearchParams({ grant_type: "refresh_token" }),
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/sso/next");
    expect(response.headers.getSetCookie()).toEqual(["a=1; Path=/sso", "b=2"]);
    const seen = world.forwarded.at(-1);
    expect(seen).toMatchObject({
      method: "POST",
      url: "/sso/token?x=1",
      body: "grant_type=refresh_token",
      viewer: { assurance: "anonymous" },
      headers: {
        authorization: "Basic dGVzdA==",
        "x-forwarded-proto": "http",
        "x-forwarded-for": "127.0.0.1",
      },
    });
    expect(seen?.headers.host).toBe(new URL(gateway.url).host);
    expect(seen?.headers["x-forwarded-host"]).toBe(new URL(gateway.url).host);
  });

  it("takes documents to binding, for whoever asks", async () => {
    const headers = { authorization: `Bearer ${await accessToken({ subject: "guardian-7" })}` };
    const { headers: answered } = await fetch(`${gateway.url}/documents/form.pdf`, {
      headers,
      redirect: "manual",
    });
    expect(answered.get("content-security-policy")).toBe("sandbox");
    expect(answered.get("x-content-type-options")).toBe("nosniff");
    expect(world.forwarded.at(-1)).toMatchObject({
      url: "/documents/form.pdf",
      viewer: { subject: "guardian-7" },
    });
  });

  it("takes the demo's mails to their mailbox, and keeps no connection to it when it stops", async () => {
    const mailbox = createServer({ keepAliveTimeout: 60_000 }, (_, response) => void response.end("mail"));
    await once(mailbox.listen(0, "127.0.0.1"), "listening");
    const { port } = mailbox.address() as AddressInfo;
    const demo = await world.gateway({ mailboxUrl: `http://127.0.0.1:${port}` });
    expect(await (await fetch(`${demo.url}/mail`)).text()).toBe("mail");
    await demo.stop();
    const connections = () => new Promise((resolve) => mailbox.getConnections((_, count) => resolve(count)));
    await expect.poll(connections, soon).toBe(0);
    mailbox.close();
  });

  it("takes the demo's wallet its own cookies, and neither those of the city nor a token", async () => {
    const wallet = createServer((request, response) => void response.end(JSON.stringify(request.headers)));
    await once(wallet.listen(0, "127.0.0.1"), "listening");
    const { port } = wallet.address() as AddressInfo;
    const demo = await world.gateway({ walletUrl: `http://127.0.0.1:${port}` });
    const answer = await fetch(`${demo.url}/wallet/api/purse`, {
      headers: { cookie: "campus=secret; wallet_payer=1; other=2", authorization: "Bearer secret" },
    });
    expect(await answer.json()).toMatchObject({ cookie: "wallet_payer=1" });
    const bare = await fetch(`${demo.url}/wallet/`, { headers: { authorization: "Bearer secret" } });
    expect(await bare.json()).not.toMatchObject({ authorization: expect.anything() });
    await demo.stop();
    wallet.close();
  });

  it("has no other ways in", async () => {
    expect((await fetch(`${gateway.url}/internal/feed-news`, { method: "POST" })).status).toBe(404);
    expect((await fetch(`${gateway.url}/mail`)).status).toBe(404);
    expect((await fetch(`${gateway.url}/wallet/`)).status).toBe(404);
  });
});

describe("whatever the answer", () => {
  const json = { "content-type": "application/json" };
  const requests: Record<string, [path: string, request?: RequestInit]> = {
    "an operation's": ["/graphql", { method: "POST", headers: json, body: '{"query":"{ hello }"}' }],
    "a mistake's": ["/graphql", { method: "POST", headers: json, body: "{" }],
    "one too large": ["/graphql", { method: "POST", headers: json, body: " ".repeat(600_000) }],
    "a method that there is not": ["/graphql", { method: "DELETE" }],
    "a page that there is not": ["/elsewhere"],
    "health's": ["/healthz"],
    "sign-in's": ["/sso/auth", { redirect: "manual" }],
  };
  for (const [what, [path, request]] of Object.entries(requests))
    it(`${what} is framed by nobody and sniffed by nobody`, async () => {
      const { headers } = await fetch(`${gateway.url}${path}`, request);
      expect(Object.fromEntries(headers)).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "strict-transport-security": expect.stringContaining("max-age="),
      });
    });
});

describe("health", () => {
  it("is told at /healthz and /readyz", async () => {
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
    const readyz = async () => (await fetch(`${gateway.url}/readyz`)).json();
    await expect.poll(readyz, soon).toEqual({ ready: true, waitingFor: [] });
  });
});
