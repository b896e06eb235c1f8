import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { classTwoOne } from "../../../schema/demo-city/index.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { telephone, Visitor } from "./visitor.js";

const [child] = classTwoOne;

describe("whoever is signed in applies in the parent app", () => {
  let graph: Graph;
  let chromium: Browser;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
    visitor = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    page = visitor.page;
    await visitor.signIn("newcomer@campus.example", demoPassword);
  });
  afterAll(async () => {
    await visitor?.[Symbol.asyncDispose]();
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const button = (name: string) => page.getByRole("button", { name });
  const addChild = async (nationalId: string) => {
    await page.goto("/parent/apply");
    await visitor.sees("要綁定的學生");
    await page.getByRole("radio", { name: "母親", exact: true }).check();
    await page.getByRole("radio", { name: "國小", exact: true }).check();
    await page.getByLabel("學生的身分證字號").fill(nationalId);
    await button("驗證").click();
    await page.getByRole("radio", { name: "市立內湖國小" }).check();
    await page.getByRole("button", { name: "下一步" }).click();
  };
  const agree = async () => {
    await page.getByRole("link", { name: "下一步" }).click();
    await visitor.sees("個資使用聲明");
    await page.locator(".notice-text").evaluate((text) => text.scrollTo(0, text.scrollHeight));
    await page.getByLabel(/本人已詳閱/).check();
    await button("下一步").click();
    await visitor.sees("家長資料");
  };

  it("without a code, and is told of a typing error before anybody is asked", async () => {
    const asking = page.waitForRequest((request) => new URL(request.url()).pathname === "/session");
    await page.goto("/parent/apply");
    // Some browsers say at a POST only which page asks: Safari before 16.4, and all of them on plain http.
    expect((await asking).method()).toBe("POST");
    await visitor.sees("要綁定的學生");
    await page.getByLabel("學生的身分證字號").fill("A123456788");
    await button("驗證").click();
    await page.getByText("身分證字號不正確").waitFor();
    await button("下一步").click();
    await visitor.looksAt("student-problems");
  });

  it("gets one and the same answer for a child that is not there, and nothing typed is lost", async () => {
    await addChild("A123456789");
    await page.getByText("查不到這位學生").waitFor();
    await page.reload();
    await visitor.sees("要綁定的學生");
    expect(await page.getByLabel("學生的身分證字號").inputValue()).toBe("A123456789");
    expect(await page.getByRole("radio", { name: "市立內湖國小" }).isChecked()).toBe(true);
    await visitor.looksAt("student-not-found");
  });

  it("leaves by 不同意並退出, and the children that were filled in are gone", async () => {
    await addChild(child!.nationalId);
    await button("是這位學生，加入").click();
    await page.getByRole("link", { name: "下一步" }).click();
    await visitor.sees("個資使用聲明");
    await button("不同意並退出").click();
    await visitor.looksAt("decline");
    await page.getByRole("dialog").getByRole("button", { name: "不同意並退出" }).click();
    await visitor.sees("親子綁定");
    await page.goto("/parent/apply");
    await page.getByText("若要綁定多位學生").waitFor();
  });

  it("signs with a finger, undoes a stroke, and finds the rest after a reload", async () => {
    await addChild(child!.nationalId);
    await button("是這位學生，加入").click();
    await agree();
    await page.getByLabel("家長的身分證字號").fill("A123456789");
    await page.getByLabel("行動電話").fill("0912-345 678");
    await button("下一步").click();
    await visitor.sees("確認並簽名");
    await button("送出資料").click();
    await page.getByText("請先簽名，再送出。").waitFor();
    await draw(page, 20);
    await draw(page, 90);
    await draw(page, 160);
    await page.getByText("已簽 3 筆").waitFor();
    await button("復原一筆").click();
    await page.getByText("已簽 2 筆").waitFor();
    await page.reload();
    await page.getByText("已簽 2 筆").waitFor();
    await visitor.looksAt("signed");
    await button("送出資料").click();
    await page.getByText("已送出申請").waitFor();
    await page.locator(".seal.pending").waitFor();
  });

  it("takes it back by the bin", async () => {
    await button("取消申請").click();
    await visitor.looksAt("cancel");
    await button("取消這份申請").click();
    await page.getByText("您已取消這份申請").waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

/** A stroke on the frame, so many pixels from its left edge. */
async function draw(page: Page, left: number): Promise<void> {
  const frame = page.locator("canvas");
  await frame.scrollIntoViewIfNeeded();
  const { x, y } = (await frame.boundingBox())!;
  await page.mouse.move(x + left, y + 40);
  await page.mouse.down();
  for (let step = 1; step <= 10; step++)
    await page.mouse.move(x + left + step * 5, y + 40 + 40 * Math.sin(step / 3));
  await page.mouse.up();
}
