import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { execute } from "./execute.js";
import { accessToken } from "./identity.js";
import { TestSocket } from "./socket.js";
import { soon } from "./soon.js";
import { TestWorld } from "./world.js";

const maxAnswerBytes = 100_000;

let world: TestWorld;
let gateway: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway({ maxAnswerBytes });
});
afterEach(() => {
  const { binding, payments } = world.subgraphs;
  binding.isEndless = false;
  binding.fault = null;
  payments.subscriptions.fault = null;
});
afterAll(() => world[Symbol.asyncDispose]());

const query = "{ hello schools { code } }";
const partly = {
  status: 200,
  data: null,
  errors: [{ path: ["hello"], extensions: { code: "SUBGRAPH_UNAVAILABLE", serviceName: "binding" } }],
};
const greeting = (bytes: number) => {
  const body = JSON.stringify({ data: { hello: "" } });
  return body.replace('""', `"${"x".repeat(bytes - body.length)}"`);
};

describe("a subgraph's answer", () => {
  it("is taken up to the size that it may have", async () => {
    world.subgraphs.binding.fault = { status: 200, body: greeting(maxAnswerBytes) };
    expect(await execute(gateway, query)).toMatchObject({ status: 200, errors: [] });
  });

  it("that is a byte longer is none, and the next is taken again", async () => {
    world.subgraphs.binding.fault = { status: 200, body: greeting(maxAnswerBytes + 1) };
    expect(await execute(gateway, query)).toMatchObject(partly);
    expect(await execute(gateway, "mutation { pay(amount: 1) }")).toMatchObject({ data: { pay: 1 } });
    world.subgraphs.binding.fault = null;
    expect(await execute(gateway, "{ hello }")).toMatchObject({ data: { hello: "hello" } });
  });

  it("that never ends is left, and its subgraph told so", async () => {
    const { binding } = world.subgraphs;
    binding.isEndless = true;
    const hungUp = binding.hungUp;
    expect(await execute(gateway, query)).toMatchObject(partly);
    await expect.poll(() => binding.hungUp, soon).toBe(hungUp + 1);
  });
});

it("a subgraph's message that is too long ends its stream, and the next one is heard", async () => {
  const struck = 'subscription { struck(on: "long") { text } }';
  const { subscriptions } = world.subgraphs.payments;
  await using socket = TestSocket.as(gateway, await accessToken());
  subscriptions.fault = JSON.stringify({ data: { struck: { text: "x".repeat(maxAnswerBytes) } } });
  const long = TestSocket.take(socket.run(struck), 2);
  await expect.poll(() => world.broadcasts.count("long"), soon).toBe(1);
  world.broadcasts.publish("long", { text: "one" });
  expect(await long).toMatchObject([
    { errors: [{ extensions: { code: "SUBGRAPH_UNAVAILABLE", serviceName: "payments" } }] },
  ]);
  subscriptions.fault = null;
  await expect.poll(() => world.broadcasts.count("long"), soon).toBe(0);
  const next = TestSocket.take(socket.run(struck), 1);
  await expect.poll(() => world.broadcasts.count("long"), soon).toBe(1);
  world.broadcasts.publish("long", { text: "two" });
  expect(await next).toEqual([{ data: { struck: { text: "two" } } }]);
});
