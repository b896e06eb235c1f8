import { ClassGridDocument, ReturnRequestDocument } from "@campus-graph/clients/generated/operations";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { contextOn } from "../../journeys/city.js";
import { startChromium } from "../chromium.js";
import { Keyboard } from "../parent-app/keyboard.js";
import { type Device, desk, schoolConsole, Visitor } from "../parent-app/visitor.js";
import {
  type Applicant,
  apply,
  applyForAll,
  correctMobile,
  importClass,
  type MadeUpClass,
} from "./applicants.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };
const tablet: Device = { width: 768, height: 1024, language: "zh-TW" };
const { review, shell } = consoleWords("zh-TW");
const login = "teacher@campus.example";

describe("a homeroom teacher in front of the class grid", () => {
  let graph: Graph;
  let chromium: Browser;
  let demo: ReturnType<typeof contextOn>;
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
    demo = contextOn(graph);
  });
  afterAll(async () => {
    await demo?.[Symbol.asyncDispose]();
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const signedIn = async (device = chinese) => {
    const visitor = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
    await visitor.signIn(login, demoPassword);
    return visitor;
  };
  /** Her grid of this class, once it is there. */
  const openGrid = async ({ page }: Visitor, { id, name }: MadeUpClass) => {
    await page.goto(`/school/teacher/${id}`);
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.locator("table.review").waitFor();
  };
  const classWith = async (size: number, applying = size) => {
    const made = await importClass(demo, size);
    const applicants = await applyForAll(demo, made.children.slice(0, applying));
    await graph.settle();
    return { made, applicants };
  };
  const line = (page: Page, { requestId }: Applicant) => page.locator(`tr[data-line="${requestId}"]`);
  const rowOf = (page: Page, { child }: Applicant) => page.locator("tr", { hasText: child.father.email });
  const gridNow = async ({ id }: MadeUpClass) => {
    await using teacher = await as(graph, login);
    return (await teacher.query(ClassGridDocument, { classId: id })).classReview;
  };

  it("reviews 30 requests by keyboard alone, one by one and many at once, and every row says what became of it", async () => {
    const { made, applicants } = await classWith(32, 30);
    await using visitor = await signedIn();
    const { page } = visitor;
    await openGrid(visitor, made);
    await visitor.looksAt("grid");
    const keys = new Keyboard(page);
    await keys.tabTo(line(page, applicants[0]!).getByRole("checkbox"));
    const focused = page.locator("tr[data-line]:focus-within");
    for (const [at, applicant] of applicants.slice(0, 20).entries()) {
      // The line that has the focus is the next one that waits.
      expect(await focused.getAttribute("data-line"), `line ${at}`).toBe(applicant.requestId);
      if (at % 5 !== 4) {
        await page.keyboard.press("a");
        continue;
      }
      await page.keyboard.press("r");
      if (at === 4) await page.keyboard.type("手機號碼請更正");
      // The reason given last comes back by an arrow.
      else await page.keyboard.press("ArrowDown");
      if (at === 4) await visitor.looksAt("grid-reason");
      await page.keyboard.press("Enter");
    }
    for (let at = 20; at < 30; at++) {
      await page.keyboard.press("Space");
      if (at < 29) await page.keyboard.press("ArrowDown");
    }
    await page.getByText(review.chosen(10)).waitFor();
    await visitor.looksAt("grid-chosen");
    await page.keyboard.press("Shift+A");
    await page.getByText(review.told(26, 4, 0)).waitFor();
    await graph.settle();
    await page.locator("tr.bound").nth(25).waitFor();
    await page.getByText(review.returned("手機號碼請更正")).nth(3).waitFor();
    await visitor.looksAt("grid-done");
    const rows = await gridNow(made);
    expect(rows.filter(({ bindings }) => bindings.length === 1)).toHaveLength(26);
    expect(rows.filter(({ pending }) => pending.length > 0)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    // Thirty applications by mail and telephone come before.
  }, 300_000);

  it("returns many at once for one reason, and shows a class at a glance", async () => {
    const { made, applicants } = await classWith(6, 4);
    await using visitor = await signedIn();
    const { page } = visitor;
    await openGrid(visitor, made);
    const glance = page.getByRole("group", { name: review.glance.label });
    const figures = (await glance.getByRole("button").allInnerTexts()).map((each) => each.replace("\n", " "));
    expect(figures).toEqual([
      `${review.glance.all} 6`,
      `${review.glance.waiting} 4`,
      `${review.glance.bound} 0`,
      `${review.glance.none} 2`,
    ]);
    await glance.getByRole("button", { name: review.glance.none }).click();
    expect(await page.locator("tbody tr").count()).toBe(2);
    await glance.getByRole("button", { name: review.glance.waiting }).click();
    // Three of four: of every third child the school has no father on record.
    await page.getByRole("button", { name: review.chooseMatching }).click();
    await page.getByRole("button", { name: review.returnChosen(3) }).click();
    await visitor.looksAt("grid-return-many");
    await page.getByRole("dialog").getByRole("button", { name: review.commonReasons[1]! }).click();
    await page.getByRole("dialog").getByRole("button", { name: review.send, exact: true }).click();
    await page.getByText(review.told(0, 3, 0)).waitFor();
    await page.getByText(review.returned(review.commonReasons[1]!)).nth(2).waitFor();
    expect(await line(page, applicants[2]!).count()).toBe(1);
    expect(visitor.complaints).toEqual([]);
  });

  it("sees in two browsers what is decided in one, and decides nothing twice", async () => {
    const { made, applicants } = await classWith(3);
    const [first, second] = applicants as [Applicant, Applicant];
    await using here = await signedIn();
    await using there = await signedIn();
    for (const visitor of [here, there]) await openGrid(visitor, made);
    // The other browser hears nothing for a while, as behind a slow line.
    const hold = Promise.withResolvers<void>();
    await there.page.route("**/graphql", async (route) => {
      if (route.request().postData()?.includes("query ClassGrid")) await hold.promise;
      await route.continue();
    });
    await line(here.page, first).getByRole("button", { name: review.approve }).click();
    await here.page.getByText(review.told(1, 0, 0)).waitFor();
    await line(there.page, first).getByRole("button", { name: review.approve }).click();
    await there.page.locator('[data-code="REQUEST_ALREADY_DECIDED"]').waitFor();
    await there.looksAt("grid-decided-elsewhere");
    hold.resolve();
    // What nobody clicked on there changes by itself.
    await line(here.page, second).getByRole("button", { name: review.approve }).click();
    await graph.settle();
    await rowOf(there.page, second).and(there.page.locator(".bound")).waitFor();
    expect(here.complaints).toEqual([]);
  });

  it("shows what a guardian has changed meanwhile, and approves it only once it was looked at again", async () => {
    const { made, applicants } = await classWith(1);
    const [applicant] = applicants as [Applicant];
    await using visitor = await signedIn();
    const { page } = visitor;
    await openGrid(visitor, made);
    const hold = Promise.withResolvers<void>();
    await page.route("**/graphql", async (route) => {
      if (route.request().postData()?.includes("query ClassGrid")) await hold.promise;
      await route.continue();
    });
    await using teacher = await as(graph, login);
    const input = { requestId: applicant.requestId, reason: "手機號碼請更正" };
    await teacher.mutate(ReturnRequestDocument, { input });
    await correctMobile(applicant, "0987654321");
    await graph.settle();
    await line(page, applicant).getByRole("button", { name: review.approve }).click();
    await page.locator('[data-code="REQUEST_CHANGED"]').waitFor();
    hold.resolve();
    const row = line(page, applicant);
    await row.getByText(review.changed).waitFor();
    await row.getByText(review.was(applicant.child.father.mobile)).waitFor();
    await row.getByText("0987654321").waitFor();
    await visitor.looksAt("grid-changed");
    expect(await row.getByRole("button", { name: review.approve }).count()).toBe(0);
    await row.getByRole("button", { name: review.haveSeen }).click();
    await row.getByRole("button", { name: review.approve }).click();
    await page.getByText(review.approved).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it("sees a new request come in, and keeps what she was typing", async () => {
    const { made, applicants } = await classWith(2, 1);
    await using visitor = await signedIn();
    const { page } = visitor;
    await openGrid(visitor, made);
    await line(page, applicants[0]!).getByRole("button", { name: review.return }).click();
    await page.getByLabel(review.reason).fill("關係請寫");
    const newcomer = await apply(demo, made.children[1]!);
    await graph.settle();
    await line(page, newcomer).getByText(review.isNew).waitFor();
    expect(await page.getByLabel(review.reason).inputValue()).toBe("關係請寫");
    expect(await page.evaluate("document.activeElement.value")).toBe("關係請寫");
    expect(visitor.complaints).toEqual([]);
  });

  it("loses nothing that was typed and chosen when her session ends in the middle", async () => {
    const { made, applicants } = await classWith(3);
    await using visitor = await signedIn();
    const { page, context } = visitor;
    await openGrid(visitor, made);
    await line(page, applicants[1]!).getByRole("checkbox").check();
    await line(page, applicants[0]!).getByRole("button", { name: review.return }).click();
    await page.getByLabel(review.reason).fill("關係請寫清楚");
    await context.clearCookies();
    // The click is what finds out.
    await page.locator("tr.reason-row").getByRole("button", { name: review.send, exact: true }).click();
    await page.getByRole("heading", { name: shell.ended.title }).waitFor();
    expect(await page.locator("table.review").isVisible()).toBe(false);
    const opened = context.waitForEvent("page");
    await page.getByRole("button", { name: shell.ended.signIn }).click();
    await Visitor.fillSignIn(await opened, login, demoPassword);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await line(page, applicants[1]!).getByRole("checkbox").isChecked()).toBe(true);
    await line(page, applicants[0]!).getByRole("button", { name: review.return }).click();
    expect(await page.getByLabel(review.reason).inputValue()).toBe("關係請寫清楚");
    await page.keyboard.press("Enter");
    await page.getByText(review.returned("關係請寫清楚")).waitFor();
  });

  it.each<Device>([tablet, { ...desk, isDark: true }])("is without a fault on %o", async (device) => {
    const words = consoleWords(device.language).review;
    await using visitor = await signedIn(device);
    const { page } = visitor;
    await page.getByRole("link", { name: "二年一班" }).click();
    await page.getByRole("button", { name: words.return, exact: true }).first().click();
    await page.getByLabel(words.reason).waitFor();
    await visitor.looksAt("grid-demo");
    expect(visitor.complaints).toEqual([]);
  });
});
