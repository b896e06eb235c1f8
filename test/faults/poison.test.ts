import { describe, expect, it } from "vitest";
import type { Context } from "../../subgraphs/kit/src/context.js";
import type { Reactions } from "../../subgraphs/kit/src/events/event.js";
import {
  eventually,
  type Left,
  note,
  noting,
  startTestNode,
  type TestNode,
} from "../../subgraphs/kit/src/events/test/test-node.js";
import { testNodes } from "../../subgraphs/kit/src/events/test/test-nodes.js";
import { faultsIn, type Numbered, none } from "./books.js";
import { size } from "./size.js";

const keys = 10;
const perKey = size(20, 500);
const poisonedKey = "3";
const poisonedNumber = "7";

/** Fails on one event of one key until it is cured. */
function poisoned() {
  const poison = { cured: false };
  const fail = async (_: Context, { key, payload }: Left) => {
    if (!poison.cured && key === poisonedKey && payload.classId === poisonedNumber) throw new Error("poison");
  };
  const reactions: Reactions<unknown> = { "roster.StudentLeft": [note, fail] };
  return { poison, fail, reactions };
}

async function publishLetters(roster: TestNode): Promise<void> {
  for (let number = 1; number <= perKey; number++)
    for (let key = 0; key < keys; key++) await roster.publish(`${key}`, `${number}`);
}

const all = new Map(Array.from({ length: keys }, (_, key) => [`${key}`, perKey]));
const healthy = new Map([...all].filter(([key]) => key !== poisonedKey));
const isHealthy = ({ key }: Numbered) => key !== poisonedKey;

describe("F13: a poison event", () => {
  it("parks its key while the stream goes on, and loses nothing once it is retried by command", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    const { poison, reactions } = poisoned();
    const impatient = { reactions, retryDelayMs: () => 5 };
    await using binding = await startTestNode(database.urls, "binding", impatient);
    await using copy = await startTestNode(database.urls, "binding", impatient);
    await publishLetters(roster);
    await eventually(
      async () => (await binding.notes()).filter(isHealthy).length === healthy.size * perKey,
      "the other keys went on",
    );
    await eventually(async () => (await binding.events.metrics()).parkedKeys === 1, "the key is parked");
    const deadLetters = (await binding.notes()).filter(({ key }) => key === poisonedKey);
    expect(deadLetters).toHaveLength(Number(poisonedNumber) - 1);
    expect([...binding.log, ...copy.log].filter((line) => line.startsWith("event-parked"))).toHaveLength(1);
    poison.cured = true;
    expect(await copy.events.retryDeadLetters(poisonedKey)).toBe(true);
    await Promise.all([binding.events.settle(), copy.events.settle()]);
    expect(faultsIn(await binding.notes(), all)).toEqual(none);
  });

  it("canary: a reader that does not park stands still for every key", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await using binding = await startTestNode(database.urls, "binding");
    await publishLetters(roster);
    await roster.events.settle();
    const { fail } = poisoned();
    const handled = await readWithoutParking(binding, fail);
    expect(faultsIn(handled.filter(isHealthy), healthy).missing).toBeGreaterThan(0);
  });
});

/** The broken reader: it tries the event that fails again and again before it goes on, here a hundred times. */
async function readWithoutParking(
  testNode: TestNode,
  fail: (context: Context, event: Left) => Promise<void>,
): Promise<Numbered[]> {
  const handled: Numbered[] = [];
  const events = await testNode.bus.read(
    [{ source: "roster", epoch: 0, position: 0 }],
    Object.keys(noting),
    100_000,
  );
  for (let at = 0, tries = 0; at < events.length && tries < 100; ) {
    const event = events[at]! as unknown as Left;
    try {
      await fail(testNode.context(), event);
      handled.push({ key: event.key, text: event.payload.classId });
      at++;
    } catch {
      tries++;
    }
  }
  return handled;
}
