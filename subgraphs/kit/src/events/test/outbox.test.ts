import { describe, expect, it } from "vitest";
import { left, openWrite, startTestNode } from "./test-node.js";
import { testNodes } from "./test-nodes.js";

describe("the outbox", () => {
  it("refuses an event outside of a transaction", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    expect(() => left(roster.database.em.fork(), "a", "")).toThrow("outside of a transaction");
  });

  it("keeps nothing of a transaction that was undone", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    const undone = roster.database.em.fork().transactional(async (em) => {
      left(em, "a", "never");
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    expect(await roster.events.settle()).toBe(0);
  });

  it("keeps nothing of a nested transaction that was undone within one that was not", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await roster.database.em.fork().transactional(async (em) => {
      left(em, "a", "outer");
      await em
        .transactional(async (inner) => {
          left(inner, "a", "inner");
          throw new Error("undo");
        })
        .catch(() => undefined);
    });
    await roster.events.settle();
    expect(await textsOnBus(roster)).toEqual(["outer"]);
  });

  it("numbers events from 1 without a gap, in the order of their commits", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    for (const text of ["first", "second", "third"]) await roster.publish("a", text);
    await roster.events.settle();
    const events = await roster.bus.read(
      [{ source: "roster", epoch: 0, position: 0 }],
      ["roster.StudentLeft"],
      10,
    );
    expect(events.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(events.map(({ payload }) => (payload as { classId: string }).classId)).toEqual([
      "first",
      "second",
      "third",
    ]);
  });

  it("says an event that commits late, after events with higher serials have left", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    const early = roster.database.em.fork();
    await early.begin();
    await early.execute(
      "insert into outbox (id, type, key, payload, occurred_at) values (gen_random_uuid(), 'roster.StudentLeft', 'a', '{\"classId\":\"early serial\"}', now())",
    );
    await roster.publish("b", "late serial");
    await roster.events.settle();
    expect(await textsOnBus(roster)).toEqual(["late serial"]);
    await early.commit();
    await roster.events.settle();
    expect(await textsOnBus(roster)).toEqual(["late serial", "early serial"]);
  });

  it("is not held back by an open write elsewhere", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await using _binding = await startTestNode(database.urls, "binding");
    const write = await openWrite(database.urls.binding, "binding");
    await roster.publish("a", "meanwhile");
    await roster.events.settle();
    expect(await textsOnBus(roster)).toEqual(["meanwhile"]);
    await write.commit();
  });

  it("speaks in commit order per key, whichever transaction began or spoke first", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    const em = roster.database.em;
    await em.fork().execute("insert into note (key) values ('a')");
    const slow = em.fork();
    await slow.begin();
    await slow.execute("insert into note (key) values ('this gives the slow one the lower transaction id')");
    left(slow, "a", "slow");
    await em.fork().transactional(async (quick) => {
      left(quick, "a", "quick");
      await quick.execute("update note set text = 'quick' where key = 'a'");
    });
    await slow.execute("update note set text = 'slow' where key = 'a'");
    await slow.commit();
    await roster.events.settle();
    expect(await textsOnBus(roster)).toEqual(["quick", "slow"]);
  });

  it("has one relay at a time, and another copy takes over from one that stopped", async () => {
    await using database = await testNodes();
    const first = await startTestNode(database.urls, "roster");
    await first.events.settle();
    await using second = await startTestNode(database.urls, "roster");
    await second.publish("a", "said at the second copy, relayed by the first");
    await second.events.settle();
    await first.stop();
    await second.publish("a", "relayed by the second");
    await second.events.settle();
    const events = await second.bus.read([{ source: "roster", epoch: 0, position: 0 }], [], 10);
    expect(events.map(({ position }) => position)).toEqual([1, 2]);
  });

  it("tells how far it is behind", async () => {
    await using database = await testNodes();
    const roster = await startTestNode(database.urls, "roster");
    await roster.events.settle();
    expect(await roster.events.metrics()).toMatchObject({ unpublished: 0, oldestUnpublishedMs: 0 });
    await roster.stop();
  });

  it("tells how long its oldest writer has been at it", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await roster.events.settle();
    const writer = roster.database.em.fork();
    await writer.begin();
    await writer.execute("insert into note (key) values ('held open')");
    await expect.poll(async () => (await roster.events.metrics()).oldestWriterMs).toBeGreaterThan(10);
    await writer.commit();
  });
});

async function textsOnBus(roster: Awaited<ReturnType<typeof startTestNode>>): Promise<string[]> {
  const events = await roster.bus.read(
    [{ source: "roster", epoch: 0, position: 0 }],
    ["roster.StudentLeft"],
    100,
  );
  return events.map(({ payload }) => (payload as { classId: string }).classId);
}
