import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOpenGateway } from "../open-mode/gateway.js";
import { createPlanningBySupergraph } from "../planning/planning-by-supergraph.js";
import { readSupergraph } from "../subgraphs/supergraph.js";
import { execute } from "./execute.js";
import { soon } from "./soon.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let folder: string;
beforeAll(async () => {
  world = await TestWorld.start();
  folder = await mkdtemp(join(tmpdir(), "supergraph-"));
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

describe("a supergraph", () => {
  it("tells where its subgraphs are and which subscriptions are tails of which lists", () => {
    const { subgraphs, tails } = readSupergraph(world.compose());
    expect(subgraphs.get("roster")).toBe(world.subgraphs.roster.url);
    expect([...tails]).toEqual([["billNotice", { list: "billNotices", subgraph: "payments" }]]);
  });

  it("with a tail of no list is refused", () => {
    const broken = world.compose().replace('@tail(of: "billNotices")', '@tail(of: "nothing")');
    expect(() => readSupergraph(broken)).toThrow("billNotice is the tail of “nothing”");
  });

  const federation = (version: string, names: string) =>
    `extend schema @link(url: "https://specs.apollo.dev/federation/${version}", import: [${names}])`;
  const beyondUs: Record<string, string> = {
    "@authenticated": `${federation("v2.9", '"@authenticated"')} type Query { one: Int @authenticated }`,
    "@context": `${federation("v2.9", '"@key", "@context", "@fromContext"')}
      type Query { one: One }
      type One @key(fields: "id") @context(name: "one") { id: ID! name: String other: Other }
      type Other @key(fields: "id") { id: ID! named(name: String @fromContext(field: "$one { name }")): Int }`,
    "a connector": `${federation("v2.10", '"@key"')}
      @link(url: "https://specs.apollo.dev/connect/v0.1", import: ["@connect", "@source"])
      @source(name: "one", http: { baseURL: "http://one.example" })
      type Query { one: Int @connect(source: "one", http: { GET: "/one" }, selection: "$") }`,
  };
  for (const [what, typeDefs] of Object.entries(beyondUs))
    it(`with ${what} is refused in a sentence`, async () => {
      const [one, other] = [typeDefs, `${federation("v2.9", "")} type Query { other: Int }`].map(
        (text, index) => ({ name: `graph${index}`, url: "http://127.0.0.1:1/", typeDefs: parse(text) }),
      );
      const { supergraphSdl = "" } = composeServices([one!, other!]);
      const settings = { host: "127.0.0.1", port: 0, logLevel: "silent", supergraph: { sdl: supergraphSdl } };
      await expect(createOpenGateway(settings)).rejects.toMatchObject({
        problems: [
          { variable: "SUPERGRAPH", what: expect.stringMatching(/^The supergraph cannot be run: \S.+/) },
        ],
      });
    });

  it("is ready to be planned over before it takes over, and the one before stays so meanwhile", async () => {
    const plannings = createPlanningBySupergraph();
    const [before, next] = [world.compose(), `${world.compose()}\n# next`];
    await plannings.prepare(before);
    const planning = plannings.of(before);
    await plannings.prepare(next);
    const prepared = plannings.of(next);
    // Not by `toBe`, which would compare both planners in depth.
    expect(plannings.of(before) === planning).toBe(true);
    expect(prepared === planning).toBe(false);
    expect(plannings.of(next) === prepared).toBe(true);
  });

  it("is made ready to be planned over in slices, between which others have their turn", async () => {
    let turns = 0;
    let isReady = false;
    const takeTurns = () => {
      turns += 1;
      if (!isReady) setImmediate(takeTurns);
    };
    setImmediate(takeTurns);
    await createPlanningBySupergraph().prepare(world.compose());
    isReady = true;
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  it("is read anew when its file changes, without a request lost; a broken one changes nothing", async () => {
    const file = join(folder, "supergraph.graphql");
    await writeFile(file, world.compose());
    const gateway = await world.gateway({ supergraph: { file } });
    expect((await execute(gateway, "{ greeting: hello }")).status).toBe(200);
    await writeFile(file, "this is no supergraph");
    expect((await execute(gateway, "{ hello }")).status).toBe(200);
    const grown = world
      .compose()
      .replace(/^ {2}hello: .*$/m, "$&\n  hallo: String @join__field(graph: BINDING)");
    await writeFile(file, grown);
    const answers: number[] = [];
    await expect
      .poll(async () => {
        const { status } = await execute(gateway, "{ hallo }");
        answers.push((await execute(gateway, "{ hello }")).status);
        return status;
      }, soon)
      .toBe(200);
    expect(new Set(answers)).toEqual(new Set([200]));
  });
});
