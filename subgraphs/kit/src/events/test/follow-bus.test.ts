import { describe, expect, it } from "vitest";
import { followBus } from "../follow-bus.js";
import { recordEvent } from "../outbox.js";
import { eventually, startTestNode, type TestNode } from "./test-node.js";
import { testNodes } from "./test-nodes.js";

const types = ["roster.StudentLeft"];

describe("a follower of the bus", () => {
  it("hears what was said since a moment, of the types it asked for, and what is said from now on", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await roster.publish("a", "too old");
    await roster.events.settle();
    const since = await now(roster);
    await roster.publish("a", "recent");
    await publishHomeroom(roster);
    await roster.events.settle();
    const received: string[] = [];
    const following = followBus(database.urls.bus, {
      source: "roster",
      types,
      since,
      onEvent: ({ payload }) => received.push((payload as { classId: string }).classId),
    });
    await eventually(() => received.length === 1, "the recent one");
    await roster.publish("a", "live");
    await eventually(() => received.length === 2, "the live one");
    expect(received).toEqual(["recent", "live"]);
    await following.stop();
  });

  it("is told how long its source has been silent", async () => {
    await using database = await testNodes();
    const roster = await startTestNode(database.urls, "roster");
    await roster.events.settle();
    let caughtUpMsAgo = Number.NaN;
    const following = followBus(database.urls.bus, {
      source: "roster",
      types,
      since: new Date(),
      onEvent: () => undefined,
      onAlive: (ms) => {
        caughtUpMsAgo = ms;
      },
    });
    await eventually(() => caughtUpMsAgo < 2_000, "the source is alive");
    await roster.stop();
    await eventually(() => caughtUpMsAgo > 2_000, "the source is silent");
    await following.stop();
  });
});

async function now(node: TestNode): Promise<Date> {
  const [row] = await node.database.em
    .fork()
    .execute<{ now: string }[]>("select clock_timestamp()::text as now");
  return new Date(row!.now);
}

async function publishHomeroom(node: TestNode): Promise<void> {
  const payload = {
    classId: "c",
    schoolCode: "403601",
    staffSubjectId: "s",
    from: "2026-08-01",
    until: null,
  };
  await node.database.em.fork().transactional(async (em) => {
    recordEvent(em, { type: "roster.HomeroomAssigned", key: "c", payload });
  });
}
