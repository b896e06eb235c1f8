import { billNotices } from "@campus-graph/clients/feeds";
import { MyBillsDocument } from "@campus-graph/clients/generated/operations";
import pg from "pg";
import { expect, it } from "vitest";
import { prepareDatabase } from "../../gateway/launch/src/postgres/prepare-database.js";
import { as } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { startGraph } from "../harness/graph.js";
import { owners, type TestDatabase } from "../harness/postgres.js";
import { startRestartablePostgres } from "../harness/postgres-server.js";
import { childOf, children, issueBill } from "./given.js";

it("goes on over the same sockets after PostgreSQL was killed and has come back", async () => {
  await using server = await startRestartablePostgres();
  const { urls } = await prepareDatabase({
    adminUrl: server.adminUrl,
    database: "campus",
    owners: [...owners],
    passwordOf: () => "test",
  });
  await using graph = await startGraph({
    demoCity: true,
    databaseUrls: urls as TestDatabase["urls"],
  });
  await graph.settle();
  await using guardian = await as(graph, "guardian@campus.example");
  await using cashier = await as(graph, "cashier@campus.example");
  const child = await childOf(guardian, children.younger);
  await using tail = await guardian.subscribe(billNotices);
  await issueBill(cashier, child, "before the crash");
  expect((await tail.take()).bill?.title).toBe("before the crash");

  await server.killAndRestart();
  await issueBill(cashier, child, "after the crash");
  expect((await tail.take()).bill?.title).toBe("after the crash");
  expect((await guardian.query(MyBillsDocument)).myBills.edges.length).toBeGreaterThan(1);
  await expectBooksToBalance(graph);
});

it("waits for a long write elsewhere in the cluster and then tells everything in order", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using guardian = await as(graph, "guardian@campus.example");
  await using cashier = await as(graph, "cashier@campus.example");
  const child = await childOf(guardian, children.younger);
  await using tail = await guardian.subscribe(billNotices);
  const elsewhere = new pg.Client({ connectionString: graph.databaseUrls.bus });
  await elsewhere.connect();
  await elsewhere.query("begin");
  await elsewhere.query("select pg_current_xact_id()");

  // The bills themselves do not wait: a payment must never wait for a batch.
  await issueBill(cashier, child, "first");
  await issueBill(cashier, child, "second");
  const titles = (await guardian.query(MyBillsDocument)).myBills.edges.map(({ node }) => node.title);
  expect(titles).toEqual(expect.arrayContaining(["first", "second"]));

  await elsewhere.query("commit");
  await elsewhere.end();
  expect([(await tail.take()).bill?.title, (await tail.take()).bill?.title]).toEqual(["first", "second"]);
  await expectBooksToBalance(graph);
});
