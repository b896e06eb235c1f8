import {
  AppointStaffDocument,
  AssignDeputyDocument,
  ClassGridDocument,
  ReturnRequestDocument,
} from "@campus-graph/clients/generated/operations";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { contextOn } from "../../journeys/city.js";
import { elementary } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, schoolConsole, Visitor } from "../parent-app/visitor.js";
import { type Applicant, applyForAll, correctMobile, importClass, type MadeUpClass } from "./applicants.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };
const { deputies: words, review, registrar: room } = consoleWords("zh-TW");
const homeroom = "teacher@campus.example";
const deputy = { login: "teacher2@campus.example", name: "許文彬" };
const registrar = "registrar@campus.example";

describe("two teachers on one class: its homeroom teacher, and who stands in", () => {
  let graph: Graph;
  let chromium: Browser;
  let demo: ReturnType<typeof contextOn>;
  let today: string;
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
    demo = contextOn(graph);
    today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Taipei" }).format(graph.clock.now());
    await using office = await as(graph, "it@campus.example");
    const { login: email, name } = deputy;
    const input = { email, name, role: "TEACHER", schoolCode: elementary } as const;
    await office.mutate(AppointStaffDocument, { input });
    await graph.settle();
  });
  afterAll(async () => {
    await demo?.[Symbol.asyncDispose]();
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const signedIn = async (login: string, device = chinese) => {
    const visitor = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
    await visitor.signIn(login, demoPassword);
    return visitor;
  };
  const openGrid = async ({ page }: Visitor, { id, name }: MadeUpClass) => {
    await page.goto(`/school/teacher/${id}`);
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.locator("table.review").waitFor();
  };
  const classWith = async (size: number) => {
    const made = await importClass(demo, size);
    const applicants = await applyForAll(demo, made.children);
    await graph.settle();
    return { made, applicants };
  };
  const assign = async ({ id: classId }: MadeUpClass) => {
    await using office = await as(graph, registrar);
    await office.mutate(AssignDeputyDocument, { input: { classId, email: deputy.login, until: today } });
    await graph.settle();
  };
  const line = (page: Page, { requestId }: Applicant) => page.locator(`tr[data-line="${requestId}"]`);
  const rowOf = (page: Page, { child }: Applicant) => page.locator("tr", { hasText: child.father.email });
  const approve = (page: Page, applicant: Applicant) =>
    line(page, applicant).getByRole("button", { name: review.approve });
  /** Holds what the browser sends of this operation until it is let go. */
  const holdBack = async ({ page }: Visitor, operation: string) => {
    const hold = Promise.withResolvers<void>();
    await page.route("**/graphql", async (route) => {
      if (route.request().postData()?.includes(operation)) await hold.promise;
      await route.fallback();
    });
    return hold.resolve;
  };

  it("lets a registrar assign a deputy for some days, who then decides the class's requests, and end it early: the class is gone from the open grid", async () => {
    const { made, applicants } = await classWith(2);
    const [first, second] = applicants as [Applicant, Applicant];
    await using office = await signedIn(registrar);
    const { page } = office;
    await page.getByRole("link", { name: room.tabs.classes }).click();
    await page.getByRole("link", { name: made.name }).click();
    const section = page.getByRole("region", { name: words.title });
    await section.getByText(words.none).waitFor();
    await section.getByRole("button", { name: words.assign }).click();
    await section.getByRole("button", { name: words.save, exact: true }).click();
    await section.getByText(words.missing).waitFor();
    await section.getByLabel(words.email).fill("stranger@campus.example");
    await section.getByRole("button", { name: words.save, exact: true }).click();
    await section.getByText("不是本校在這段期間任職的教師").waitFor();
    await office.looksAt("deputy-refused");
    await section.getByLabel(words.email).fill(deputy.login);
    await section.getByRole("button", { name: words.save, exact: true }).click();
    await section.getByRole("listitem").getByText(deputy.name).waitFor();
    await office.looksAt("deputy-assigned");
    await graph.settle();

    await using stand = await signedIn(deputy.login);
    await openGrid(stand, made);
    await stand.page.getByText("您代理本班導師至").waitFor();
    await approve(stand.page, first).click();
    await stand.page.getByText(review.told(1, 0, 0)).waitFor();
    await stand.looksAt("deputy-grid");
    expect(await line(stand.page, second).count()).toBe(1);

    await section.getByRole("button", { name: words.end }).click();
    const dialog = page.getByRole("dialog", { name: words.endTitle(deputy.name) });
    await office.looksAt("deputy-end");
    await dialog.getByRole("button", { name: words.endYes }).click();
    await section.getByText(words.ended(deputy.name)).waitFor();
    await section.getByText(words.none).waitFor();
    // Nobody there has reloaded anything.
    await stand.page.getByText(review.deputyOver).waitFor();
    expect(await stand.page.locator("table.review").count()).toBe(0);
    await using teacher = await as(graph, deputy.login);
    expect((await teacher.query(ClassGridDocument, { classId: made.id })).classReview).toEqual([]);
    expect([...office.complaints, ...stand.complaints]).toEqual([]);
  });

  it("shows in both grids what either of them decides, without reloading", async () => {
    const { made, applicants } = await classWith(2);
    const [first, second] = applicants as [Applicant, Applicant];
    await assign(made);
    await using here = await signedIn(homeroom);
    await using there = await signedIn(deputy.login);
    for (const visitor of [here, there]) await openGrid(visitor, made);
    await approve(here.page, first).click();
    await approve(there.page, second).click();
    for (const { page } of [here, there]) await page.getByText(review.told(1, 0, 0)).waitFor();
    await graph.settle();
    for (const { page } of [here, there])
      for (const applicant of applicants) await rowOf(page, applicant).and(page.locator(".bound")).waitFor();
    expect([...here.complaints, ...there.complaints]).toEqual([]);
  });

  it("lets one of two win who decide the same request at once, and tells the other", async () => {
    const { made, applicants } = await classWith(1);
    const [applicant] = applicants as [Applicant];
    await assign(made);
    await using here = await signedIn(homeroom);
    await using there = await signedIn(deputy.login);
    for (const visitor of [here, there]) await openGrid(visitor, made);
    // What became of a click stays until the grid is read anew; both clicks leave together.
    const grids = [await holdBack(here, "query ClassGrid"), await holdBack(there, "query ClassGrid")];
    const clicks = [
      await holdBack(here, "mutation ApproveRequests"),
      await holdBack(there, "mutation ApproveRequests"),
    ];
    for (const { page } of [here, there]) await approve(page, applicant).click();
    for (const letGo of clicks) letGo();
    const outcomes = await Promise.all(
      [here, there].map(async ({ page }) => {
        await page.locator(".outcome").filter({ hasNotText: review.working }).first().waitFor();
        return (await page.locator('[data-code="REQUEST_ALREADY_DECIDED"]').count()) === 1 ? "told" : "won";
      }),
    );
    expect(outcomes.sort()).toEqual(["told", "won"]);
    for (const letGo of grids) letGo();
    await graph.settle();
    for (const { page } of [here, there]) await rowOf(page, applicant).and(page.locator(".bound")).waitFor();
    await using teacher = await as(graph, homeroom);
    const { classReview } = await teacher.query(ClassGridDocument, { classId: made.id });
    expect(classReview[0]!.bindings).toHaveLength(1);
  });

  it("overwrites nothing when a request that one returned comes again, corrected, under the other's click", async () => {
    const { made, applicants } = await classWith(1);
    const [applicant] = applicants as [Applicant];
    await assign(made);
    await using there = await signedIn(deputy.login);
    const { page } = there;
    await openGrid(there, made);
    const letGo = await holdBack(there, "query ClassGrid");
    await using teacher = await as(graph, homeroom);
    const input = { requestId: applicant.requestId, reason: "手機號碼請更正" };
    await teacher.mutate(ReturnRequestDocument, { input });
    await correctMobile(applicant, "0987654321");
    await graph.settle();
    await approve(page, applicant).click();
    await page.locator('[data-code="REQUEST_CHANGED"]').waitFor();
    letGo();
    await line(page, applicant).getByText(review.was(applicant.child.father.mobile)).waitFor();
    expect(await approve(page, applicant).count()).toBe(0);
    const { classReview } = await teacher.query(ClassGridDocument, { classId: made.id });
    expect(classReview[0]).toMatchObject({ bindings: [], pending: [{ version: 2, status: "PENDING" }] });
    expect(there.complaints).toEqual([]);
  });
});
