import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSupergraph } from "../supergraph.js";
import { ask } from "./ask.js";
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

  it("is read anew when its file changes, without a request lost; a broken one changes nothing", async () => {
    const file = join(folder, "supergraph.graphql");
    await writeFile(file, world.compose());
    const gateway = await world.gateway({ supergraph: { file } });
    expect((await ask(gateway, "{ greeting: hello }")).status).toBe(200);
    await writeFile(file, "this is no supergraph");
    expect((await ask(gateway, "{ hello }")).status).toBe(200);
    const grown = world
      .compose()
      .replace(/^ {2}hello: .*$/m, "$&\n  hallo: String @join__field(graph: BINDING)");
    await writeFile(file, grown);
    const answers: number[] = [];
    await expect
      .poll(async () => {
        const { status } = await ask(gateway, "{ hallo }");
        answers.push((await ask(gateway, "{ hello }")).status);
        return status;
      }, soon)
      .toBe(200);
    expect(new Set(answers)).toEqual(new Set([200]));
  });
});
