import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "../../../test/harness/postgres.js";
import type { Gateway } from "../gateway.js";
import { codesOf, execute } from "./execute.js";
import { accessToken, applicantToken } from "./identity.js";
import { TestSocket } from "./socket.js";
import { soon } from "./soon.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let database: TestDatabase;
let bus: PostgresBus;
let gateway: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  database = await createDatabase();
  bus = new PostgresBus(database.urls.bus);
  await bus.prepare();
  gateway = await world.gateway({ busUrl: database.urls.bus, operatorPort: 0 });
});
afterEach(() => {
  for (const subgraph of Object.values(world.subgraphs)) {
    subgraph.fault = null;
    subgraph.subscriptions.fault = null;
  }
  // Whatever stood there would show in everything else that this process answers.
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect({}).not.toHaveProperty("stained");
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await bus.close();
  await database[Symbol.asyncDispose]();
});

const stain = '"__proto__":{"stained":"yes","amount":7,"maskedName":"stained"}';
const respondWith = (name: keyof TestWorld["subgraphs"], body: string) => {
  world.subgraphs[name].fault = { status: 200, body };
};

describe("a member __proto__ is nobody's field", () => {
  it("at the root of an answer, beside lists and within them", async () => {
    respondWith("payments", `{"data":{${stain},"bills":[{${stain},"id":"b1"}]}}`);
    expect(await execute(gateway, "{ bills { id } }")).toMatchObject({
      data: { bills: [{ id: "b1" }] },
      errors: [],
    });
  });

  it("where two fetches tell of one object", async () => {
    const schools = `"school":{${stain},"name":"內湖國小","students":[{${stain},"id":"s1"}]}`;
    respondWith(
      "roster",
      `{"data":{"_entities":[{${stain},"__typename":"Student","maskedName":"林O1",${schools}}]}}`,
    );
    const query = "{ bills(first: 2) { amount student { maskedName school { name students { id } } } } }";
    const student = { maskedName: "林O1", school: { name: "內湖國小", students: [{ id: "s1" }] } };
    expect((await execute(gateway, query)).data).toEqual({
      bills: [
        { amount: 1, student },
        { amount: 1, student },
      ],
    });
  });

  it("in a value that stands for no object, or in place of the whole", async () => {
    respondWith("payments", '{"data":{"__proto__":null,"bills":[{"__proto__":"x","id":"b1"}]}}');
    expect((await execute(gateway, "{ bills { id } }")).data).toEqual({ bills: [{ id: "b1" }] });
    respondWith("payments", '{"__proto__":{"data":{"bills":[]}}}');
    expect(codesOf(await execute(gateway, "{ bills { id } }"))).toEqual(["SUBGRAPH_UNAVAILABLE"]);
  });

  it("in what an error tells", async () => {
    respondWith(
      "payments",
      `{"data":{"refusing":null},"errors":[{"message":"no","extensions":{"code":"NO",${stain}}}]}`,
    );
    const response = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{ refusing }"}',
    });
    const text = await response.text();
    expect(text).not.toContain("__proto__");
    expect(JSON.parse(text)).toMatchObject({ errors: [{ message: "no", extensions: { code: "NO" } }] });
  });

  it("in an event that is passed through", async () => {
    world.subgraphs.payments.subscriptions.fault = `{"data":{${stain},"struck":{${stain},"text":"one","student":{"__typename":"Student","id":"student-1"}}}}`;
    await using socket = TestSocket.as(gateway, await accessToken());
    const next = TestSocket.take(
      socket.run('subscription { struck(on: "stained") { text student { maskedName } } }'),
      1,
    );
    await expect.poll(() => world.broadcasts.count("stained"), soon).toBe(1);
    world.broadcasts.publish("stained", { text: "one" });
    expect(await next).toEqual([{ data: { struck: { text: "one", student: { maskedName: "林O1" } } } }]);
  });

  it("in an event on the bus, which is heard all the same", async () => {
    const subject = "stained-subject";
    const token = await accessToken({ subject, sid: "stained-session" });
    expect((await execute(gateway, "{ me { id } }", { token })).data).toEqual({ me: { id: subject } });
    const payload = JSON.parse(`{${stain},"subjectId":"${subject}","sid":"stained-session"}`) as object;
    await bus.publish([
      {
        source: "identity",
        epoch: 1,
        position: 1,
        id: crypto.randomUUID(),
        type: "identity.SessionEnded",
        key: subject,
        payload,
        occurredAt: new Date(),
      },
    ]);
    const status = async () => (await execute(gateway, "{ me { id } }", { token })).status;
    await expect.poll(status, soon).toBe(401);
  });

  it("in the variables, at whatever depth", async () => {
    const variables = JSON.parse(`{${stain},"n":1,"more":{${stain}}}`) as object;
    const query = "query ($n: Int) { bills(first: $n) { id } }";
    expect(await execute(gateway, query, { variables })).toMatchObject({
      data: { bills: [{ id: "bill-0" }] },
    });
  });

  it("in a token's claims", async () => {
    const claims = JSON.parse(`{${stain},"roles":[{${stain},"role":"TEACHER"}]}`) as Record<string, unknown>;
    const token = await accessToken({ subject: "claimed", claims });
    expect((await execute(gateway, "{ me { id roles } }", { token })).data).toEqual({
      me: { id: "claimed", roles: ["TEACHER"] },
    });
    const applicant = await applicantToken({ subject: "applicant-9", claims });
    expect((await execute(gateway, "{ me { id roles } }", { token: applicant })).data).toEqual({
      me: { id: "applicant-9", roles: [] },
    });
  });

  it("in the request around an operation", async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: `{"query":"{ hello }",${stain},"extensions":{${stain}}}`,
    });
    expect(await response.json()).toEqual({ data: { hello: "hello" } });
  });
});

describe("an error that is not shaped as one", () => {
  const paths = ['"bills"', "7", "[null]", "[{}]", "[1.5]", "[-1]", "{}", "null", '[["bills"]]'];
  it.each(paths)("keeps its words without its path %s; the rest is answered", async (path) => {
    respondWith(
      "payments",
      `{"data":{"bills":[{"id":"b1"}]},"errors":[{"message":"no","path":${path},"extensions":{"code":"NO"}}]}`,
    );
    const { status, data, errors } = await execute(gateway, "{ bills { id } hello }");
    expect([status, data]).toEqual([200, { bills: [{ id: "b1" }], hello: "hello" }]);
    expect(errors).toMatchObject([{ message: "no", extensions: { code: "NO" } }]);
    expect(errors[0]).not.toHaveProperty("path");
  });

  it.each([
    "null",
    '"no"',
    "7",
    "[]",
    "{}",
    '{"message":7,"extensions":"NO"}',
    '{"message":"m","extensions":[1]}',
  ])("as %s is told as one that nobody knows; the rest is answered", async (error) => {
    respondWith("payments", `{"data":{"bills":[{"id":"b1"}]},"errors":[${error}]}`);
    const { status, data, errors } = await execute(gateway, "{ bills { id } hello }");
    expect([status, data]).toEqual([200, { bills: [{ id: "b1" }], hello: "hello" }]);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["INTERNAL"]);
  });

  it.each(['{"data":{"bills":[{"id":"b1"}]},"errors":"no"}', '{"data":{"bills":[{"id":"b1"}]},"errors":{}}'])(
    "%s is an answer without errors",
    async (body) => {
      respondWith("payments", body);
      expect(await execute(gateway, "{ bills { id } }")).toMatchObject({
        data: { bills: [{ id: "b1" }] },
        errors: [],
      });
    },
  );

  it("of an entity keeps the others answered", async () => {
    const body = `{"data":{"_entities":[{"__typename":"Student","maskedName":"林O1"}]},"errors":[null,{"message":"no","path":"x"}]}`;
    respondWith("roster", body);
    const { status, data } = await execute(gateway, "{ bills(first: 1) { student { maskedName } } hello }");
    expect([status, data]).toEqual([200, { bills: [{ student: { maskedName: "林O1" } }], hello: "hello" }]);
  });

  it("ends an event stream with what can be told", async () => {
    world.subgraphs.payments.subscriptions.fault =
      '{"data":null,"errors":[null,{"message":"no","path":"x"}]}';
    await using socket = TestSocket.as(gateway, await accessToken());
    const next = TestSocket.take(socket.run('subscription { struck(on: "misshapen") { text } }'), 1);
    await expect.poll(() => world.broadcasts.count("misshapen"), soon).toBe(1);
    world.broadcasts.publish("misshapen", { text: "one" });
    expect((await next)[0]?.errors?.map(({ extensions }) => extensions?.code)).toEqual([
      "INTERNAL",
      "INTERNAL",
    ]);
  });
});

it("figures that are no numbers cost their subgraph its row, and nobody the page", async () => {
  const read = async () => (await fetch(`${gateway.operatorUrl}/metrics`)).text();
  expect(await read()).toContain('campus_subgraph_up{subgraph="payments"} 1');
  world.eventMetrics = { ...world.eventMetrics, unpublished: "many", lag: { binding: null } };
  expect(await read()).toContain('campus_subgraph_up{subgraph="payments"} 0');
});
