import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import { givenBoundGuardian } from "./accounts.js";
import { App } from "./app.js";
import { fresh, type Identity, signedIn, startIdentity } from "./given.js";
import { type GivenTarget, PushHost } from "./push-host.js";

const quietHours = { from: "21:30", until: "07:30" };
const minuteMs = 60_000;

/** A guardian who is bound, and signed in to the app with a browser that their push service knows. */
async function givenSubscribed(identity: Identity, host: PushHost, viewer: Partial<Viewer> = {}) {
  const { subjectId, facts, bindingId } = await givenBoundGuardian(identity);
  const browser = await givenBrowser(identity, host, subjectId, viewer);
  identity.mailbox.mails.length = 0;
  return { subjectId, facts, bindingId, ...browser };
}

/** One more browser of theirs. */
async function givenBrowser(
  identity: Identity,
  host: PushHost,
  subjectId: string,
  further: Partial<Viewer> = {},
) {
  const sid = newId();
  // The cookie's session, as a sign-in leaves it.
  await identity.rows(
    `insert into cookie_session (digest, kind, subject_id, sid, opened_at, used_at, expires_at)
     values (?, 'ACCOUNT', ?, ?, ?, ?, ?)`,
    [
      sid,
      subjectId,
      sid,
      identity.clock.now(),
      identity.clock.now(),
      new Date(identity.clock.now().getTime() + 14 * 24 * 60 * minuteMs),
    ],
  );
  const viewer: Viewer = { ...signedIn(subjectId, { role: "GUARDIAN" }), session: sid, ...further };
  const { data } = await identity.execute(viewer, "{ pushService { serverKey subscribed } }");
  expect(data.pushService.subscribed).toBe(false);
  const target = host.subscribe(data.pushService.serverKey);
  expect((await subscribe(identity, viewer, target)).data.subscribeToPush.subscribed).toBe(true);
  return { sid, viewer, target };
}

const subscribe = (identity: Identity, viewer: Viewer, target: GivenTarget) =>
  identity.execute(
    viewer,
    "mutation ($input: SubscribeToPushInput!) { subscribeToPush(input: $input) { serverKey subscribed } }",
    { input: target },
  );

const isSubscribed = async (identity: Identity, viewer: Viewer) =>
  (await identity.execute(viewer, "{ pushService { subscribed } }")).data.pushService.subscribed;

function bill(identity: Identity, studentId: string, billId = newId()) {
  return identity.deliver("payments.BillIssued", billId, {
    billId,
    studentId,
    accountNumber: "4803006300000198",
    schoolCode: "403601",
    amount: 4730,
    issuedAt: identity.clock.now().toISOString(),
  });
}

const jobs = (identity: Identity) =>
  identity.rows<{ done: boolean; dead: boolean; last_error: string | null; tries: number }>(
    "select done_at is not null as done, dead_at is not null as dead, last_error, tries from job where kind = 'push'",
  );

it("pushes a new bill to the guardian's browser: its kind, an opaque id and the language, and nothing else", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity();
  const { facts, target } = await givenSubscribed(identity, host, { language: "en" });
  const billId = newId();
  await bill(identity, facts.studentId, billId);
  expect(host.faults).toEqual([]);
  expect(host.received(target)).toMatchObject([
    { content: { kind: "bill-issued", id: billId, language: "en" } },
  ]);
  expect(Object.keys(host.received(target)[0]!.content as object).sort()).toEqual(["id", "kind", "language"]);
  // Nothing was wished for by mail.
  expect(identity.mailbox.mails).toEqual([]);
  expect(host.received(target)[0]!.ttl).toBeLessThanOrEqual(24 * 60 * 60);
});

it("pushes all kinds at one length, to every browser of the person, and never twice for one occasion", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity();
  const { subjectId, facts, target } = await givenSubscribed(identity, host);
  const other = await givenBrowser(identity, host, subjectId);
  await bill(identity, facts.studentId);
  for (let time = 0; time < 2; time++)
    await identity.deliver("binding.DeliveryRequested", subjectId, {
      subjectId,
      template: "binding-revoked",
      ids: {},
      occasion: "one",
    });
  for (const each of [target, other.target]) {
    const received = host.received(each);
    expect(received.map(({ content }) => (content as { kind: string }).kind).sort()).toEqual([
      "bill-issued",
      "binding-revoked",
    ]);
    expect(new Set(received.map(({ bytes }) => bytes.length)).size).toBe(1);
  }
});

it("keeps endpoint and keys sealed, and only ids in what waits", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity({
    deliveries: { quietHours: { from: "00:00", until: "23:59" } },
  });
  const { facts, target } = await givenSubscribed(identity, host);
  await bill(identity, facts.studentId);
  const kept = await identity.dump();
  for (const secret of [target.endpoint, target.p256dh, target.auth]) expect(kept).not.toContain(secret);
});

it("pushes no bill to who has said that none shall be, and to nobody else's browser", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity();
  const { facts, target, viewer } = await givenSubscribed(identity, host);
  await bill(identity, newId());
  await identity.execute(
    viewer,
    "mutation { setDeliveryPreference(input: { kind: BILLS, channel: PUSH, wanted: false }) { kind } }",
  );
  await bill(identity, facts.studentId);
  expect(host.received(target)).toEqual([]);
  expect(await identity.rows("select id from job where kind in ('push', 'delivery')")).toEqual([]);
});

it.each<[string, (identity: Identity, viewer: Viewer) => Promise<unknown>]>([
  [
    "the browser takes it back",
    (identity, viewer) => identity.execute(viewer, "mutation { unsubscribeFromPush { subscribed } }"),
  ],
  [
    "its session is ended",
    (identity, viewer) => identity.execute(viewer, `mutation { endSession(id: "${viewer.session}") { id } }`),
  ],
  [
    "everything is signed out",
    (identity, viewer) => identity.execute(viewer, "mutation { signOutEverywhere { id } }"),
  ],
  [
    "the cookie is not used for a week",
    async (identity) => identity.clock.advance(7 * 24 * 60 * minuteMs + 1),
  ],
])("ends when %s, also for what waits already", async (_, end) => {
  await using host = await PushHost.start();
  await using identity = await startIdentity();
  const { facts, target, viewer } = await givenSubscribed(identity, host);
  host.behave = (response) => response.writeHead(503).end();
  await bill(identity, facts.studentId);
  expect(host.calls).toHaveLength(1);
  await end(identity, viewer);
  expect(await isSubscribed(identity, viewer)).toBe(false);
  identity.clock.advance(10 * minuteMs);
  await identity.settle();
  expect(host.calls).toHaveLength(1);
  expect(host.received(target)).toEqual([]);
});

it("ends with a disabled account", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity();
  const { facts, subjectId } = await givenSubscribed(identity, host);
  const { errors } = await identity.execute(
    fresh(newId(), { role: "BUREAU" }),
    `mutation { disableAccount(input: { accountId: "${subjectId}", reason: "asked for" }) { id } }`,
  );
  expect(errors).toBeUndefined();
  await bill(identity, facts.studentId);
  expect(host.calls).toEqual([]);
  expect(await identity.rows("select sid from push_subscription")).toEqual([]);
});

it("says nothing of a child to who is bound no more, however late the push is", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity();
  const { facts, subjectId, bindingId, target } = await givenSubscribed(identity, host);
  host.behave = (response) => response.writeHead(503).end();
  await bill(identity, facts.studentId);
  const { requestId, studentId } = facts;
  await identity.deliver("binding.BindingRevoked", requestId, { bindingId, requestId, subjectId, studentId });
  identity.clock.advance(10 * minuteMs);
  await identity.settle();
  expect(host.calls).toHaveLength(1);
  expect(host.received(target)).toEqual([]);
});

it("leaves a telephone that has changed hands to its new owner alone", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity();
  const { facts, target, viewer } = await givenSubscribed(identity, host);
  const next: Viewer = { ...signedIn(newId(), { role: "GUARDIAN" }), session: newId() };
  await subscribe(identity, next, target);
  expect(await isSubscribed(identity, viewer)).toBe(false);
  await bill(identity, facts.studentId);
  expect(host.calls).toEqual([]);
});

it.each([404, 410])("gives up a subscription that its push service answers with %s", async (status) => {
  await using host = await PushHost.start();
  await using identity = await startIdentity();
  const { facts, viewer } = await givenSubscribed(identity, host);
  host.behave = (response) => response.writeHead(status).end();
  await bill(identity, facts.studentId);
  expect(await isSubscribed(identity, viewer)).toBe(false);
  expect(await jobs(identity)).toMatchObject([{ done: true, dead: false, tries: 1 }]);
});

it.each<[string, PushHost["behave"]]>([
  ["is away", (response) => response.writeHead(503).end()],
  ["cuts the connection", (response) => response.destroy()],
  [
    "leads into our own network",
    (response) => response.writeHead(307, { location: "http://127.0.0.1:1/" }).end(),
  ],
  ["says 429", (response) => response.writeHead(429, { "retry-after": "1" }).end()],
  ["sends ten megabytes", (response) => response.writeHead(500).end(Buffer.alloc(10_000_000, "x"))],
])(
  "tries again, ever more seldom, at a push service that %s, and pushes once it takes it",
  async (_, behave) => {
    await using host = await PushHost.start();
    await using identity = await startIdentity();
    const { facts, target } = await givenSubscribed(identity, host);
    const takes = host.behave;
    host.behave = behave;
    await bill(identity, facts.studentId);
    for (let minute = 0; minute < 60; minute++) {
      identity.clock.advance(minuteMs);
      await identity.settle();
    }
    expect(host.calls.length).toBeGreaterThan(3);
    expect(host.calls.length).toBeLessThan(15);
    host.behave = takes;
    identity.clock.advance(31 * minuteMs);
    await identity.settle();
    expect(host.received(target)).toHaveLength(1);
    expect(new Set(host.received(target).map(({ topic }) => topic)).size).toBe(1);
  },
);

it("takes ten megabytes with a yes for a yes, and reads no more of it than it needs", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity();
  const { facts } = await givenSubscribed(identity, host);
  host.behave = (response) => response.writeHead(201).end(Buffer.alloc(10_000_000, "x"));
  await bill(identity, facts.studentId);
  expect(await jobs(identity)).toMatchObject([{ done: true, tries: 1 }]);
});

it("waits five seconds for a push service, and meanwhile not for each of many", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity();
  const { facts } = await givenSubscribed(identity, host);
  host.behave = () => undefined;
  const began = performance.now();
  for (let count = 0; count < 5; count++) await bill(identity, facts.studentId);
  expect(host.calls).toHaveLength(1);
  expect(performance.now() - began).toBeGreaterThan(4_900);
  expect((await jobs(identity)).map(({ last_error }) => last_error).sort()).toEqual([
    "PUSH_SERVICE_AWAY",
    "PUSH_SERVICE_AWAY",
    "PUSH_SERVICE_AWAY",
    "PUSH_SERVICE_AWAY",
    "TimeoutError",
  ]);
});

it("is a dead letter where the push service takes nothing from us, and gives up after a day what nobody takes", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity();
  const { facts } = await givenSubscribed(identity, host);
  host.behave = (response) => response.writeHead(403).end();
  await bill(identity, facts.studentId);
  expect(await jobs(identity)).toMatchObject([{ dead: true, last_error: "PUSH_HTTP_403", tries: 1 }]);
  host.behave = (response) => response.writeHead(503).end();
  await bill(identity, facts.studentId);
  identity.clock.advance(24 * 60 * minuteMs);
  await identity.settle();
  expect((await jobs(identity)).filter(({ done }) => done)).toHaveLength(1);
});

it("wakes nobody in the night, with what failed in the evening either", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity({ deliveries: { quietHours } });
  const hour = (offset: number) => identity.clock.advance(offset);
  const now = identity.clock.now();
  const at = (time: string) => {
    const day = new Date(now.getTime() + 8 * 60 * minuteMs).toISOString().slice(0, 10);
    return (
      new Date(`${day}T${time}:00+08:00`).getTime() + 24 * 60 * minuteMs - identity.clock.now().getTime()
    );
  };
  hour(at("21:00"));
  const { facts, target } = await givenSubscribed(identity, host);
  const takes = host.behave;
  host.behave = (response) => response.writeHead(503).end();
  await bill(identity, facts.studentId);
  const calls = host.calls.length;
  host.behave = takes;
  hour(40 * minuteMs);
  await identity.settle();
  await bill(identity, facts.studentId);
  expect(host.calls).toHaveLength(calls);
  hour(10 * 60 * minuteMs);
  await identity.settle();
  expect(host.received(target)).toHaveLength(2);
});

it("refuses a subscription with a host that is not listed, with keys that are none, and with another city's key", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity();
  const { viewer, target } = await givenSubscribed(identity, host);
  await identity.execute(viewer, "mutation { unsubscribeFromPush { subscribed } }");
  for (const [what, change, code] of [
    ["a host that is not listed", { endpoint: "https://push.evil.example/x" }, "PUSH_HOST_NOT_ALLOWED"],
    ["a private address", { endpoint: "https://169.254.169.254/latest" }, "PUSH_HOST_NOT_ALLOWED"],
    ["another scheme", { endpoint: "file:///etc/passwd" }, "PUSH_HOST_NOT_ALLOWED"],
    ["no address", { endpoint: "x" }, "PUSH_HOST_NOT_ALLOWED"],
    ["an endless address", { endpoint: `https://fcm.googleapis.com/${"x".repeat(3_000)}` }, "BAD_INPUT"],
    ["a point that is not on the curve", { p256dh: Buffer.alloc(65, 4).toString("base64url") }, "BAD_INPUT"],
    ["a short secret", { auth: "AAAA" }, "BAD_INPUT"],
    ["another city's key", { serverKey: "BPhWdTBjMgTTZJjaU3Pk0LrNZSyC" }, "PUSH_KEY_CHANGED"],
  ] as const) {
    const { errors } = await subscribe(identity, viewer, { ...target, ...change });
    expect(errors?.[0]?.extensions.code, what).toBe(code);
  }
  expect(await isSubscribed(identity, viewer)).toBe(false);
});

it("ends with the cookie when the app signs out, and takes no subscription from a session that is over", async () => {
  await using host = await PushHost.start();
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie("guardian@campus.example");
  const { subjectId } = await app.session();
  const [session] = await identity.rows<{ sid: string }>(
    "select sid from cookie_session where subject_id = ?",
    [subjectId],
  );
  const viewer: Viewer = { ...signedIn(subjectId!, { role: "GUARDIAN" }), session: session!.sid };
  const { data } = await identity.execute(viewer, "{ pushService { serverKey } }");
  const target = host.subscribe(data.pushService.serverKey);
  await subscribe(identity, viewer, target);
  expect(await isSubscribed(identity, viewer)).toBe(true);
  await app.post("/session/sign-out");
  expect(await identity.rows("select sid from push_subscription")).toEqual([]);
  expect((await subscribe(identity, viewer, target)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});
