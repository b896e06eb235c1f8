import { setTimeout as held } from "node:timers/promises";
import { newId } from "@campus-graph/kit/sql/id";
import { describe, expect, it } from "vitest";
import {
  eventually,
  left,
  noting,
  openWrite,
  startTestNode,
  type TestNode,
} from "../../subgraphs/kit/src/events/test/test-node.js";
import { testNodes } from "../../subgraphs/kit/src/events/test/test-nodes.js";
import { faultsIn, type Numbered, none } from "./books.js";
import { linkTo } from "./link.js";
import { endOf, tokenOf } from "./processes/applicants.js";
import { startDoubledCity } from "./processes/doubled-city.js";
import { appendNotice, Publisher } from "./processes/publisher.js";
import { size } from "./size.js";
import { Subscriber } from "./subscriber.js";
import { committed, type Load, prepareCounters, write } from "./writers.js";

const load: Load = {
  writers: 8,
  events: size(1_000, 20_000),
  keys: Array.from({ length: 25 }, (_, key) => `${key}`),
  heldMs: 50,
  record: (em, key, number) => left(em, key, `${number}`),
};
const patience = size(180_000, 600_000);

describe("F5: many writers, transactions held open", () => {
  it(
    "brings every event once, in commit order per key, past an open write, with two copies of each subgraph",
    async () => {
      await using database = await testNodes();
      await using first = await startTestNode(database.urls, "roster");
      await using second = await startTestNode(database.urls, "roster");
      await using consumer = await startTestNode(database.urls, "binding", { reactions: noting });
      await using otherConsumer = await startTestNode(database.urls, "binding", { reactions: noting });
      await prepareCounters(first);
      const open = await openWrite(database.urls.binding, "binding");
      await write([first, second], load);
      await first.events.settle();
      await Promise.all([consumer.events.settle(), otherConsumer.events.settle()]);
      expect(faultsIn(await consumer.notes(), await committed(first))).toEqual(none);
      await open.commit();
    },
    patience,
  );

  it(
    "brings every event once, in commit order per key, though one copy of each is killed in mid-write",
    async () => {
      await using database = await testNodes();
      await using link = await linkTo(database.urls);
      await using doomed = await startTestNode(link.urls, "roster");
      await using doomedConsumer = await startTestNode(link.urls, "binding", { reactions: noting });
      await using first = await startTestNode(database.urls, "roster");
      await using consumer = await startTestNode(database.urls, "binding", { reactions: noting });
      await prepareCounters(first);
      const writing = write([first, doomed], load);
      await eventually(async () => (await doomedConsumer.notes()).length > load.events / 4, "some is heard");
      link.cut();
      await writing;
      await first.events.settle();
      await consumer.events.settle();
      expect(faultsIn(await consumer.notes(), await committed(first))).toEqual(none);
    },
    patience,
  );

  it(
    "brings every event's notice once, in commit order, through two gateways, though one copy of everything is killed",
    async () => {
      await using city = await startDoubledCity({ demo: false });
      await using speaker = await Publisher.open(city.database.urls);
      await prepareCounters(speaker);
      const subjects = load.keys.map(() => newId());
      const readers = new Map<string, Subscriber>();
      for (const [index, subject] of subjects.entries()) {
        const token = await tokenOf(subject, city.publicUrl);
        const urls = index % 2 === 0 ? city.gatewayUrls : city.gatewayUrls.toReversed();
        readers.set(
          subject,
          new Subscriber({ urls, token, after: await endOf(urls[0]!, token), resumes: true }),
        );
      }
      const reading = [...readers.values()].map((reader) => reader.read(0));
      const received = () => [...readers.values()].reduce((sum, { received }) => sum + received.length, 0);

      const record: Load["record"] = (em, subject, number) => appendNotice(em, subject, numbered(number));
      const writing = write([speaker], { ...load, keys: subjects, record });
      await eventually(() => received() > load.events / 4, "some has arrived", patience);
      await city.killOneOfEach();
      await writing;
      await eventually(() => received() >= load.events, "everything has arrived", patience);
      for (const reader of readers.values()) reader.stop();
      await Promise.all(reading);

      const appended = await speaker.appended(subjects);
      const arrived = [...readers].flatMap(([key, reader]) => {
        const numbers = new Map(appended.get(key)!.map(({ id, requestId }) => [id, numberIn(requestId)]));
        return reader.received.map((id) => ({ key, text: `${numbers.get(id)}` }));
      });
      expect(faultsIn(arrived, await committed(speaker))).toEqual(none);
      expect(arrived).toHaveLength(load.events);
    },
    patience,
  );

  it("canary: a cursor over the serial loses rows that commit late; the relay does not", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await using binding = await startTestNode(database.urls, "binding", { reactions: noting });
    const events = 200;
    const cursor = readByCursor(roster);
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let index = 0; index < events / 8; index++)
          await writeSerialFirst(roster, `${writer}`, index + 1);
      }),
    );
    const byCursor = await cursor.finish();
    await roster.events.settle();
    await binding.events.settle();
    const sent = new Map(Array.from({ length: 8 }, (_, writer) => [`${writer}`, events / 8]));
    expect(faultsIn(byCursor, sent).missing).toBeGreaterThan(0);
    expect(faultsIn(await binding.notes(), sent)).toEqual(none);
  });

  it("canary: going by transaction ids below the horizon reorders keys, and an open write stops it", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await roster.events.stop();
    await prepareCounters(roster);
    await write([roster], { ...load, events: 400, keys: load.keys.slice(0, 4) });
    const rows = (order: string) =>
      roster.database.em
        .fork()
        .execute<Numbered[]>(`select key, payload->>'classId' as text from outbox order by ${order}`);
    const sent = await committed(roster);
    expect(faultsIn(await rows("xmin::text::bigint, serial"), sent).outOfOrder).toBeGreaterThan(0);
    expect(faultsIn(await rows("serial"), sent)).toEqual(none);
    const open = await openWrite(database.urls.roster, "roster");
    await roster.publish("late");
    const below = await roster.database.em
      .fork()
      .execute(
        "select from outbox where key = 'late' and xmin::text::xid8 < pg_snapshot_xmin(pg_current_snapshot())",
      );
    expect(below).toHaveLength(0);
    await open.commit();
  });
});

/** An event's number as the id of what it is about. */
function numbered(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

function numberIn(requestId: string): number {
  return Number(requestId.slice(-12));
}

/** The broken reader: it remembers the highest serial that it has seen. */
function readByCursor(testNode: TestNode): { finish(): Promise<Numbered[]> } {
  const seen: Numbered[] = [];
  let finishing = false;
  const reading = (async () => {
    let cursor = "0";
    for (;;) {
      const last = finishing;
      const rows = await testNode.database.em
        .fork()
        .execute<(Numbered & { serial: string })[]>(
          "select serial, key, payload->>'classId' as text from outbox where serial > ? order by serial",
          [cursor],
        );
      seen.push(...rows);
      cursor = rows.at(-1)?.serial ?? cursor;
      if (last) return;
    }
  })();
  return {
    async finish() {
      finishing = true;
      await reading;
      return seen;
    },
  };
}

/** Draws its serial at the beginning of a transaction that stays open, which `recordEvent` never does. */
async function writeSerialFirst(testNode: TestNode, key: string, number: number): Promise<void> {
  await testNode.database.em.fork().transactional(async (em) => {
    await em.execute(
      `insert into outbox (id, type, key, payload, occurred_at)
       values (gen_random_uuid(), 'roster.StudentLeft', ?, ?, now())`,
      [key, JSON.stringify({ classId: `${number}` })],
    );
    await held(Math.random() * 20);
  });
}

describe("the checker of F5", () => {
  it("finds what is missing, doubled and out of order", () => {
    const arrived = [1, 3, 2, 2, 5].map((text) => ({ key: "a", text: `${text}` }));
    expect(faultsIn(arrived, new Map([["a", 5]]))).toEqual({ missing: 1, doubled: 1, outOfOrder: 1 });
  });
});
