import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Context } from "../../context.js";
import { listenToBus, PostgresBus } from "../../events/postgres-bus.js";
import { restoreBackup, takeBackup } from "../../events/test/backup.js";
import {
  eventually,
  type Left,
  left,
  noting,
  startTestNode,
  type TestNode,
} from "../../events/test/test-node.js";
import { testNodes } from "../../events/test/test-nodes.js";
import { defineFeed, type FeedPageRequest, type NewNotice } from "../feed.js";
import { feedNews } from "../feed-news.js";

const letters = defineFeed({ name: "letters" });
const parcels = defineFeed({ name: "parcels" });

/** Each event puts a letter into the feed of its key. */
const delivering = {
  "roster.StudentLeft": [
    async ({ em }: Context, { id, key, payload, occurredAt }: Left) =>
      letters.append(em, [
        { subject: key, kind: "LETTER", occurredAt, reference: { text: payload.classId }, dedupe: id },
      ]),
  ],
};

function notice(subject: string, text: string): NewNotice {
  return { subject, kind: "LETTER", occurredAt: new Date(), reference: { text }, dedupe: text };
}

async function write(node: TestNode, subject: string, ...texts: string[]): Promise<void> {
  await node.database.em.fork().transactional(async (em) =>
    letters.append(
      em,
      texts.map((text) => notice(subject, text)),
    ),
  );
}

async function read(node: TestNode, subject: string, request: FeedPageRequest = {}) {
  const { edges, pageInfo } = await letters.page(node.context(subject), request);
  return { texts: edges.map(({ node }) => node.reference.text), edges, ...pageInfo };
}

describe("a feed", () => {
  it("is read page by page, oldest first, by its own subject alone", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    await write(binding, "mei", "1", "2", "3");
    await write(binding, "hua", "another's");
    await write(binding, "mei", "4", "5");
    const first = await read(binding, "mei", { first: 2 });
    expect(first).toMatchObject({ texts: ["1", "2"], hasNextPage: true, hasPreviousPage: false });
    const second = await read(binding, "mei", { first: 2, after: first.endCursor });
    expect(second).toMatchObject({ texts: ["3", "4"], hasNextPage: true, hasPreviousPage: true });
    const third = await read(binding, "mei", { first: 2, after: second.endCursor });
    expect(third).toMatchObject({ texts: ["5"], hasNextPage: false });
    expect(await read(binding, "hua")).toMatchObject({ texts: ["another's"] });
  });

  it("gives the newest with `last`", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    await write(binding, "mei", "1", "2", "3");
    const newest = await read(binding, "mei", { last: 2 });
    expect(newest).toMatchObject({ texts: ["2", "3"], hasNextPage: false, hasPreviousPage: true });
    expect(await read(binding, "mei", { after: newest.endCursor })).toMatchObject({ texts: [] });
    expect(await read(binding, "mei", { after: newest.startCursor })).toMatchObject({ texts: ["3"] });
  });

  it("gives an end cursor even when empty, from which nothing later is missed", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    const { endCursor } = await read(binding, "mei", { last: 1 });
    expect(endCursor).toEqual(expect.any(String));
    await write(binding, "mei", "the first ever");
    expect(await read(binding, "mei", { after: endCursor })).toMatchObject({ texts: ["the first ever"] });
  });

  it("resumes right after the notice whose cursor is given", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    await write(binding, "mei", "1", "2", "3");
    const { edges } = await read(binding, "mei");
    expect(edges[0]!.node.cursor).toBe(edges[0]!.cursor);
    expect(await read(binding, "mei", { after: edges[1]!.cursor })).toMatchObject({ texts: ["3"] });
  });

  it("holds a notice once, however often the same one is appended", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    await write(binding, "mei", "same", "same");
    await write(binding, "mei", "same", "other");
    expect(await read(binding, "mei")).toMatchObject({ texts: ["same", "other"] });
  });

  it("refuses another's cursor, another feed's, an altered one, one it never gave, and one ahead of it", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    await write(binding, "mei", "1");
    await write(binding, "hua", "2");
    const { endCursor } = await read(binding, "mei");
    const hua = binding.context("hua");
    const mei = binding.context("mei");
    const altered = `${endCursor!.slice(0, -3)}AAA`;
    for (const after of [altered, "nonsense", "", `k1.${randomBytes(60).toString("base64url")}`])
      await expect(letters.page(mei, { after })).rejects.toMatchObject({ code: "INVALID_CURSOR" });
    await expect(letters.page(hua, { after: endCursor })).rejects.toMatchObject({ code: "INVALID_CURSOR" });
    await expect(parcels.page(mei, { after: endCursor })).rejects.toMatchObject({ code: "INVALID_CURSOR" });
    await binding.database.em.fork().execute("update feed_head set position = position - 1");
    await expect(letters.page(mei, { after: endCursor })).rejects.toMatchObject({ code: "INVALID_CURSOR" });
  });

  it("asks to read anew when the cursor is from before a restore", async () => {
    await using database = await testNodes();
    const binding = await startTestNode(database.urls, "binding");
    await write(binding, "mei", "1");
    const { endCursor } = await read(binding, "mei");
    const backup = await takeBackup(database.urls.binding, "binding");
    await binding.stop();
    await using elsewhere = await testNodes();
    await restoreBackup(elsewhere.urls.binding, backup);
    await using again = await startTestNode({ ...elsewhere.urls, bus: database.urls.bus }, "binding");
    const mei = again.context("mei");
    await expect(letters.page(mei, { after: endCursor })).rejects.toMatchObject({ code: "RESYNC_REQUIRED" });
    expect(await read(again, "mei")).toMatchObject({ texts: ["1"] });
  });

  it("asks to read anew also when the backup went back into the same database, from the first request on", async () => {
    await using database = await testNodes();
    const binding = await startTestNode(database.urls, "binding");
    await binding.publish("a", "before the backup");
    await binding.events.settle();
    const backup = await takeBackup(database.urls.binding, "binding");
    await write(binding, "mei", "1");
    const { endCursor } = await read(binding, "mei");
    await binding.publish("a", "after the backup");
    await binding.events.settle();
    await binding.stop();
    await restoreBackup(database.urls.binding, backup);
    await using again = await startTestNode(database.urls, "binding");
    const mei = again.context("mei");
    await expect(letters.page(mei, { after: endCursor })).rejects.toMatchObject({ code: "RESYNC_REQUIRED" });
  });

  const badPages: [string, FeedPageRequest, string][] = [
    ["none", { first: 0 }, "BAD_INPUT"],
    ["too many", { first: 101 }, "BAD_INPUT"],
    ["too many of the newest", { last: 101 }, "BAD_INPUT"],
    ["both ends", { first: 1, last: 1 }, "BAD_INPUT"],
  ];
  it.each(badPages)("refuses a page of %s", async (_, request, code) => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    await expect(read(binding, "mei", request)).rejects.toMatchObject({ code });
  });

  it("shows nothing to nobody", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    await expect(letters.page(binding.context(null), {})).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("gives positions in commit order, though many write at once", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    let seen: string[] = [];
    let after = (await read(binding, "mei")).endCursor;
    const readOn = async () => {
      const page = await read(binding, "mei", { first: 100, after });
      seen = [...seen, ...(page.texts as string[])];
      after = page.endCursor;
    };
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let index = 0; index < 25; index++) await write(binding, "mei", `${writer}.${index}`);
    });
    const writing = Promise.all(writers);
    let done = false;
    void writing.then(() => {
      done = true;
    });
    while (!done) await readOn();
    await readOn();
    await readOn();
    expect(new Set(seen).size).toBe(200);
    expect(seen).toHaveLength(200);
  });

  it("wakes the gateways when a reaction has appended", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    await using binding = await startTestNode(database.urls, "binding", { reactions: delivering });
    await binding.events.settle();
    let wakes = 0;
    const listening = listenToBus(database.urls.bus, () => wakes++);
    await eventually(() => wakes === 1, "the listener is connected");
    await roster.publish("mei", "hello");
    await eventually(() => wakes === 2, "the wake-up");
    expect(await read(binding, "mei")).toMatchObject({ texts: ["hello"] });
    await listening.stop();
  });

  describe("wakes the gateways for its own rows alone:", () => {
    /** A node that reacts to each event, with a bus that counts how often the gateways were woken. */
    async function counting(urls: Awaited<ReturnType<typeof testNodes>>["urls"], name: "roster" | "binding") {
      const bus = new PostgresBus(urls.bus);
      let wakes = 0;
      const announceNews = bus.announceNews.bind(bus);
      bus.announceNews = () => {
        wakes++;
        return announceNews();
      };
      const node = await startTestNode(urls, name, { bus, reactions: noting });
      return { node, wakes: () => wakes, [Symbol.asyncDispose]: () => node.stop() };
    }

    it("not for what another subgraph of the process appends meanwhile", async () => {
      await using database = await testNodes();
      await using roster = await counting(database.urls, "roster");
      await using binding = await counting(database.urls, "binding");
      await roster.node.publish("mei", "an event that appends nothing");
      await roster.node.events.settle();
      await Promise.all([write(roster.node, "mei", "1"), binding.node.events.settle()]);
      expect(await binding.node.notes()).toHaveLength(1);
      expect([roster.wakes(), binding.wakes()]).toEqual([1, 0]);
    });

    it("not for what another transaction of the subgraph appends, and gives up", async () => {
      await using database = await testNodes();
      await using roster = await startTestNode(database.urls, "roster");
      await using binding = await counting(database.urls, "binding");
      await binding.node.events.settle();
      const written = Promise.withResolvers<void>();
      const reacted = Promise.withResolvers<void>();
      const givenUp = binding.node.database.em.fork().transactional(async (em) => {
        await letters.append(em, [notice("mei", "never")]);
        written.resolve();
        await reacted.promise;
        throw new Error("given up");
      });
      await written.promise;
      await roster.publish("mei", "an event that appends nothing");
      await roster.events.settle();
      await binding.node.events.settle();
      reacted.resolve();
      await expect(givenUp).rejects.toThrow("given up");
      expect(await binding.node.notes()).toHaveLength(1);
      expect(binding.wakes()).toBe(0);
    });

    it("once for a whole transaction, those nested in it included", async () => {
      await using database = await testNodes();
      await using binding = await counting(database.urls, "binding");
      await binding.node.database.em.fork().transactional(async (em) => {
        await em.transactional((within) => letters.append(within as typeof em, [notice("mei", "1")]));
        expect(binding.wakes()).toBe(0);
        await letters.append(em, [notice("mei", "2")]);
      });
      expect(binding.wakes()).toBe(1);
      expect(await read(binding.node, "mei")).toMatchObject({ texts: ["1", "2"] });
    });

    it("appends nothing outside of a transaction", async () => {
      await using database = await testNodes();
      await using binding = await startTestNode(database.urls, "binding");
      await expect(letters.append(binding.database.em.fork(), [notice("mei", "1")])).rejects.toThrow(
        "outside of a transaction",
      );
    });
  });

  it("tells a gateway whose feeds have grown since it last asked", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    const em = binding.database.em.fork();
    const news = feedNews([letters]);
    await write(binding, "mei", "1");
    const start = await news(em, { feed: "letters", since: null });
    expect(start).toMatchObject({ subjects: [], more: false, reset: true });
    await write(binding, "hua", "2", "3");
    await write(binding, "lan", "4");
    const later = await news(em, { feed: "letters", since: start.position });
    expect(later).toMatchObject({ subjects: ["hua", "lan"], more: false, reset: false });
    expect(await news(em, { feed: "letters", since: later.position })).toMatchObject({ subjects: [] });
    await expect(news(em, { feed: "parcels", since: null })).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  it("tells a gateway about many feeds a part at a time", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    const em = binding.database.em.fork();
    const news = feedNews([letters]);
    let since = (await news(em, { feed: "letters", since: null })).position;
    for (let part = 0; part < 3; part++)
      await em.fork().transactional((em) =>
        letters.append(
          em,
          Array.from({ length: 400 }, (_, index) => ({
            subject: `${part}-${index}`,
            kind: "LETTER",
            occurredAt: new Date(),
            reference: {},
            dedupe: "x",
          })),
        ),
      );
    const subjects = new Set<string>();
    let more = true;
    while (more) {
      const part = await news(em, { feed: "letters", since });
      for (const subject of part.subjects) subjects.add(subject);
      ({ position: since, more } = part);
    }
    expect(subjects.size).toBe(1_200);
  });

  it("takes at most 500 notices at once", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    const texts = Array.from({ length: 501 }, (_, index) => `${index}`);
    await expect(write(binding, "mei", ...texts)).rejects.toThrow("split the event");
  });

  it("ends a batch of reactions before it holds the feed for more than 500 rows", async () => {
    await using database = await testNodes();
    await using roster = await startTestNode(database.urls, "roster");
    const perTransaction = new Map<string, number>();
    await using binding = await startTestNode(database.urls, "binding", {
      reactions: {
        "roster.StudentLeft": [
          async ({ em }: Context, { id, occurredAt }: Left) => {
            const [row] = await em.execute<{ xid: string }[]>("select pg_current_xact_id()::text as xid");
            perTransaction.set(row!.xid, (perTransaction.get(row!.xid) ?? 0) + 100);
            const subjects = Array.from({ length: 100 }, (_, index) => `${index}`);
            await letters.append(
              em,
              subjects.map((subject) => ({ subject, kind: "LETTER", occurredAt, reference: {}, dedupe: id })),
            );
          },
        ],
      },
    });
    await roster.database.em.fork().transactional(async (em) => {
      for (let index = 0; index < 12; index++) left(em, "all", `${index}`);
    });
    await roster.events.settle();
    await binding.events.settle();
    expect([...perTransaction.values()].reduce((sum, rows) => sum + rows, 0)).toBe(1_200);
    expect(Math.max(...perTransaction.values())).toBe(500);
  });
});
