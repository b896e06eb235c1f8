import { describe, expect, it } from "vitest";
import { restoreBackup, takeBackup } from "./backup.js";
import { noting, startTestNode, type TestNode } from "./test-node.js";
import { testNodes } from "./test-nodes.js";

const texts = async (node: TestNode) => (await node.notes()).map(({ text }) => text);

describe("a source restored from a backup", () => {
  it("speaks on in a higher epoch, so that positions given out twice are not taken for each other", async () => {
    await using database = await testNodes();
    await using elsewhere = await testNodes();
    await using binding = await startTestNode(database.urls, "binding", { reactions: noting });
    const roster = await startTestNode(database.urls, "roster");
    await roster.publish("a", "before the backup");
    await roster.events.settle();
    const backup = await takeBackup(database.urls.roster, "roster");
    await roster.publish("a", "after the backup");
    await roster.events.settle();
    await binding.events.settle();
    await roster.stop();
    await restoreBackup(elsewhere.urls.roster, backup);
    await using restored = await startTestNode({ ...elsewhere.urls, bus: database.urls.bus }, "roster");
    await restored.publish("a", "after the restore");
    await restored.events.settle();
    await binding.events.settle();
    expect(await texts(binding)).toEqual(["before the backup", "after the backup", "after the restore"]);
  });

  it("is known by what the bus has heard, even when nothing else tells it from its original", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding", { reactions: noting });
    const roster = await startTestNode(database.urls, "roster");
    await roster.publish("a", "before the backup");
    await roster.events.settle();
    const backup = await takeBackup(database.urls.roster, "roster");
    await roster.publish("a", "after the backup");
    await roster.events.settle();
    await binding.events.settle();
    await roster.stop();
    await restoreBackup(database.urls.roster, backup);
    await using restored = await startTestNode(database.urls, "roster");
    await restored.publish("a", "after the restore");
    await restored.events.settle();
    await binding.events.settle();
    expect(await texts(binding)).toEqual(["before the backup", "after the backup", "after the restore"]);
  });

  it("says again what the backup held and the bus had not yet heard, and no reaction is doubled", async () => {
    await using database = await testNodes();
    await using elsewhere = await testNodes();
    await using binding = await startTestNode(database.urls, "binding", { reactions: noting });
    const roster = await startTestNode(database.urls, "roster");
    await roster.events.settle();
    // The backup catches the event after its commit and before it left.
    const backup = await takeBackupOfUnsent(roster, database.urls.roster);
    await roster.events.settle();
    await binding.events.settle();
    await roster.stop();
    await restoreBackup(elsewhere.urls.roster, backup);
    await using restored = await startTestNode({ ...elsewhere.urls, bus: database.urls.bus }, "roster");
    await restored.publish("a", "later");
    await restored.events.settle();
    await binding.events.settle();
    expect(await texts(binding)).toEqual(["unsent at the backup", "later"]);
  });

  it("keeps its epoch when it is only started again", async () => {
    await using database = await testNodes();
    const roster = await startTestNode(database.urls, "roster");
    await roster.publish("a", "1");
    await roster.events.settle();
    await roster.stop();
    await using again = await startTestNode(database.urls, "roster");
    await again.publish("a", "2");
    await again.events.settle();
    const events = await again.bus.read([{ source: "roster", epoch: 0, position: 0 }], [], 10);
    expect(events.map(({ epoch }) => epoch)).toEqual([1, 1]);
    expect(events.map(({ position }) => position)).toEqual([1, 2]);
  });
});

async function takeBackupOfUnsent(roster: TestNode, url: string) {
  await roster.publish("a", "unsent at the backup");
  const backup = await takeBackup(url, "roster");
  // The relay may have been quicker: put the copy back to the moment before it.
  for (const table of backup.tables) {
    if (table.name === "outbox")
      table.rows = JSON.stringify(
        JSON.parse(table.rows as string).map((row: object) => ({ ...row, epoch: null, position: null })),
      );
    if (table.name === "outbox_head")
      table.rows = JSON.stringify(
        JSON.parse(table.rows as string).map((row: object) => ({ ...row, position: 0, published: 0 })),
      );
  }
  return backup;
}
