import { composeServices } from "@apollo/composition";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { createSampledLog } from "../observability/sampled-log.js";
import { createOpenGateway } from "../open-mode/gateway.js";
import { codesOf, execute } from "./execute.js";
import { TestSubgraph } from "./subgraph.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway({ operatorPort: 0 });
});
afterAll(() => world[Symbol.asyncDispose]());

const code = "SUBGRAPH_RESPONSE_INVALID";

type Subgraph = keyof TestWorld["subgraphs"];

interface Wrong {
  query: string;
  subgraph: Subgraph;
  response: object;
  data: unknown;
  path: (string | number)[];
}

const wrong: Record<string, Wrong> = {
  "null in a non-null field of the root": {
    query: "{ hello }",
    subgraph: "binding",
    response: { hello: null },
    data: null,
    path: ["hello"],
  },
  "nothing in a non-null field": {
    query: "{ greeting: hello }",
    subgraph: "binding",
    response: {},
    data: null,
    path: ["greeting"],
  },
  "a number for a text": {
    query: "{ hello }",
    subgraph: "binding",
    response: { hello: 7 },
    data: null,
    path: ["hello"],
  },
  "a text for a list": {
    query: "{ bills { id } }",
    subgraph: "payments",
    response: { bills: "none" },
    data: null,
    path: ["bills"],
  },
  "a text for an object, where null may be": {
    query: "{ bills { id } }",
    subgraph: "payments",
    response: { bills: ["none", { id: "bill-1" }] },
    data: { bills: [null, { id: "bill-1" }] },
    path: ["bills", 0],
  },
  "an Int beyond 32 bits": {
    query: "{ bills { id amount } }",
    subgraph: "payments",
    response: { bills: [{ id: "bill-0", amount: 3_000_000_000 }] },
    data: { bills: [null] },
    path: ["bills", 0, "amount"],
  },
  "an Int that is not whole": {
    query: "{ bills { amount } }",
    subgraph: "payments",
    response: { bills: [{ amount: 1 }, { amount: 0.5 }] },
    data: { bills: [{ amount: 1 }, null] },
    path: ["bills", 1, "amount"],
  },
  "an entity of another type": {
    query: "{ bills(first: 1) { id student { id maskedName } } }",
    subgraph: "roster",
    response: { _entities: [{ __typename: "School", maskedName: "林O1" }] },
    data: { bills: [null] },
    path: ["bills", 0, "student"],
  },
  "nothing in an entity's non-null field": {
    query: "{ bills(first: 1) { id student { name: maskedName } } }",
    subgraph: "roster",
    response: { _entities: [{ __typename: "Student" }] },
    data: { bills: [null] },
    path: ["bills", 0, "student", "name"],
  },
};

async function answerOf(at: Gateway, { query, subgraph, response }: Wrong) {
  const answerOf = world.subgraphs[subgraph];
  answerOf.fault = { status: 200, body: JSON.stringify({ data: response }) };
  try {
    return await execute(at, query);
  } finally {
    answerOf.fault = null;
  }
}

const faultsOf = async ({ operatorUrl }: Gateway) => {
  const text = await (await fetch(`${operatorUrl}/metrics`)).text();
  const counted = text.matchAll(/^campus_subgraph_faults_total\{subgraph="(.+)",kind="(.+)"\} (\d+)$/gm);
  return Object.fromEntries([...counted].map(([, name, kind, count]) => [`${name} ${kind}`, Number(count)]));
};

describe("what a subgraph answers against the schema", () => {
  for (const [what, each] of Object.entries(wrong))
    it(`is a field error that names the subgraph: ${what}`, async () => {
      const { status, data, errors } = await answerOf(gateway, each);
      expect([status, data]).toEqual([200, each.data]);
      expect(errors).toMatchObject([{ path: each.path, extensions: { code, serviceName: each.subgraph } }]);
    });

  it("is told once, where a subgraph told the reason itself", async () => {
    const { payments } = world.subgraphs;
    const subgraphError = { message: "No.", path: ["bills", 0, "amount"], extensions: { code: "NO" } };
    payments.fault = {
      status: 200,
      body: JSON.stringify({ data: { bills: [{ id: "bill-0", amount: null }] }, errors: [subgraphError] }),
    };
    const answer = await execute(gateway, "{ bills { id amount } }");
    payments.fault = null;
    expect([answer.data, codesOf(answer)]).toEqual([{ bills: [null] }, ["NO"]]);
  });

  it("is counted by subgraph and kind, as are answers that cannot be read", async () => {
    const counting = await world.gateway({ operatorPort: 0 });
    const { binding } = world.subgraphs;
    await answerOf(counting, wrong["a number for a text"]!);
    await answerOf(counting, wrong["nothing in a non-null field"]!);
    for (const body of ["<html>Bad Gateway</html>", '{"data":{"hel', '{"status":"down"}']) {
      binding.fault = { status: 502, body };
      expect(codesOf(await execute(counting, "{ hello }"))).toEqual(["SUBGRAPH_UNAVAILABLE"]);
    }
    binding.fault = null;
    expect(await faultsOf(counting)).toEqual({
      "binding type": 1,
      "binding missing": 1,
      "binding not-json": 2,
      "binding not-graphql": 1,
    });
  });
});

describe("in a union or an interface", () => {
  const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
  let animals: TestSubgraph;
  let open: Gateway;
  beforeAll(async () => {
    animals = await new TestSubgraph({
      name: "animals",
      ring: null,
      typeDefs: `${link}
        type Query { pet: Pet named: Named }
        union Pet = Dog | Cat
        interface Named { name: String }
        type Dog implements Named { name: String }
        type Cat implements Named { name: String }
        type Stone { name: String }
        type Holder { stone: Stone }`,
      resolvers: {},
    }).start();
    const { supergraphSdl } = composeServices([
      { name: "animals", url: animals.url, typeDefs: animals.typeDefs },
    ]);
    open = await createOpenGateway({
      host: "127.0.0.1",
      port: 0,
      supergraph: { sdl: supergraphSdl! },
      logLevel: "silent",
    });
  });
  afterAll(async () => {
    await open.stop();
    await animals.stop();
  });

  for (const [field, query] of [
    ["pet", "{ pet { __typename ... on Dog { name } } }"],
    ["named", "{ named { name } }"],
  ] as const)
    it(`who is no member is an error, who is one is not: ${field}`, async () => {
      const body = (name: string) => JSON.stringify({ data: { [field]: { __typename: name, name: "Rex" } } });
      animals.fault = { status: 200, body: body("Stone") };
      const stone = await execute(open, query);
      expect(stone.data).toEqual({ [field]: null });
      expect(stone.errors).toMatchObject([{ path: [field], extensions: { code, serviceName: "animals" } }]);
      animals.fault = { status: 200, body: body("Dog") };
      const dog = await execute(open, query);
      expect([dog.data, dog.errors]).toMatchObject([{ [field]: { name: "Rex" } }, []]);
      animals.fault = null;
    });
});

describe("the log of what happens again and again", () => {
  it("has a line at first and one each while, which says how many there were", () => {
    const lines: object[] = [];
    let now = 0;
    const warn = (fields: object) => lines.push(fields);
    const log = createSampledLog({ warn } as unknown as Parameters<typeof createSampledLog>[0], {
      everyMs: 1_000,
      now: () => now,
    });
    for (; now < 2_500; now += 1) {
      log("one", { subgraph: "one" }, "again");
      if (now === 0) log("other", { subgraph: "other" }, "again");
    }
    expect(lines).toEqual([
      { subgraph: "one" },
      { subgraph: "other" },
      { subgraph: "one", unlogged: 999 },
      { subgraph: "one", unlogged: 999 },
    ]);
  });
});
