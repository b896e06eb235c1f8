import { anyone, withItsObject } from "@campus-graph/kit/auth/permissions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../../../test/harness/answer.js";
import { permissions } from "../access/permissions.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { type Example, type ExampleWorld, examples, exampleWorld } from "./permissions.examples.js";

const refusing = ["UNAUTHENTICATED", "FORBIDDEN", "MUST_CHANGE_PASSWORD"];

describe("the permission table", () => {
  let graph: BindingAlone;
  let world: ExampleWorld;

  beforeAll(async () => {
    graph = await startBinding();
    world = await exampleWorld(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  /** Whether the one who asks gets it: not turned away, and what is to be seen is there. */
  async function isGiven({ as, query: ask, with: variables, sees }: Example): Promise<boolean> {
    const answer = await graph.execute(world.viewers[as], ask, variables?.(world));
    if (refusing.includes(String(codeOf(answer)))) return false;
    return sees === undefined || Boolean(answer.data && sees(answer.data));
  }

  it.each(Object.entries(examples))("%s is given to whom it allows", async (_, { allowed }) => {
    expect(await isGiven(allowed)).toBe(true);
  });

  it.each(Object.entries(examples).filter(([, { refused }]) => refused))(
    "%s is kept from whom it refuses",
    async (_, { refused }) => {
      expect(await isGiven(refused!)).toBe(false);
    },
  );

  it.each(
    Object.entries(examples).filter(([row]) => permissions[row as keyof typeof permissions] !== anyone),
  )(
    "%s is kept from programs that are not the city's own, whoever their person is",
    async (_, { allowed }) => {
      const scopes = ["bills:read", "notices:subscribe", "payments:notify"];
      const viewer = { ...world.viewers[allowed.as], clientId: "wallet", scopes };
      const answer = await graph.execute(viewer, allowed.query, allowed.with?.(world));
      expect(codeOf(answer)).toBe("FORBIDDEN");
    },
  );

  it("has a refused example for every row that is not open to everyone", () => {
    const without = Object.entries(examples).filter(([, { refused }]) => !refused);
    for (const [row] of without)
      expect([anyone, withItsObject]).toContain(permissions[row as keyof typeof permissions]);
  });
});
