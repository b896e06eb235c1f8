import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "../../../test/harness/postgres.js";
import type { Gateway } from "../gateway.js";
import { execute } from "./execute.js";
import { accessToken, applicantToken } from "./identity.js";
import { TestSocket } from "./socket.js";
import { soon } from "./soon.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let database: TestDatabase;
let bus: PostgresBus;
let gateways: Gateway[];
let position = 0;

beforeAll(async () => {
  world = await TestWorld.start();
  database = await createDatabase();
  bus = new PostgresBus(database.urls.bus);
  await bus.prepare();
  // Nothing but the bus can wake these tails in the time of a test.
  const settings = { busUrl: database.urls.bus, tails: { slowIntervalMs: 3_600_000 } };
  gateways = [await world.gateway(settings), await world.gateway(settings)];
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await bus.close();
  await database[Symbol.asyncDispose]();
});

const { take } = TestSocket;
const notices = "subscription ($after: Cursor) { billNotice(after: $after) { text } }";

const publish = (type: string, payload: object) =>
  bus.publish([
    {
      source: "identity",
      epoch: 1,
      position: ++position,
      id: crypto.randomUUID(),
      type,
      key: "k",
      payload,
      occurredAt: new Date(),
    },
  ]);

describe("an empty word from the bus", () => {
  it("brings news to the subjects whose feeds moved, at every copy, and to nobody else", async () => {
    const subjects = ["moved-1", "moved-2", "still"];
    for (const subject of subjects) world.feed.append(subject, { text: "first" });
    const sockets = await Promise.all(
      subjects.map(async (subject, index) =>
        TestSocket.as(gateways[index % 2]!, await accessToken({ subject })),
      ),
    );
    const tails = sockets.map((socket, index) => socket.run(notices, { after: `${subjects[index]}:0` }));
    for (const tail of tails) await take(tail, 1);
    const readsOf = (subject: string) =>
      world.subgraphs.payments.requests.filter(({ variables }) =>
        String(variables?.campusAfter).startsWith(subject),
      ).length;
    const publish = async (text: string) => {
      world.feed.append("moved-1", { text });
      world.feed.append("moved-2", { text });
      await bus.announceNews();
      for (const tail of tails.slice(0, 2))
        expect(await take(tail, 1)).toEqual([{ data: { billNotice: { text } } }]);
    };
    // By then it is known where the feed stands, and everybody who listened meanwhile has looked once more.
    await publish("second");
    const before = readsOf("still");
    await publish("third");
    await publish("fourth");
    expect(readsOf("still")).toBe(before);
    for (const socket of sockets) await socket[Symbol.asyncDispose]();
  });
});

describe("the end of a sign-in", () => {
  it("closes its sockets and denies its tokens at every copy", async () => {
    const [token, other] = await Promise.all(
      ["gone", "stays"].map((sid) => accessToken({ subject: "guardian-9", sid })),
    );
    await using socket = TestSocket.as(gateways[0]!, token!);
    const tail = take(socket.run(notices), 1);
    tail.catch(() => undefined);
    await expect.poll(() => socket.socket?.readyState, soon).toBe(1);
    for (const gateway of gateways)
      expect((await execute(gateway, "{ me { id } }", { token })).status).toBe(200);

    await publish("identity.SessionEnded", { subjectId: "guardian-9", sid: "gone" });
    expect(await socket.closed).toMatchObject({ code: 4403, reason: "SESSION_ENDED" });
    for (const gateway of gateways) {
      await expect
        .poll(async () => (await execute(gateway, "{ me { id } }", { token })).status, soon)
        .toBe(401);
      expect((await execute(gateway, "{ me { id } }", { token: other })).status).toBe(200);
    }
  });

  it("takes in every session of a disabled account", async () => {
    const token = await accessToken({ subject: "disabled-1", sid: "a" });
    expect((await execute(gateways[0]!, "{ me { id } }", { token })).status).toBe(200);
    await publish("identity.AccountDisabled", { subjectId: "disabled-1" });
    await expect
      .poll(async () => (await execute(gateways[0]!, "{ me { id } }", { token })).status, soon)
      .toBe(401);
  });

  it("takes in the tokens that a subject got before, but for those of the session that goes on", async () => {
    const subject = "changed-1";
    const past = { subject, issuedSecondsAgo: 2 };
    const [other, same, applicants] = await Promise.all([
      accessToken({ ...past, sid: "other" }),
      accessToken({ ...past, sid: "same" }),
      applicantToken(past),
    ]);
    const statusOf = async (token: string) =>
      (await execute(gateways[0]!, "{ me { id } }", { token })).status;
    for (const token of [other, same, applicants]) expect(await statusOf(token)).toBe(200);
    await using socket = TestSocket.as(gateways[1]!, applicants);
    world.feed.append(subject, { text: "first" });
    const tail = socket.run(notices, { after: `${subject}:0` });
    await take(tail, 1);
    take(tail, 1).catch(() => undefined);
    await publish("identity.TokensRevoked", { subjectId: subject, except: "same" });
    expect(await socket.closed).toMatchObject({ code: 4403, reason: "SESSION_ENDED" });
    for (const token of [other, applicants]) await expect.poll(() => statusOf(token), soon).toBe(401);
    expect(await statusOf(same)).toBe(200);
    // Whoever signs in anew within the same second is let in.
    expect(await statusOf(await accessToken({ subject, sid: "anew" }))).toBe(200);
  });

  it("takes in the tokens that name a role which is over, and closes their sockets to be opened anew", async () => {
    const subject = "cashier-1";
    const cashier = { role: "CASHIER", schoolCode: "403601" };
    const token = (...roles: object[]) => accessToken({ subject, sid: "goes on", roles });
    const both = await token({ role: "TEACHER", schoolCode: "403601" }, cashier);
    const elsewhere = await token({ ...cashier, schoolCode: "343602" });
    const statusOf = async (token: string) =>
      (await execute(gateways[0]!, "{ me { id } }", { token })).status;
    expect(await statusOf(both)).toBe(200);
    await using socket = TestSocket.as(gateways[1]!, both);
    take(socket.run(notices), 1).catch(() => undefined);
    await expect.poll(() => socket.socket?.readyState, soon).toBe(1);
    await publish("identity.StaffRoleEnded", { subjectId: subject, ...cashier });
    expect(await socket.closed).toMatchObject({ code: 4403, reason: "TOKEN_EXPIRED" });
    await expect.poll(() => statusOf(both), soon).toBe(401);
    expect(await statusOf(elsewhere)).toBe(200);
    expect(await statusOf(await token({ role: "TEACHER", schoolCode: "403601" }))).toBe(200);
  });

  it("is known to a copy that starts later", async () => {
    const later = await world.gateway({ busUrl: database.urls.bus });
    const token = await accessToken({ subject: "guardian-9", sid: "gone" });
    await expect.poll(async () => (await execute(later, "{ me { id } }", { token })).status, soon).toBe(401);
  });
});

describe("a bus that is silent too long", () => {
  it("makes sign-ins uncertain, and strangers none the wiser", async () => {
    // Nobody will ever say that identity has been heard.
    const nowhere = database.urls.bus.replace(/\/[^/]*$/, "/no_such_database");
    const deaf = await world.gateway({ busUrl: nowhere, busSilenceMs: 0 });
    const answer = await execute(deaf, "{ me { id } }", { token: await accessToken() });
    expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: "SESSION_UNCERTAIN" } }] });
    expect((await execute(deaf, "{ hello }")).data).toEqual({ hello: "hello" });
  });

  it("ends an ordinary subscription at its next event, which is not told", async () => {
    // Identity never speaks on this bus, so its silence begins with the gateway.
    const deaf = await world.gateway({ busUrl: database.urls.bus, busSilenceMs: 5_000 });
    const token = await accessToken();
    await using socket = TestSocket.as(deaf, token);
    const messages = take(socket.run('subscription { struck(on: "silence") { text } }'), 2);
    await expect.poll(() => world.broadcasts.count("silence"), soon).toBe(1);
    await expect.poll(async () => (await execute(deaf, "{ me { id } }", { token })).status, soon).toBe(503);
    world.broadcasts.publish("silence", { text: "nobody may hear this" });
    expect(await messages).toMatchObject([
      { data: null, errors: [{ extensions: { code: "SESSION_UNCERTAIN" } }] },
    ]);
  });
});
