import { billNotices } from "@campus-graph/clients/feeds";
import { MyBillsDocument } from "@campus-graph/clients/generated/operations";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { expectBooksToBalance } from "../../harness/books.js";
import { startChromium } from "../chromium.js";
import { desk, telephone, Visitor } from "../parent-app/visitor.js";
import { WalletCity } from "./city.js";

let chromium: Browser;
let city: WalletCity;
beforeAll(async () => {
  await buildApps();
  chromium = await startChromium();
});
beforeEach(async () => {
  city = await WalletCity.start();
  return async () => {
    await expectBooksToBalance(city.graph);
    await city[Symbol.asyncDispose]();
  };
});
afterAll(() => chromium?.close());

async function find(page: Page, number: string): Promise<void> {
  await page.goto("/wallet/");
  await page.fill("#number", number);
  await page.click("button[type=submit]");
}

it("finds a bill by its 16 digits, pays it from the purse, and the guardian is told at once", async () => {
  await using payer = await Visitor.arrive(chromium, city.wallet.url, telephone);
  await using guardian = await as(city.graph, "guardian@campus.example");
  await using notices = await guardian.subscribe(billNotices);
  const notice = notices[Symbol.asyncIterator]().next();
  const [bill] = await city.unpaidBills();
  const { page } = payer;
  await page.goto("/wallet/");
  await page.getByText("還沒有付款紀錄").waitFor();
  await payer.looksAt("wallet");
  const typed = bill!.accountNumber.replace(/(\d{4})(?=\d)/g, "$1 ");
  await page.fill("#number", typed);
  await page.click("button[type=submit]");
  await page.getByRole("heading", { name: "繳費單" }).waitFor();
  await payer.looksAt("wallet-bill");
  await page.getByRole("button", { name: /^付款/ }).click();
  await page.getByText("已入帳").waitFor();
  await payer.looksAt("wallet-paid");
  expect((await notice).value).toMatchObject({
    notice: { kind: "PAID", bill: { accountNumber: bill!.accountNumber } },
  });
  expect(await page.locator(".balance strong").textContent()).toBe(
    `NT$${(100_000 - bill!.amount).toLocaleString("en")}`,
  );
  expect(payer.complaints).toEqual([]);
});

it("opens a bill by the link that the parents' app has for it", async () => {
  await using payer = await Visitor.arrive(chromium, city.wallet.url, telephone);
  const [bill] = await city.unpaidBills();
  const option = bill!.paymentOptions.find(({ channel }) => channel === "EASY_WALLET");
  const link = new URL((option as { url: string }).url);
  expect(link.origin).toBe(city.graph.publicUrl);
  await payer.page.goto(`${link.pathname}${link.search}`);
  await payer.page.getByRole("button", { name: /^付款/ }).waitFor();
  expect((await payer.page.locator("dl").textContent())!.replaceAll(" ", "")).toContain(bill!.accountNumber);
  expect(payer.complaints).toEqual([]);
});

it("speaks English on a desk too, and says what is wrong with a number", async () => {
  await using payer = await Visitor.arrive(chromium, city.wallet.url, { ...desk, isDark: true });
  const { page } = payer;
  await find(page, "480300630000019");
  await page.getByText("An account number is 16 digits").waitFor();
  await payer.looksAt("wallet-no-number");
  await page.fill("#number", "9999999999999999");
  await page.click("button[type=submit]");
  await page.getByText("There is no bill of this number").waitFor();
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("heading", { name: "示範錢包" }).waitFor();
  expect(payer.complaints.filter((complaint) => !complaint.includes("422"))).toEqual([]);
});

it("reports a payment again under its number when the answer was lost, until it is answered: paid once", async () => {
  await using payer = await Visitor.arrive(chromium, city.wallet.url, telephone);
  const [bill] = await city.unpaidBills();
  city.way.lose("NotifyPayment", 2);
  await find(payer.page, bill!.accountNumber);
  await payer.page.getByRole("button", { name: /^付款/ }).click();
  await payer.page.getByText("已入帳").waitFor();
  const sent = city.way.sent("NotifyPayment");
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map(({ input }) => JSON.stringify(input))).size).toBe(1);
  expect(new Set(sent.map(({ proof }) => proof)).size).toBe(3);
  await using guardian = await as(city.graph, "guardian@campus.example");
  const { myBills } = await guardian.query(MyBillsDocument, { status: "PAID" });
  expect(myBills.edges.map(({ node }) => node.accountNumber)).toContain(bill!.accountNumber);
});

it("reports what it had not reported when it was stopped, and pays a bill once however often it is told to", async () => {
  await using payer = await Visitor.arrive(chromium, city.wallet.url, telephone);
  const [bill] = await city.unpaidBills();
  city.way.lose("NotifyPayment", 1_000);
  await find(payer.page, bill!.accountNumber);
  const pay = payer.page.getByRole("button", { name: /^付款/ });
  await pay.dblclick();
  await payer.page.getByText("通知校方中").waitFor();
  await payer.looksAt("wallet-waiting");
  await city.wallet.stop();
  city.way.lose("NotifyPayment", 0);
  await city.startWallet();
  // The same browser, at the wallet's new address.
  const answer = await fetch(`${city.wallet.url}/wallet/api/purse`, {
    headers: { cookie: await cookieOf(payer) },
  });
  const { payments } = (await answer.json()) as { payments: { transactionNumber: string }[] };
  expect(payments).toHaveLength(1);
  await expect
    .poll(async () => {
      const again = await fetch(`${city.wallet.url}/wallet/api/purse`, {
        headers: { cookie: await cookieOf(payer) },
      });
      return ((await again.json()) as { payments: object[] }).payments;
    })
    .toEqual([expect.objectContaining({ state: "REPORTED", outcome: "RECEIVED" })]);
  const inputs = city.way.sent("NotifyPayment").map(({ input }) => JSON.stringify(input));
  expect(new Set(inputs).size).toBe(1);
});

async function cookieOf({ context }: Visitor): Promise<string> {
  const cookies = await context.cookies(`${city.wallet.url}/wallet/`);
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
