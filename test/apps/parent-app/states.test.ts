import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { BillListDocument } from "@campus-graph/clients/generated/operations";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { childOf, children, issueBill } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, telephone, Visitor } from "./visitor.js";

const reader = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
const english: Device = { ...telephone, language: "en" };

describe("the parent app in the demo city", () => {
  let graph: Graph;
  let chromium: Browser;
  /** The id of the younger child's bill, which both guardians see. */
  let shared: string;

  beforeAll(async () => {
    await buildApps();
    prepareZXingModule({ overrides: { wasmBinary: readFileSync(reader).buffer as ArrayBuffer } });
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
    await using guardian = await as(graph, "guardian@campus.example");
    const child = await childOf(guardian, children.younger);
    const { myBills } = await guardian.query(BillListDocument, { first: 20, status: "UNPAID" });
    shared = myBills.edges.find(({ node }) => node.student.id === child)!.node.id;
  });
  afterAll(async () => {
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const arrive = (device: Device) => Visitor.arrive(chromium, graph.publicUrl, device);
  const signedIn = async (device: Device, login = "guardian@campus.example") => {
    const visitor = await arrive(device);
    await visitor.signIn(login, demoPassword);
    return visitor;
  };

  it.each<Device>([desk, english, { ...desk, language: "zh-TW", isDark: true }])(
    "is without a fault on every screen: $width $language dark $isDark",
    async (device) => {
      const isEnglish = device.language === "en";
      await using visitor = await arrive(device);
      const { page } = visitor;
      await page.goto("/parent/");
      await visitor.sees(isEnglish ? /school bills/ : /繳費單/);
      await visitor.looksAt("welcome");
      await page.goto("/parent/apply");
      await visitor.sees(isEnglish ? "Get a code" : "取得驗證碼");
      await visitor.looksAt("apply-1-code");
      await visitor.signIn("guardian@campus.example", demoPassword);
      await visitor.sees(isEnglish ? "Bills" : "繳費單");
      await page.locator(".bill").first().waitFor();
      await visitor.looksAt("bills");
      await page.goto(`/parent/bills/${shared}`);
      await page.getByRole("tab").first().waitFor();
      const tabs = await page.getByRole("tab").all();
      expect(tabs.length).toBe(5);
      for (const tab of tabs) {
        await tab.click();
        await visitor.looksAt(`bill-tab-${await tab.getAttribute("id").then((id) => id?.split("-").at(-1))}`);
      }
      for (const [path, heading] of [
        ["notices", isEnglish ? "Notices" : "通知"],
        ["applications", isEnglish ? "Children and applications" : "親子綁定"],
        ["apply", isEnglish ? "The students" : "要綁定的學生"],
        ["me", isEnglish ? "Me" : "我的"],
        ["me/sessions", isEnglish ? "Where you are signed in" : "登入中的裝置"],
        ["me/password", isEnglish ? "Change the password" : "更改密碼"],
        ["nowhere", isEnglish ? "Page not found" : "找不到這一頁"],
        ["bills/00000000-0000-0000-0000-000000000000", isEnglish ? "Bills" : "繳費單"],
      ] as const) {
        await page.goto(`/parent/${path}`);
        await visitor.sees(heading);
        await visitor.looksAt(path.replaceAll("/", "-"));
      }
      expect(visitor.complaints).toEqual([]);
    },
    180_000,
  );

  it("shows who has nothing what to do", async () => {
    await using visitor = await signedIn(telephone, "newcomer@campus.example");
    await visitor.page.getByText("還沒有綁定的孩子").waitFor();
    await visitor.looksAt("bills-empty");
    await visitor.page.goto("/parent/notices");
    await visitor.page.getByText("還沒有通知").waitFor();
    await visitor.looksAt("notices-empty");
  });

  it("leads a school's staff to their console", async () => {
    await using visitor = await signedIn(english, "teacher@campus.example");
    await visitor.page.getByText("This is a staff account").waitFor();
    await visitor.looksAt("bills-staff");
    const link = visitor.page.getByRole("link", { name: "Go to the school console" });
    expect(await link.getAttribute("href")).toBe("/school/");
  });

  it("wraps the children's cards on a narrow screen, and keeps a number of two digits on one line", async () => {
    await using visitor = await signedIn(english);
    const { page } = visitor;
    await page.locator(".child .badge").nth(1).waitFor();
    // As a child with a dozen bills would have it.
    await page
      .locator(".child .badge [aria-hidden]")
      .first()
      .evaluate((badge) => {
        badge.textContent = "12";
      });
    await visitor.looksAt("bills-two-children");
    for (const card of await page.locator(".child").all()) {
      const { x, width } = (await card.boundingBox())!;
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(english.width);
    }
    const badge = page.locator(".child .badge [aria-hidden]").first();
    expect((await badge.boundingBox())!.height).toBeLessThan(24);
  });

  it("calls a child by one name, in the list and in what is told live", async () => {
    await using visitor = await signedIn(english);
    const { page } = visitor;
    await page.locator(".bill").first().waitFor();
    await using guardian = await as(graph, "guardian@campus.example");
    const child = await childOf(guardian, children.younger);
    await issueBill(await as(graph, "cashier@campus.example"), child, "Toast");
    await page.locator(".toast", { hasText: "林承佑" }).waitFor();
    await visitor.looksAt("bills-toast");
  });

  it("shows the till three barcodes that scan from the screen, and a QR code that a bank's app reads", async () => {
    await using visitor = await signedIn({ ...telephone, width: 360, height: 780 });
    const { page } = visitor;
    await page.goto(`/parent/bills/${shared}`);
    await page.getByRole("tab", { name: "超商代繳" }).click();
    const expected = await page
      .locator(".picture img")
      .evaluateAll((images) => images.map((image) => image.getAttribute("alt")!.split("：")[1]!));
    await page.getByRole("button", { name: "放大給店員掃描" }).click();
    await visitor.looksAt("till");
    const scanned = await readBarcodes(new Uint8Array(await page.screenshot()), { formats: ["Code39"] });
    expect(scanned.map(({ text }) => text).sort()).toEqual(expected.sort());
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "ATM" }).click();
    await page.getByRole("button", { name: "放大顯示" }).click();
    const [qr] = await readBarcodes(new Uint8Array(await page.screenshot()), { formats: ["QRCode"] });
    expect(decodeURIComponent(qr!.text)).toMatch(/^TWQRP:/);
  });

  it("copies the sixteen digits, and saves the code as a picture", async () => {
    await using visitor = await signedIn(telephone);
    const { page } = visitor;
    await page.goto(`/parent/bills/${shared}`);
    await page.getByRole("tab", { name: "ATM" }).click();
    await page.getByRole("button", { name: "複製帳號" }).click();
    await page.getByRole("button", { name: "已複製" }).waitFor();
    const copied = await page.evaluate<string>("navigator.clipboard.readText()");
    expect(copied).toBe((await page.locator(".digits").textContent())!.replaceAll(" ", ""));
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "儲存 QR CODE" }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(`${copied}.png`);
    const [qr] = await readBarcodes(new Uint8Array(readFileSync(await saved.path())), {
      formats: ["QRCode"],
    });
    expect(decodeURIComponent(qr!.text)).toContain(copied);
    expect(visitor.complaints).toEqual([]);
  });

  it("claims a channel once, however often the button is pressed, and takes it back", async () => {
    await using visitor = await signedIn(telephone);
    const { page } = visitor;
    let sent = 0;
    page.on("request", (request) => {
      if (request.postData()?.includes("mutation StartPayment")) sent += 1;
    });
    await page.goto(`/parent/bills/${shared}`);
    await page.getByRole("tab", { name: "ATM" }).click();
    await page.getByRole("button", { name: "我現在就用這個方式繳" }).dblclick();
    await page.getByText("您已表示正在用「ATM」繳費").waitFor();
    expect(sent).toBe(1);
    await page.getByRole("button", { name: "我先不繳了" }).click();
    await page.getByText("您已表示正在用「ATM」繳費").waitFor({ state: "detached" });
  });

  it("says no in the reader's language beside what was typed, which stays", async () => {
    await using visitor = await arrive(english);
    const { page } = visitor;
    await page.goto("/parent/apply");
    await page.getByLabel("E-mail address").fill("somebody@campus.example");
    await page.getByRole("button", { name: "Send me a code" }).click();
    await page.getByLabel("The code").fill("AAAA-AAAA");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.locator('[data-code="CODE_WRONG"] .alert').waitFor();
    expect(await page.locator(".alert").textContent()).toMatch(/^[\x20-\x7e’“”–]+$/);
    expect(await page.getByLabel("The code").inputValue()).toBe("AAAA-AAAA");
    await visitor.looksAt("code-wrong");
  });

  it("says that it is slow, and shows what comes", async () => {
    await using visitor = await signedIn(telephone);
    const { page } = visitor;
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/graphql", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("/parent/notices");
    await page.getByText("連線比平常慢").waitFor();
    await visitor.looksAt("slow");
    answer();
    await page.locator(".notice").first().waitFor();
  });

  it("opens without a network, says so, and goes on by itself once it is back", async () => {
    await using visitor = await signedIn(telephone);
    const { page, context } = visitor;
    await page.locator(".bill").first().waitFor();
    await page.evaluate("navigator.serviceWorker.ready");
    await context.setOffline(true);
    await page.getByText("目前沒有網路。畫面上是先前讀到的內容").waitFor();
    await page.locator(".bill").first().waitFor();
    await visitor.looksAt("offline");
    await page.reload();
    await page.getByText("目前沒有網路，這一頁還沒有讀取過").waitFor();
    await visitor.looksAt("offline-reloaded");
    await context.setOffline(false);
    await page.locator(".bill").first().waitFor();
  });

  it("can be installed", async () => {
    await using visitor = await arrive(telephone);
    await visitor.page.goto("/parent/");
    await visitor.page.evaluate("navigator.serviceWorker.ready");
    const tools = await visitor.context.newCDPSession(visitor.page);
    const { installabilityErrors } = await tools.send("Page.getInstallabilityErrors");
    // A window that keeps nothing, as each test has one, is the only hindrance.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual(
      [],
    );
  });

  it("signs out in every tab at once, and leaves nothing to go back to", async () => {
    await using visitor = await signedIn(telephone);
    const { page, context } = visitor;
    await page.locator(".bill").first().waitFor();
    const second = await context.newPage();
    await second.goto("/parent/me");
    await second.getByRole("button", { name: "登出", exact: true }).click();
    await page.getByRole("heading", { name: "孩子的繳費單，都在這裡" }).waitFor();
    expect(await page.locator(".bill").count()).toBe(0);
  });
});
