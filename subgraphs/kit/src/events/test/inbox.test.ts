import { setTimeout as delay } from "node:timers/promises";
import type { EntityManager } from "@mikro-orm/postgresql";
import pg from "pg";
import { describe, expect, it } from "vitest";
import type { TestDatabase } from "../../../../../test/harness/postgres.js";
import type { Context } from "../../context.js";
import type { Reactions } from "../event.js";
import { recordEvent } from "../outbox.js";
import { eventually, type Left, left, note, noting, startTestNode, type TestNode } from "./test-node.js";
import { testNodes } from "./test-nodes.js";

async function settle(...all: TestNode[]): Promise<void> {
  let done: number;
  do {
    done = 0;
    for (const node of all) done += await node.events.settle();
  } while (done > 0);
}

async function onBus(database: TestDatabase, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: database.urls.bus });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

const texts = async (node: TestNode) => (await node.notes()).map(({ text }) => text);

/** Fails on the text `poison` until it is cured. */
function poisonable() {
  const poison = { cured: false, tries: 0 };
  const reactions: Reactions<unknown> = {
    "roster.StudentLeft": [
      note,
      async (_context: Context, { payload }: Left) => {
        if (payload.classId !== "poison" || poison.cured) return;
        poison.tries++;
        throw new Error("poisoned");
      },
    ],
  };
  return { poison, reactions };
}

/** Writes down events of one type together, and how many came each time; fails while poison is among them. */
function noteTogether() {
  const turns: number[] = [];
  const poison = { cured: false };
  const reactions: Reactions<unknown> = {
    "roster.StudentLeft": {
      async handleBatch(context: Context, events: readonly Left[]) {
        turns.push(events.length);
        for (const event of events) await note(context, event);
        if (!poison.cured && events.some(({ payload }) => payload.classId === "poison"))
          throw new Error("poisoned");
      },
    },
    "roster.HomeroomAssigned": [({ em }, { id, key }) => writeDown(em, id, key, "assigned")],
  };
  return { turns, poison, reactions };
}

async function writeDown(em: EntityManager, ...values: string[]): Promise<void> {
  await em.execute("insert into note (event, key, text) values (?, ?, ?)", values);
}

function assigned(em: EntityManager, key: string): void {
  const payload = { classId: key, schoolCode: "403601", staffSubjectId: "", from: "2026-09-01", until: null };
  recordEvent(em, { type: "roster.HomeroomAssigned", key, payload });
}

describe("the inbox", () => {
  it("reacts to every event once, in order", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await using binding = await startTestNode(database.urls, "binding", { reactions: noting });
    const numbers = Array.from({ length: 250 }, (_, index) => `${index}`);
    await roster.database.em.fork().transactional(async (em) => {
      for (const text of numbers) left(em, "a", text);
    });
    await settle(roster, binding);
    expect(await texts(binding)).toEqual(numbers);
  });

  it("hears without being asked", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await using binding = await startTestNode(database.urls, "binding", { reactions: noting });
    await roster.publish("a", "hello");
    await eventually(async () => (await binding.notes()).length === 1, "the event is noted");
  });

  it("has one effect of an event that comes twice", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await using binding = await startTestNode(database.urls, "binding", { reactions: noting });
    await roster.publish("a", "once");
    await settle(roster, binding);
    await onBus(
      database,
      `insert into bus.event (source, epoch, position, id, type, key, payload, occurred_at)
       select source, epoch, position + 1, id, type, key, payload, occurred_at from bus.event`,
    );
    await settle(binding);
    expect(await texts(binding)).toEqual(["once"]);
  });

  it("undoes a reaction's work and its events when it fails, and keeps them when it is tried again", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    const { poison, reactions } = poisonable();
    await using binding = await startTestNode(database.urls, "binding", { reactions });
    await roster.publish("a", "poison");
    await settle(roster, binding);
    expect(await texts(binding)).toEqual([]);
    poison.cured = true;
    await binding.events.retryDeadLetters("a");
    await settle(binding);
    expect(await texts(binding)).toEqual(["poison"]);
  });

  it("parks the key of an event that fails ten times; other keys go on, and the key's later events wait in order", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    const { poison, reactions } = poisonable();
    await using binding = await startTestNode(database.urls, "binding", { reactions });
    await roster.publish("bad", "poison");
    await roster.publish("good", "1");
    await roster.publish("bad", "after 1");
    await roster.publish("bad", "after 2");
    await roster.publish("good", "2");
    await settle(roster, binding);
    expect(poison.tries).toBeGreaterThanOrEqual(10);
    expect(await texts(binding)).toEqual(["1", "2"]);
    expect(binding.log.filter((line) => line.startsWith("event-parked"))).toHaveLength(1);
    expect(await binding.events.metrics()).toMatchObject({ waiting: 3, parkedKeys: 1 });
    await roster.publish("bad", "after 3");
    await settle(roster, binding);
    poison.cured = true;
    expect(await binding.events.retryDeadLetters("bad")).toBe(true);
    await settle(binding);
    expect(await texts(binding)).toEqual(["1", "2", "poison", "after 1", "after 2", "after 3"]);
    expect(await binding.events.retryDeadLetters("bad")).toBe(false);
  });

  it("tries a failed reaction again by itself", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    let failures = 3;
    await using binding = await startTestNode(database.urls, "binding", {
      retryDelayMs: () => 1,
      reactions: {
        "roster.StudentLeft": [
          async () => {
            if (failures-- > 0) throw new Error("not yet");
          },
          note,
        ],
      },
    });
    await roster.publish("a", "in the end");
    await eventually(async () => (await binding.notes()).length === 1, "the fourth try");
  });

  it("asks its source for events that the bus lost, and does not read past the gap before they come", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    for (const text of ["1", "2", "3", "4"]) await roster.publish("a", text);
    await settle(roster);
    await onBus(database, "delete from bus.event where position in (2, 3)");
    await using binding = await startTestNode(database.urls, "binding", { reactions: noting });
    await eventually(async () => (await binding.notes()).length === 4, "the replay");
    expect(await texts(binding)).toEqual(["1", "2", "3", "4"]);
    expect(binding.log).toContain("events are missing; the source is asked to send them again");
  });

  it("gets everything again from the sources when the bus was lost as a whole", async () => {
    await using database = await testNodes();
    const roster = await startTestNode(database.urls, "roster");
    for (const text of ["1", "2", "3"]) await roster.publish("a", text);
    await settle(roster);
    await roster.stop();
    await onBus(database, "truncate bus.event");
    await using again = await startTestNode(database.urls, "roster");
    await using binding = await startTestNode(database.urls, "binding", { reactions: noting });
    await settle(again, binding);
    expect(await texts(binding)).toEqual(["1", "2", "3"]);
  });

  it("lets several copies of a subgraph share the work without doing any of it twice", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await using one = await startTestNode(database.urls, "binding", { reactions: noting });
    await using two = await startTestNode(database.urls, "binding", { reactions: noting });
    const numbers = Array.from({ length: 300 }, (_, index) => `${index}`);
    for (const text of numbers) await roster.publish(`key ${Number(text) % 7}`, text);
    await roster.events.settle();
    await Promise.all([one.events.settle(), two.events.settle()]);
    expect(await texts(one)).toEqual(numbers);
  });

  it("carries what a reaction says in turn, also about its own events", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding", {
      reactions: {
        "roster.StudentLeft": [
          async ({ em }, { key }) => {
            const payload = { bindingId: key, requestId: "", subjectId: "", studentId: key };
            recordEvent(em, { type: "binding.BindingRevoked", key, payload });
          },
        ],
        "binding.BindingRevoked": [
          async ({ em }, { key }) => {
            await em.execute("insert into note (text) values (?)", [`revoked ${key}`]);
          },
        ],
      },
    });
    await using roster = await startTestNode(database.urls, "roster");
    await roster.publish("a");
    await settle(roster, binding);
    expect(await texts(binding)).toEqual(["revoked a"]);
  });

  it("ends a batch before its transaction grows too long, and goes on with the rest", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await using binding = await startTestNode(database.urls, "binding", {
      reactions: { "roster.StudentLeft": [() => delay(120), note] },
    });
    await roster.database.em.fork().transactional(async (em) => {
      for (let index = 0; index < 20; index++) left(em, "a", `${index}`);
    });
    await settle(roster, binding);
    expect(await texts(binding)).toHaveLength(20);
    expect(await binding.events.metrics()).toMatchObject({ waiting: 0 });
  });

  it("takes events of one type together where their reaction can, in order, and each once", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    const { turns, reactions } = noteTogether();
    await using binding = await startTestNode(database.urls, "binding", { reactions });
    const numbers = Array.from({ length: 600 }, (_, index) => `${index}`);
    await roster.database.em.fork().transactional(async (em) => {
      for (const text of numbers) {
        left(em, `key ${Number(text) % 7}`, text);
        if (text === "99") assigned(em, "between");
      }
    });
    await settle(roster, binding);
    expect(await texts(binding)).toEqual([...numbers.slice(0, 100), "assigned", ...numbers.slice(100)]);
    expect(turns[0]).toBe(100);
    expect(Math.max(...turns)).toBe(250);
    expect(turns.length).toBeLessThan(10);
  });

  it("parks the one that fails among events taken together; the others have their effect once, in order", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    const { poison, reactions } = noteTogether();
    await using binding = await startTestNode(database.urls, "binding", { reactions });
    await roster.database.em.fork().transactional(async (em) => {
      for (const text of ["1", "2", "poison", "3", "after it", "4"])
        left(em, text === "poison" || text === "after it" ? "bad" : "good", text);
    });
    await settle(roster, binding);
    expect(await texts(binding)).toEqual(["1", "2", "3", "4"]);
    expect(await binding.events.metrics()).toMatchObject({ waiting: 2, parkedKeys: 1 });
    poison.cured = true;
    await binding.events.retryDeadLetters("bad");
    await settle(binding);
    expect(await texts(binding)).toEqual(["1", "2", "3", "4", "poison", "after it"]);
  });

  it("goes on past a reaction that outlives its transaction", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await using binding = await startTestNode(database.urls, "binding", {
      reactions: {
        "roster.StudentLeft": [
          async (_: Context, { payload }: Left) => {
            if (payload.classId === "endless") await delay(2_500);
          },
          note,
        ],
      },
    });
    await roster.publish("slow", "endless");
    await roster.publish("quick", "at once");
    await eventually(async () => (await texts(binding)).includes("at once"), "the other key goes on");
    expect(await binding.events.metrics()).toMatchObject({ waiting: 1 });
  });
});
