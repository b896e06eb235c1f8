import type { Connection } from "@campus-graph/clients/connect";
import { BillListDocument, type BillListQuery } from "@campus-graph/clients/generated/operations";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { childOf, children, issueBill } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { appWords } from "./app-words.js";
import { telephone, Visitor } from "./visitor.js";

const { bills: words } = appWords(telephone.language);

/** More than the graph gives in one answer. */
const issued = 105;

type Bill = BillListQuery["myBills"]["edges"][number]["node"];

describe("a family with more bills than one answer holds", () => {
  let graph: Graph;
  let chromium: Browser;
  let visitor: Visitor;
  let elder: string;
  let all: Bill[];

  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    await using guardian = await as(graph, "guardian@campus.example");
    await using cashier = await as(graph, "cashier@campus.example");
    const younger = await childOf(guardian, children.younger);
    elder = await childOf(guardian, children.elder);
    for (let number = 1; number <= issued; number++)
      await issueBill(cashier, younger, `課後照顧費 ${number}`);
    all = await allBills(guardian);
    chromium = await startChromium();
    visitor = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    await visitor.signIn("guardian@campus.example", demoPassword);
  });
  afterAll(async () => {
    await visitor?.[Symbol.asyncDispose]();
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const more = () => visitor.page.getByRole("button", { name: words.more });
  const shown = () =>
    visitor.page
      .locator(".bill")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")!.split("/").at(-1)!));

  it("counts them all in the child's red number, which no page of a list cuts off", async () => {
    const { page } = visitor;
    await page.goto("/parent/");
    const card = page.locator(".child", { hasText: "二年一班" });
    const unpaid = all.filter(({ status, student }) => status === "UNPAID" && student.id !== elder).length;
    expect(unpaid).toBeGreaterThan(100);
    await card.locator(".badge", { hasText: String(unpaid) }).waitFor();
  });

  it("comes to the first of them by going on, from bill to bill", async () => {
    const { page } = visitor;
    await page.goto("/parent/?show=ALL");
    await visitor.sees(words.title);
    for (let count = 30; count < all.length; count += 30) {
      await expect.poll(async () => (await shown()).length, { timeout: 20_000 }).toBe(count);
      await more().press("Enter");
      await page.locator(`.bill[href$="${all[count]!.id}"]:focus`).waitFor();
    }
    expect(await shown()).toEqual(all.map(({ id }) => id));
    expect(await more().count()).toBe(0);
    await visitor.looksAt("bills-many");
  });

  it("finds the bills of the other child, however far down they stand", async () => {
    const theirs = all.filter(({ student }) => student.id === elder);
    expect(all.findIndex(({ student }) => student.id === elder)).toBeGreaterThanOrEqual(issued);
    await visitor.page.goto(`/parent/?show=ALL&child=${elder}`);
    await expect.poll(shown, { timeout: 20_000 }).toEqual(theirs.map(({ id }) => id));
  });

  it("has nothing to complain of", () => {
    expect(visitor.complaints).toEqual([]);
  });
});

/** What the graph itself says, page by page. */
async function allBills(guardian: Connection, after?: string): Promise<Bill[]> {
  const { myBills } = await guardian.query(BillListDocument, { first: 100, ...(after && { after }) });
  const { hasNextPage, endCursor } = myBills.pageInfo;
  const bills = myBills.edges.map(({ node }) => node);
  return hasNextPage && endCursor ? [...bills, ...(await allBills(guardian, endCursor))] : bills;
}
