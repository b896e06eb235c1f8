import { billNotices } from "@campus-graph/clients/feeds";
import { expect, it } from "vitest";
import { as } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { startGraph } from "../harness/graph.js";
import { childOf, children, issueBill } from "./given.js";

it("goes on at another copy of the gateway when the first is gone, with nothing missed, doubled or out of order", async () => {
  await using graph = await startGraph({ demoCity: true, gateways: 2 });
  await using guardian = await as(graph, "guardian@campus.example");
  await using cashier = await as(graph, "cashier@campus.example");
  const child = await childOf(guardian, children.younger);
  await using tail = await guardian.subscribe(billNotices);

  await issueBill(cashier, child, "before the cut");
  expect((await tail.take()).bill?.title).toBe("before the cut");
  await graph.stopGateway(0);
  await issueBill(cashier, child, "during the cut");
  await issueBill(cashier, child, "after the cut");

  expect((await tail.take()).bill?.title).toBe("during the cut");
  expect((await tail.take()).bill?.title).toBe("after the cut");
  await expectBooksToBalance(graph);
});

it("takes up at another copy, days later and by another program, where the cursor says", async () => {
  await using graph = await startGraph({ demoCity: true, gateways: 2 });
  await using cashier = await as(graph, "cashier@campus.example");
  const [first, second] = graph.urls;
  await using phone = await as(graph, "guardian@campus.example", [first!]);
  const child = await childOf(phone, children.younger);
  const before = await phone.subscribe(billNotices);
  await issueBill(cashier, child, "seen");
  await before.take();
  await phone.close();

  await issueBill(cashier, child, "missed 1");
  await issueBill(cashier, child, "missed 2");
  await graph.settle();
  await using tablet = await as(graph, "guardian@campus.example", [second!]);
  await using after = await tablet.subscribe(billNotices, { after: before.cursor });
  await issueBill(cashier, child, "live again");
  const titles = [await after.take(), await after.take(), await after.take()].map(({ bill }) => bill?.title);
  expect(titles).toEqual(["missed 1", "missed 2", "live again"]);
});
