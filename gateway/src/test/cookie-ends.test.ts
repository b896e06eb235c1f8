import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "../../../test/harness/postgres.js";
import type { Gateway } from "../gateway.js";
import { codesOf, execute } from "./execute.js";
import { accessToken, publicUrl } from "./identity.js";
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
    expect((await execute(gateway, me, { headers: own(secret) })).data?.me).toMatchObject({ id: subject });
  // Identity forgets the cookie in the transaction that says so.
  world.tokens.delete(secret);
  await publish(type, { subjectId: subject, ...of });
  for (const socket of sockets)
    expect(await socket.closed).toMatchObject({ code: 4403, reason: "SESSION_ENDED" });
  for (const gateway of gateways) {
    const answer = await execute(gateway, me, { headers: own(secret) });
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
  await publish("identity.TokensRevoked", { subjectId: subject, except: sid });
  await publish("identity.SessionEnded", { subjectId: "later", sid: "later" });
  expect(await TestSocket.take(socket.run(me), 1)).toMatchObject([{ data: { me: { id: subject } } }]);
  for (const gateway of gateways)
    expect((await execute(gateway, me, { headers: own(secret) })).data?.me).toMatchObject({ id: subject });
});

it("answers no query any more that was running when its sign-out was heard", async () => {
  const [subject, gateway] = ["mid-answer", gateways[0]!];
  const secret = secretOf(subject);
  world.tokens.set(secret, () => accessToken({ subject, sid: `sid of ${subject}` }));
  const token = await accessToken({ subject, sid: `sid of ${subject}` });
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  world.subgraphs.payments.held = held;
  const requestCount = () => world.subgraphs.payments.viewers.length;
  const before = requestCount();
  const running = [
    execute(gateway, "{ bills(first: 1) { id } }", { headers: own(secret) }),
    execute(gateway, "{ bills(first: 1) { id } }", { token }),
  ];
  const act = execute(gateway, "mutation { pay(amount: 1) }", { token });
  await expect.poll(requestCount, soon).toBe(before + 3);
  world.tokens.delete(secret);
  await publish("identity.SessionEnded", { subjectId: subject, sid: `sid of ${subject}` });
  await expect
    .poll(async () => codesOf(await execute(gateway, me, { token })), soon)
    .toEqual(["UNAUTHENTICATED"]);
  world.subgraphs.payments.held = null;
  release();
  for (const answer of await Promise.all(running)) {
    expect(answer.data ?? null).toBeNull();
    expect(codesOf(answer)).toEqual(["UNAUTHENTICATED"]);
  }
  // What was done was done while the sign-in stood.
  expect((await act).data).toEqual({ pay: 1 });
});
