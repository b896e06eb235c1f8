import { ReturnRequestDocument } from "@campus-graph/clients/generated/operations";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Classes, enterClasses } from "../../../clients/demo/chapters/schools.js";
import type { DemoContext } from "../../../clients/demo/context.js";
import { type Family, inventFamily, type MadeUpChild } from "../../../clients/demo/fixtures.js";
import { approve } from "../../../clients/demo/steps.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { type Graph, startGraph } from "../../harness/graph.js";
import { contextOn } from "../../journeys/city.js";
import { startChromium } from "../chromium.js";
import { Keyboard } from "./keyboard.js";
import { type Billed, billClass, payBill, pendingIn } from "./others.js";
import { telephone, Visitor } from "./visitor.js";

/** One address is sent no two codes faster than that. */
const pauseBetweenCodesMs = 31_000;
const reason = "與學生的關係應為父親，請更正後再送出。";

/** Each step goes on where the one before ended: a father's week, on a small telephone, without a mouse. */
describe("the parent app, from the first code to the paid bill, by keyboard alone", () => {
  let graph: Graph;
  let demo: DemoContext;
  let chromium: Browser;
  let visitor: Visitor;
  let keys: Keyboard;
  let family: Family;
  let classes: Classes;
  let lunch: Billed;

  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true, gateways: 2, onlyListed: true });
    demo = contextOn(graph);
    family = inventFamily();
    classes = await enterClasses(demo, family);
    chromium = await startChromium();
    visitor = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    keys = new Keyboard(visitor.page);
  });
  afterAll(async () => {
    await visitor?.[Symbol.asyncDispose]();
    await chromium?.close();
    await demo?.[Symbol.asyncDispose]();
    await graph?.[Symbol.asyncDispose]();
  });

  const button = (name: string | RegExp) => visitor.page.getByRole("button", { name });
  const link = (name: string | RegExp) => visitor.page.getByRole("link", { name });
  const field = (name: string | RegExp) => visitor.page.getByLabel(name);
  const radio = (name: string) => visitor.page.getByRole("radio", { name, exact: true });
  const card = (child: MadeUpChild) => visitor.page.locator("article.request", { hasText: child.schoolName });
  /** Asks for a code with the form that is there, and types what the mail brings. */
  const answerCode = async () => {
    graph.clock.advance(pauseBetweenCodesMs);
    const known = (await demo.mailsTo(family.guardian.email)).length;
    await keys.press(button("取得驗證碼"));
    await keys.type(field("請輸入驗證碼"), await demo.nextCode(family.guardian.email, known));
    await keys.press(button("確認"));
  };
  const addStudent = async (child: MadeUpChild, relationship: string, level: string) => {
    await keys.choose(radio(relationship));
    await keys.choose(radio(level));
    await keys.type(field("學生的身分證字號"), child.nationalId.toLowerCase());
    await keys.press(button("驗證"));
    await keys.type(field("搜尋學校名稱"), child.schoolName.slice(0, 2));
    await keys.choose(radio(`市立${child.schoolName}`));
    await keys.press(button("下一步"));
    await keys.press(button("是這位學生，加入"));
  };

  it("is asked of gateways that run the listed operations alone, as in production", async () => {
    const answer = await fetch(`${graph.publicUrl}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ schools { code } }" }),
    });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "OPERATION_NOT_LISTED" } }] });
  });

  it("lets him in by a code, without an account", async () => {
    await visitor.page.goto("/parent/");
    await visitor.sees("孩子的繳費單，都在這裡");
    await visitor.looksAt("welcome");
    await keys.press(link(/申請親子綁定/));
    await visitor.sees("取得驗證碼");
    await keys.type(field("電子信箱"), family.guardian.email);
    await visitor.looksAt("apply-1-code");
    await answerCode();
    await visitor.sees("要綁定的學生");
  });

  it("takes both children, at schools of different levels", async () => {
    await visitor.looksAt("apply-2-student");
    await addStudent(family.younger, "父親", "國小");
    await keys.press(button("新增綁定學生"));
    await addStudent(family.elder, "祖父", "國中");
    await visitor.page.getByText("市立內湖國中").waitFor();
    await visitor.looksAt("apply-2-students");
    await keys.press(link("下一步"));
  });

  it("takes his consent once the notice was read to its end", async () => {
    await visitor.sees("個資使用聲明");
    expect(await field(/本人已詳閱/).isDisabled()).toBe(true);
    await visitor.looksAt("apply-3-consent");
    await keys.tabTo(visitor.page.locator(".notice-text"));
    await visitor.page.keyboard.press("End");
    await visitor.page.locator(".check input:enabled").waitFor();
    await keys.tick(field(/本人已詳閱/));
    await keys.press(button("下一步"));
    await visitor.sees("家長資料");
  });

  it("has all of it on another device, after a code to the same address", async () => {
    await using other = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    const { page } = other;
    graph.clock.advance(pauseBetweenCodesMs);
    await page.goto("/parent/applications");
    await page.getByLabel("電子信箱").fill(family.guardian.email);
    const known = (await demo.mailsTo(family.guardian.email)).length;
    await page.getByRole("button", { name: "取得驗證碼" }).click();
    await page.getByLabel("請輸入驗證碼").fill(await demo.nextCode(family.guardian.email, known));
    await page.getByRole("button", { name: "確認" }).click();
    await page.getByRole("link", { name: "繼續填寫" }).click();
    await other.sees("家長資料");
    expect(await page.getByLabel("電子信箱").inputValue()).toBe(family.guardian.email);
    expect(other.complaints).toEqual([]);
  });

  it("takes his data, which a reload does not lose, and his signature by a fresh code", async () => {
    const { name, nationalId, mobile } = family.guardian;
    await keys.type(field("家長的身分證字號"), nationalId);
    await keys.type(field("家長姓名"), name);
    await keys.type(field("行動電話"), mobile);
    await visitor.page.reload();
    await visitor.sees("家長資料");
    expect(await field("家長姓名").inputValue()).toBe(name);
    await visitor.looksAt("apply-4-guardian");
    await keys.press(button("下一步"));
    await visitor.sees("確認並簽名");
    await visitor.looksAt("apply-4-sign");
    const { session } = await visitor.page.evaluate<Kept>(whatIsKept);
    const declared = Object.entries(session).filter(([key]) => key.startsWith("draft:declared-"));
    expect(declared).toHaveLength(1);
    expect(JSON.stringify(declared)).not.toContain(nationalId);
    await keys.press(button(/改用驗證碼簽署/));
    await answerCode();
    await visitor.page.getByText("已用驗證碼簽署").waitFor();
    await keys.press(button("送出資料"));
    await visitor.page.getByText("已送出申請").waitFor();
    await card(family.elder).getByText("申請", { exact: true }).waitFor();
    await visitor.looksAt("applications-pending");
  });

  it("moves by itself when one teacher approves and the other returns it, with the reason", async () => {
    const younger = await pendingIn(demo, family.younger, classes.younger);
    await approve(await demo.as(family.younger.teacher), [younger]);
    const elder = await pendingIn(demo, family.elder, classes.elder);
    const teacher = await demo.as(family.elder.teacher);
    await teacher.mutate(ReturnRequestDocument, { input: { requestId: elder, reason } });
    await card(family.younger).getByText("認證", { exact: true }).waitFor();
    await card(family.elder).getByText(reason).waitFor();
    await visitor.page.getByText(`現在可以用 ${family.guardian.email} 登入了`).waitFor();
    await visitor.looksAt("applications-returned");
  });

  it("is corrected, signed anew and sent again", async () => {
    await keys.press(card(family.elder).getByRole("link", { name: "修正" }));
    await visitor.sees("修正申請");
    await keys.choose(radio("父親"));
    await visitor.looksAt("correct");
    await keys.press(button(/改用驗證碼簽署/));
    await answerCode();
    await visitor.page.getByText("已用驗證碼簽署").waitFor();
    await keys.press(button("重新送出"));
    await card(family.elder).getByText("申請", { exact: true }).waitFor();
    const elder = await pendingIn(demo, family.elder, classes.elder);
    await approve(await demo.as(family.elder.teacher), [elder], 2);
    await card(family.elder).getByText("認證", { exact: true }).waitFor();
  });

  it("leads him to his account, whose password he must choose first", async () => {
    const known = (await demo.mailsTo(family.guardian.email)).length;
    const initial = family.guardian.nationalId.slice(-6);
    await keys.press(button("前往登入"));
    await keys.type(visitor.page.locator("#login"), family.guardian.email);
    await keys.type(visitor.page.locator("#password"), initial);
    await visitor.page.keyboard.press("Enter");
    await keys.type(visitor.page.locator("#code"), await demo.nextCode(family.guardian.email, known));
    await visitor.page.keyboard.press("Enter");
    await visitor.sees("請設定您的密碼");
    await visitor.looksAt("first-password");
    await keys.type(field("目前的密碼"), initial);
    await keys.type(field(/^新密碼/), "correct-horse-of-mine");
    await keys.type(field("再輸入一次新密碼"), "correct-horse-of-mine");
    await keys.press(button("設定密碼並繼續"));
    await visitor.sees("繳費單");
    await visitor.page.getByText(family.younger.name).first().waitFor();
    await visitor.looksAt("bills-none");
  });

  it("tells him of a bill the moment it is out, and of one that came while he was cut off", async () => {
    lunch = await billClass(demo, classes.younger, "營養午餐費", 3200);
    await link(/營養午餐費/)
      .first()
      .waitFor();
    await visitor.looksAt("bills-told");
    const port = Number(new URL(graph.publicUrl).port);
    await graph.stopGateway(0);
    await billClass(demo, classes.younger, "校外教學費", 680);
    await graph.startGateway(port);
    await link(/校外教學費/)
      .first()
      .waitFor();
    await visitor.page.goto("/parent/notices");
    await visitor.sees("通知");
    expect(await visitor.page.locator(".notice", { hasText: "營養午餐費" }).count()).toBe(1);
    expect(await visitor.page.locator(".notice", { hasText: "校外教學費" }).count()).toBe(1);
    await visitor.looksAt("notices");
  });

  it("shows the bill's five ways to pay, and that it is paid as soon as it is", async () => {
    await keys.press(visitor.page.locator(".notice", { hasText: "營養午餐費" }));
    await visitor.sees("營養午餐費");
    await keys.tabTo(visitor.page.getByRole("tab", { selected: true }));
    for (const channel of ["PayTaipei", "信用卡", "ATM", "超商代繳"]) {
      await visitor.page.keyboard.press("ArrowRight");
      await visitor.page.getByRole("tab", { name: channel, selected: true }).waitFor();
      await visitor.looksAt(`bill-${channel}`);
    }
    await payBill(demo, lunch);
    await visitor.page.getByText("這張帳單已繳清").waitFor();
    await visitor.looksAt("bill-paid");
  });

  it("keeps nothing of the children once he has signed out", async () => {
    await keys.press(link("我的"));
    await visitor.sees("我的");
    await visitor.looksAt("me");
    await keys.press(button(/^登出$/));
    await visitor.sees("孩子的繳費單，都在這裡");
    const kept = await visitor.page.evaluate<Kept>(whatIsKept);
    expect(JSON.stringify([kept.local, kept.session])).not.toMatch(new RegExp(family.younger.name));
    expect(Object.keys(kept.session)).toEqual([]);
    expect(kept.cached.filter((url) => !new URL(url).pathname.startsWith("/parent/"))).toEqual([]);
    await visitor.page.goBack();
    await visitor.page.getByText(family.younger.name).waitFor({ state: "detached" });
  });

  it("had nothing to complain of: no error, no warning, nothing that the policy forbids", () => {
    expect(visitor.complaints.filter((each) => !isOfTheCut(each))).toEqual([]);
  });
});

interface Kept {
  local: Record<string, string>;
  session: Record<string, string>;
  cached: string[];
}

const whatIsKept = `(async () => ({
  local: { ...localStorage },
  session: { ...sessionStorage },
  cached: (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
    .flat()
    .map(({ url }) => url),
}))()`;

/** While the gateway was away its socket could not be opened, which a browser logs by itself. */
function isOfTheCut(complaint: string): boolean {
  return /WebSocket connection to .* failed/.test(complaint) || /ERR_CONNECTION_REFUSED/.test(complaint);
}
