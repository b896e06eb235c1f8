import { prepareDatabase } from "@campus-graph/launch/postgres/prepare-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  eventually,
  noting,
  startTestNode,
  type TestNode,
} from "../../subgraphs/kit/src/events/test/test-node.js";
import { testNodes } from "../../subgraphs/kit/src/events/test/test-nodes.js";
import { owners } from "../harness/postgres.js";
import { type RestartablePostgres, startRestartablePostgres } from "../harness/postgres-server.js";
import { faultsIn, none } from "./books.js";
import { size } from "./size.js";

const keys = Array.from({ length: 20 }, (_, index) => `${index}`);
const perKey = size(25, 250);
const sent = new Map(keys.map((key) => [key, perKey]));
const caughtUpWithinMs = size(100_000, 10_000);

describe("F10: the bus is down while subgraphs write", () => {
  let cluster: RestartablePostgres;
  let busUrl: string;
  beforeAll(async () => {
    cluster = await startRestartablePostgres();
    const request = { adminUrl: cluster.adminUrl, database: "bus", owners, passwordOf: () => "test" };
    busUrl = (await prepareDatabase(request)).urls.bus!;
  });
  afterAll(() => cluster[Symbol.asyncDispose]());

  it("fails no write, and everything is heard once and in order soon after it is back", async () => {
    await using database = await testNodes();
    const urls = { ...database.urls, bus: busUrl };
    await using roster = await startTestNode(urls, "roster");
    await using binding = await startTestNode(urls, "binding", { reactions: noting });
    await cluster.stop();
    expect(await failedWrites(roster)).toBe(0);
    expect(await binding.notes()).toEqual([]);
    await cluster.start();
    await eventually(
      async () => (await binding.notes()).length === keys.length * perKey,
      "everything is heard",
      caughtUpWithinMs,
    );
    expect(faultsIn(await binding.notes(), sent)).toEqual(none);
  });

  it("canary: a write that publishes within the request fails", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode({ ...database.urls, bus: busUrl }, "roster");
    await cluster.stop();
    const publishing = roster.database.em.fork().transactional(() => roster.bus.announceNews());
    await expect(publishing).rejects.toThrow();
    await cluster.start();
  });
});

async function failedWrites(roster: TestNode): Promise<number> {
  let failed = 0;
  await Promise.all(
    keys.map(async (key) => {
      for (let number = 1; number <= perKey; number++)
        await roster.publish(key, `${number}`).catch(() => {
          failed++;
        });
    }),
  );
  return failed;
}
