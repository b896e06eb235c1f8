import { prepareDatabase } from "@campus-graph/launch/postgres/prepare-database";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PostgresBus } from "../../subgraphs/kit/src/events/postgres-bus.js";
import { restoreBackup, takeBackup } from "../../subgraphs/kit/src/events/test/backup.js";
import {
  migrateTestNode,
  noting,
  startTestNode,
  type TestNode,
} from "../../subgraphs/kit/src/events/test/test-node.js";
import { testNodes } from "../../subgraphs/kit/src/events/test/test-nodes.js";
import { defineFeed } from "../../subgraphs/kit/src/feed/feed.js";
import { owners, type TestDatabase } from "../harness/postgres.js";
import { type RestartablePostgres, startRestartablePostgres } from "../harness/postgres-server.js";
import { faultsIn, none } from "./books.js";

const letters = defineFeed({ name: "letters" });
const publishedCounts = { before: 40, "lost with the cluster": 30, after: 20 };

/** A bus that does not know its last event: half of how a restore is recognised. */
class ForgetfulBus extends PostgresBus {
  override async head(): Promise<null> {
    return null;
  }
}
/** The other half. */
const forgetCluster = "update roster.outbox_head set cluster = null";

describe("F12 in small: a backup restored into another cluster", () => {
  let cluster: RestartablePostgres;
  beforeAll(async () => {
    cluster = await startRestartablePostgres();
  });
  afterAll(() => cluster[Symbol.asyncDispose]());

  it("brings back every row, loses no event, and asks the holder of an older cursor to read anew", async () => {
    const { faults, rows, rowsBefore, read } = await restoreElsewhere(
      "restored",
      (url) => new PostgresBus(url),
    );
    expect(rows).toEqual(rowsBefore);
    expect(faults).toEqual(none);
    expect(read).toBe("RESYNC_REQUIRED");
  });

  it("canary: without an epoch, new events vanish and an old cursor skips new notices", async () => {
    const { faults, read } = await restoreElsewhere(
      "forgotten",
      (url) => new ForgetfulBus(url),
      forgetCluster,
    );
    expect(faults.missing).toBe(publishedCounts.after);
    expect(read).toEqual(["4", "5"]);
  });

  /**
   * roster speaks, is backed up, and speaks on until its cluster is lost; restored into another it speaks again.
   * binding and the bus live through it all. An applicant holds a cursor from the lost time.
   */
  async function restoreElsewhere(name: string, busAt: (url: string) => PostgresBus, spoil = "select") {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding", { reactions: noting });
    const roster = await startTestNode(database.urls, "roster");
    await publishLetters(roster, "before");
    await roster.events.settle();
    const backup = await takeBackup(database.urls.roster, "roster");
    await publishLetters(roster, "lost with the cluster");
    await appendLetters(roster, 3);
    const { pageInfo } = await letters.page(roster.context("mei"), {});
    await roster.events.settle();
    await binding.events.settle();
    await roster.stop();

    const urls = await databaseIn(cluster, name);
    await restoreBackup(urls.roster, backup);
    const { tables } = await takeBackup(urls.roster, "roster");
    await query(urls.roster, spoil);
    const bus = busAt(database.urls.bus);
    await using restored = await startTestNode(urls, "roster", { bus });
    await publishLetters(restored, "after");
    await appendLetters(restored, 5);
    await restored.events.settle();
    await binding.events.settle();
    const read = letters.page(restored.context("mei"), { after: pageInfo.endCursor ?? null }).then(
      ({ edges }) => edges.map(({ node }) => node.reference.text),
      (refusal) => refusal.code,
    );
    const faults = faultsIn(await binding.notes(), new Map(Object.entries(publishedCounts)));
    return { faults, rows: tables, rowsBefore: backup.tables, read: await read };
  }
});

async function databaseIn(cluster: RestartablePostgres, name: string): Promise<TestDatabase["urls"]> {
  const request = { adminUrl: cluster.adminUrl, database: name, owners, passwordOf: () => "test" };
  const urls = (await prepareDatabase(request)).urls as TestDatabase["urls"];
  await migrateTestNode(urls.roster, "roster");
  return urls;
}

async function publishLetters(testNode: TestNode, key: keyof typeof publishedCounts): Promise<void> {
  for (let number = 1; number <= publishedCounts[key]; number++) await testNode.publish(key, `${number}`);
}

async function appendLetters(testNode: TestNode, count: number): Promise<void> {
  const texts = Array.from({ length: count }, (_, index) => `${index + 1}`);
  await testNode.database.em.fork().transactional((em) =>
    letters.append(
      em,
      texts.map((text) => ({
        subject: "mei",
        kind: "LETTER",
        occurredAt: new Date(),
        reference: { text },
        dedupe: text,
      })),
    ),
  );
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
