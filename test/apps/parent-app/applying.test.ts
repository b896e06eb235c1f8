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

  const kept = () => page.evaluate<string>(whatIsKept);
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
    const sessionRequest = page.waitForRequest((request) => new URL(request.url()).pathname === "/session");
    await page.goto("/parent/apply");
    // Some browsers say at a POST only which page asks: Safari before 16.4, and all of them on plain http.
    expect((await sessionRequest).method()).toBe("POST");
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

  it("by a code that comes by text message, where somebody new would rather have it so", async () => {
    for (const device of [telephone, { ...telephone, language: "en" as const }]) {
      const isEnglish = device.language === "en";
      await using other = await Visitor.arrive(chromium, graph.publicUrl, device);
      await other.page.goto("/parent/apply");
      await other.sees(isEnglish ? "Get a code" : "取得驗證碼");
      await other.page
        .getByRole("radio", { name: isEnglish ? "Text message" : "簡訊" })
        .check({ force: true });
      const number = other.page.getByLabel(isEnglish ? "Mobile number" : "行動電話");
      await number.fill("0912");
      await other.page.getByRole("button", { name: isEnglish ? "Send me a code" : "取得驗證碼" }).click();
      await other.page.getByText(isEnglish ? /ten digits/ : /09 開頭/).waitFor();
      await other.looksAt("apply-1-code-sms");
      const typed = isEnglish ? "+886 933 000 222" : "0933-000-111";
      await number.fill(typed);
      await other.page.getByRole("button", { name: isEnglish ? "Send me a code" : "取得驗證碼" }).click();
      await other.page.getByText(typed).waitFor();
      await graph.settle();
      await other.looksAt("apply-1-code-sms-sent");
      const to = isEnglish ? "0933000222" : "0933000111";
      const [sms] = (await (await fetch(`${graph.publicUrl}/mail.json?to=${to}`)).json()) as {
        text: string;
      }[];
      const [, code] = /([2-9A-HJKMNP-Z]{8})/.exec(sms?.text ?? "") ?? [];
      await other.page.getByLabel(isEnglish ? "The code" : "請輸入驗證碼").fill(code ?? "");
      await other.page.getByRole("button", { name: isEnglish ? "Confirm" : "確認" }).click();
      await other.sees(isEnglish ? /[Cc]hildren|[Cc]hild/ : "要綁定的學生");
    }
  });

  it("forgets a typed national ID after ten minutes, and nothing else", async () => {
    await using other = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    await other.signIn("newcomer@campus.example", demoPassword);
    await other.page.clock.install();
    await other.page.goto("/parent/apply");
    await other.sees("要綁定的學生");
    await other.page.getByRole("radio", { name: "國中", exact: true }).check();
    await other.page.getByLabel("學生的身分證字號").fill("A123456789");
    expect(await other.page.evaluate(whatIsKept)).toContain("A123456789");
    await other.page.clock.fastForward("11:00");
    await expect.poll(() => other.page.evaluate(whatIsKept), { timeout: 20_000 }).not.toContain("A123456789");
    await other.page.reload();
    await other.sees("要綁定的學生");
    expect(await other.page.getByLabel("學生的身分證字號").inputValue()).toBe("");
    expect(await other.page.getByRole("radio", { name: "國中", exact: true }).isChecked()).toBe(true);
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

  it("says who they are, and the tab keeps the national ID no longer", async () => {
    await addChild(child!.nationalId);
    await button("是這位學生，加入").click();
    await agree();
    await page.getByLabel("家長的身分證字號").fill("A123456789");
    await page.getByLabel("行動電話").fill("0912-345 678");
    await page.reload();
    expect(await page.getByLabel("家長的身分證字號").inputValue()).toBe("A123456789");
    await button("下一步").click();
    await visitor.sees("確認並簽名");
    expect(await kept()).not.toContain("A123456789");
  });

  it("finds on another device what they said, the national ID masked, and goes on without it", async () => {
    await using other = await Visitor.arrive(chromium, graph.publicUrl, telephone);
    await other.signIn("newcomer@campus.example", demoPassword);
    await other.page.goto("/parent/apply/guardian");
    await other.sees("家長資料");
    await other.page.getByText("A12****789").waitFor();
    expect(await other.page.getByLabel("家長姓名").inputValue()).toBe("張雅芳");
    expect(await other.page.getByLabel("行動電話").inputValue()).toBe("0912345678");
    await other.looksAt("apply-4-another-device");
    await other.page.getByRole("button", { name: "下一步" }).click();
    await other.sees("確認並簽名");
    await other.page.getByText("A12****789").waitFor();
    expect(await other.page.evaluate(whatIsKept)).not.toContain("A123456789");
    await other.page.goto("/parent/apply/guardian");
    await other.page.getByRole("button", { name: "改填另一個身分證字號" }).click();
    await other.page.getByLabel("家長的身分證字號").fill("F222315508");
    await other.page.getByRole("button", { name: "下一步" }).click();
    await other.sees("確認並簽名");
    await other.page.getByText("F22****508").waitFor();
    expect(other.complaints).toEqual([]);
  });

  it("signs with a finger, undoes a stroke, and finds the rest after a reload", async () => {
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

/** All that the tab and the device keep. */
const whatIsKept = "JSON.stringify([{ ...sessionStorage }, { ...localStorage }])";

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
