import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "../../../test/harness/postgres.js";
import type { Gateway } from "../gateway.js";
import { ask } from "./ask.js";
import { accessToken, publicUrl } from "./identity.js";
import { TestSocket } from "./socket.js";
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
  const settings = { busUrl: database.urls.bus };
  gateways = [await world.gateway(settings), await world.gateway(settings)];
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await bus.close();
  await database[Symbol.asyncDispose]();
});

const bills = "subscription ($after: Cursor) { billNotice(after: $after) { text } }";
const me = "{ me { id assurance } }";
const secretOf = (subject: string) => subject.padEnd(43, "c");
const own = (secret: string) => ({ cookie: `campus=${secret}`, origin: publicUrl });
const say = (type: string, payload: object) =>
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

it.each([
  {
    what: "a sign-out in a second tab",
    type: "identity.SessionEnded",
    of: { sid: "sid of signed-out" },
    subject: "signed-out",
  },
  { what: "an account that is disabled", type: "identity.AccountDisabled", of: {}, subject: "disabled" },
  {
    what: "a password changed elsewhere",
    type: "identity.SessionEnded",
    of: { sid: "sid of changed" },
    subject: "changed",
  },
])("closes at every copy the sockets of $what, and the cookie is nobody's", async ({ type, of, subject }) => {
  const secret = secretOf(subject);
  world.tokens.set(secret, () => accessToken({ subject, sid: `sid of ${subject}` }));
  const sockets = gateways.map((gateway) => new TestSocket(gateway, {}, own(secret)));
  world.feed.append(subject, { text: "told" });
  for (const socket of sockets)
    expect(await TestSocket.take(socket.run(bills, { after: `${subject}:0` }), 1)).toHaveLength(1);
  for (const gateway of gateways)
    expect((await ask(gateway, me, { headers: own(secret) })).data?.me).toMatchObject({ id: subject });
  // Identity forgets the cookie in the transaction that says so.
  world.tokens.delete(secret);
  await say(type, { subjectId: subject, ...of });
  for (const socket of sockets)
    expect(await socket.closed).toMatchObject({ code: 4403, reason: "SESSION_ENDED" });
  for (const gateway of gateways) {
    const answer = await ask(gateway, me, { headers: own(secret) });
    expect([answer.data?.me, answer.errors]).toEqual([null, []]);
  }
});

it("goes on by the cookie of the browser in which the password was changed", async () => {
  const [subject, sid] = ["changer", "sid of changer"];
  const secret = secretOf(subject);
  world.tokens.set(secret, () => accessToken({ subject, sid, issuedSecondsAgo: 60 }));
  await using socket = new TestSocket(gateways[0]!, {}, own(secret));
  world.feed.append(subject, { text: "told" });
  await TestSocket.take(socket.run(bills, { after: `${subject}:0` }), 1);
  await say("identity.TokensRevoked", { subjectId: subject, except: sid });
  await say("identity.SessionEnded", { subjectId: "later", sid: "later" });
  expect(await TestSocket.take(socket.run(me), 1)).toMatchObject([{ data: { me: { id: subject } } }]);
  for (const gateway of gateways)
    expect((await ask(gateway, me, { headers: own(secret) })).data?.me).toMatchObject({ id: subject });
});
