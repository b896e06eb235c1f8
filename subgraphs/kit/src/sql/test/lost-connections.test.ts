import { describe, expect, it } from "vitest";
import { startTestNode } from "../../events/test/test-node.js";
import { testNodes } from "../../events/test/test-nodes.js";

const moreThanThePool = 15;

describe("a subgraph's connections", () => {
  it("are replaced when the server ends them in the middle of a transaction", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    for (let time = 0; time < moreThanThePool; time++) {
      const lost = roster.database.em
        .fork()
        .transactional((em) => em.execute("select pg_terminate_backend(pg_backend_pid())"));
      await expect(lost).rejects.toThrow();
    }
    await roster.publish("a", "still here");
    expect(await roster.events.settle()).toBe(1);
  });
});
