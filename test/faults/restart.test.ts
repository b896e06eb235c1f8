import { describe, expect, it } from "vitest";
import { prepareDatabase } from "../../gateway/launch/src/postgres/prepare-database.js";
import {
  eventually,
  noting,
  startTestNode,
  type TestNode,
} from "../../subgraphs/kit/src/events/test/test-node.js";
import { owners, type TestDatabase } from "../harness/postgres.js";
import { startRestartablePostgres } from "../harness/postgres-server.js";
import { faultsIn, none } from "./books.js";
import { size } from "./size.js";

const restarts = size(4, 40);
const keys = ["a", "b", "c", "d"];
/** So many more events arrive between two restarts. */
const stretch = 100;

describe("PostgreSQL restarted under live writers and readers", () => {
  it(
    "brings every acknowledged event once and in order, after clean stops and after kill -9",
    async () => {
      await using postgres = await startRestartablePostgres();
      const request = { adminUrl: postgres.adminUrl, database: "campus", owners, passwordOf: () => "test" };
      const urls = (await prepareDatabase(request)).urls as TestDatabase["urls"];
      await using roster = await startTestNode(urls, "roster");
      await using binding = await startTestNode(urls, "binding", { reactions: noting });
      await using copy = await startTestNode(urls, "binding", { reactions: noting });
      const load = publishLetters(roster);
      let received = 0;
      for (let restart = 0; restart < restarts; restart++) {
        const goal = received + stretch;
        await eventually(async () => {
          received = await count(binding);
          return received >= goal;
        }, `more events after restart ${restart}`);
        if (restart % 2 === 0) await postgres.restart();
        else await postgres.killAndRestart();
      }
      const acknowledged = await load.stop();
      await eventually(() => settled(roster, binding, copy), "everything is heard");
      expect(faultsIn(await binding.notes(), acknowledged)).toEqual(none);
      expect([...acknowledged.values()].reduce((sum, numbers) => sum + numbers.size, 0)).toBeGreaterThan(
        stretch,
      );
    },
    size(180_000, 300_000),
  );
});

/** Speaks without pause until stopped, then gives the numbers that were acknowledged. A lost answer's number is skipped. */
function publishLetters(testNode: TestNode): { stop(): Promise<Map<string, Set<number>>> } {
  const acknowledged = new Map(keys.map((key) => [key, new Set<number>()]));
  let stopped = false;
  const speaking = keys.map(async (key) => {
    for (let number = 1; !stopped; number++) {
      await testNode.publish(key, `${number}`).then(
        () => acknowledged.get(key)!.add(number),
        () => untilAnswering(testNode),
      );
    }
  });
  return {
    async stop() {
      stopped = true;
      await Promise.all(speaking);
      return acknowledged;
    },
  };
}

function untilAnswering(testNode: TestNode): Promise<void> {
  return eventually(
    () =>
      testNode.database.em
        .fork()
        .execute("select 1")
        .then(
          () => true,
          () => false,
        ),
    "the database answers",
  );
}

async function count(testNode: TestNode): Promise<number> {
  try {
    const [row] = await testNode.database.em
      .fork()
      .execute<{ n: number }[]>("select count(*)::int as n from note");
    return row!.n;
  } catch {
    return 0;
  }
}

/** False while a connection that the last restart broke is still being found out. */
async function settled(...testNodes: TestNode[]): Promise<boolean> {
  try {
    for (const testNode of testNodes) await testNode.events.settle();
    return true;
  } catch {
    return false;
  }
}
